"""Reads a drawn picture back: its texts with the room they take, its parts, its links."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

from cors.journey.model import Goal
from cors.journey.sheet import Box, Sheet
from cors.journey.text import width

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Text:
    """A line of text as it was drawn."""

    words: str
    size: float
    box: Box


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(svg: str) -> list[Text]:
    """Return every line of text with its box, by the same widths that placed it."""
    return [_text(element) for element in tree(svg).iter(f"{SVG}text")]


def words(svg: str) -> list[str]:
    return [text.words for text in texts(svg)]


def _text(element: ElementTree.Element) -> Text:
    x, y, size = (float(element.get(name, 0)) for name in ("x", "y", "font-size"))
    runs = list(element) or [element]
    wide = sum(_wide(run, size) for run in runs)
    left = x - wide * {"end": 1.0, "middle": 0.5}.get(element.get("text-anchor", ""), 0)
    box = Box(left, y - 0.72 * size, left + wide, y + 0.2 * size)
    return Text("".join(element.itertext()), size, box)


def _wide(run: ElementTree.Element, size: float) -> float:
    own = float(run.get("font-size", size))
    return float(run.get("dx", 0)) + width(run.text or "", own, int(run.get("font-weight", 400)))


def overlaps(svg: str) -> list[tuple[str, str]]:
    """Return the pairs of texts that lie upon each other."""
    return [
        (one.words, other.words)
        for one, other in combinations(texts(svg), 2)
        if one.box.meets(other.box, clear=-0.6)
    ]


def outside(svg: str) -> list[str]:
    """Return the texts that do not lie wholly inside of the picture."""
    wide, high = (float(tree(svg).get(name, 0)) for name in ("width", "height"))
    return [
        text.words
        for text in texts(svg)
        if text.box.left < 0 or text.box.right > wide or text.box.bottom > high
    ]


def count(svg: str, paint: str) -> int:
    """Return how many elements bear a class."""
    return len(re.findall(rf'class="(?:[^"]* )?{paint}(?: [^"]*)?"', svg))


def links(svg: str) -> list[tuple[str, str]]:
    """Return the address and the name of each place that can be focused."""
    found = tree(svg).iter(f"{SVG}a")
    return [(link.get("href", ""), link.get("aria-label", "")) for link in found]


def days_of(goals: Iterable[Goal]) -> Iterator[date]:
    """Yield the day of everything that happened on the way to some goals."""
    for goal in goals:
        yield from (rating.on for rating in goal.ratings)
        yield from (moment.on for moment in goal.moments)
        yield from (flag.on for flag in goal.flags)


def texts_of(sheet: Sheet) -> list[Text]:
    """Return every line of text that stands on a sheet."""
    return texts(f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(sheet.layers["text"])}</svg>')


def parse_path(element: str) -> list[tuple[float, float]]:
    """Return the points of a path that has only absolute M and L."""
    (d,) = re.findall(r' d="M([^"]*)"', element)
    pairs = (pair.split() for pair in d.rstrip("z").split("L"))
    return [(float(x), float(y)) for x, y in pairs]
