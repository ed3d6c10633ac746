"""What an answer says: chapters read from its words, refused with the reason where wrong."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

WORDS_A_MINUTE_READ, WORDS_A_MINUTE_HEARD = 220, 150
THEMES = {
    "why": "Why we do it",
    "people": "With people",
    "recording": "Writing it down",
    "measuring": "Measuring",
    "using": "Using what we know",
}
FENCE = "+++\n"
HEADING = "## "
KEYS = {"title", "theme", "place", "key_points", "screens", "related", "evidence"}
LISTS = ("key_points", "screens", "related", "evidence")


class ScriptError(ValueError):
    """An answer can't be read; the message names file, key and reason."""


@dataclass(frozen=True)
class Chapter:
    """A part of an answer under its heading."""

    heading: str
    key: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Script:
    """One question and what is said to it; `screens` are names of pages on which it is offered."""

    slug: str
    title: str
    theme: str
    place: int
    key_points: tuple[str, ...]
    screens: tuple[str, ...]
    related: tuple[str, ...]
    evidence: tuple[str, ...]
    chapters: tuple[Chapter, ...]

    @property
    def text(self) -> str:
        """All that is said, headings too, in order."""
        parts = [line for each in self.chapters for line in (each.heading + ".", *each.paragraphs)]
        return "\n".join(parts)

    @property
    def source(self) -> str:
        """The chapters as one writes them."""
        parts = [
            f"{HEADING}{each.heading}\n\n" + "\n\n".join(each.paragraphs) for each in self.chapters
        ]
        return "\n\n".join(parts)

    @property
    def searched(self) -> str:
        """The title and all that is said, for looking words up."""
        return f"{self.title}\n{self.text}".casefold()

    @property
    def words(self) -> int:
        return sum(len(line.split()) for each in self.chapters for line in each.paragraphs)

    @property
    def minutes_to_read(self) -> int:
        return ceil(self.words / WORDS_A_MINUTE_READ)

    @property
    def minutes_to_hear(self) -> int:
        return ceil(self.words / WORDS_A_MINUTE_HEARD)


def read_script(slug: str, source: str) -> Script:
    """Read `+++ front matter in TOML +++` and chapters in plain paragraphs; raise ScriptError."""
    _, opened, rest = source.partition(FENCE)
    head, closed, body = rest.partition(FENCE)
    if not opened or not closed or not source.startswith(FENCE):
        raise ScriptError(f"{slug}: begin with +++, the front matter, and +++ again.")
    try:
        told = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise ScriptError(f"{slug}: {error}") from None
    _check(slug, told)
    lists = {key: tuple(told[key]) for key in LISTS}
    chapters = chapters_of(slug, body)
    return Script(slug, told["title"], told["theme"], told["place"], chapters=chapters, **lists)


def _check(slug: str, told: Mapping[str, Any]) -> None:
    for key in sorted(KEYS ^ set(told)):
        raise ScriptError(f"{slug}: {key} is {'missing' if key in KEYS else 'not known'}.")
    for key in LISTS:
        if not isinstance(told[key], list) or not all(isinstance(x, str) for x in told[key]):
            raise ScriptError(f"{slug}: {key} is a list of texts.")
    if told["theme"] not in THEMES:
        raise ScriptError(f"{slug}: theme is one of {', '.join(THEMES)}.")
    if not isinstance(told["title"], str) or not told["title"].strip():
        raise ScriptError(f"{slug}: title is the question as it is asked.")
    if not isinstance(told["place"], int) or told["place"] < 1:
        raise ScriptError(f"{slug}: place is a whole number from 1 on.")


def chapters_of(slug: str, body: str) -> tuple[Chapter, ...]:
    """Read chapters, each a heading after ## and paragraphs; raise ScriptError."""
    found = []
    before, *parts = re.split(rf"^{HEADING}", body, flags=re.MULTILINE)
    if before.strip() or not parts:
        raise ScriptError(f"{slug}: begin the text with a heading, “## …”.")
    for place, part in enumerate(parts, start=1):
        heading, _, rest = part.partition("\n")
        blocks = (" ".join(block.split()) for block in rest.split("\n\n"))
        paragraphs = tuple(block for block in blocks if block)
        if not heading.strip() or not paragraphs:
            raise ScriptError(f"{slug}: chapter {place} needs a heading and a paragraph.")
        found.append(Chapter(heading.strip(), f"part-{place}", paragraphs))
    return tuple(found)
