"""Measures the colour tokens as WCAG does: text 4.5 to 1, borders of controls 3 to 1."""

import math
import re

import pytest

from cors.core.style_stamp import SOURCES

TEXT, BORDER = 4.5, 3.0
GROUNDS = ("sand", "paper", "shallow")
PAIRS = [
    *(("ink", ground, TEXT) for ground in GROUNDS),
    *(("ink-soft", ground, TEXT) for ground in GROUNDS),
    *(("water", ground, TEXT) for ground in GROUNDS),
    *(("edge", ground, BORDER) for ground in GROUNDS),
    *(("red", ground, TEXT) for ground in GROUNDS),
    *(("stone", ground, TEXT) for ground in GROUNDS),
    *(("reed", ground, TEXT) for ground in ("sand", "paper", "reed-pale")),
    *(("sun-ink", ground, TEXT) for ground in ("sand", "paper", "sun-pale")),
    *(("ink", f"{ground}-pale", TEXT) for ground in ("sun", "stone", "reed", "red")),
    ("red", "red-pale", TEXT),
    ("water-content", "water", TEXT),
    ("water-content", "water-deep", TEXT),
    ("sun-content", "sun", TEXT),
    ("sand", "ink", TEXT),
    ("paper", "reed", TEXT),
    ("paper", "stone", TEXT),
]
COLOUR = r"oklch\(([\d. ]+)\)"
TOKEN = re.compile(rf"--([a-z-]+): var\(--day, {COLOUR}\) var\(--night, {COLOUR}\);")


def tokens(theme: str) -> dict[str, tuple[float, ...]]:
    sheet = (SOURCES / "tokens.css").read_text(encoding="utf-8")
    return {
        name: tuple(float(part) for part in (day if theme == "day" else night).split())
        for name, day, night in TOKEN.findall(sheet)
    }


def luminance(colour: tuple[float, ...]) -> float:
    """Return relative luminance of an OKLCH colour; the matrices are those of CSS Color 4."""
    light, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    red, green, blue = (min(1.0, max(0.0, part)) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["day", "night"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_can_be_read(theme: str, front: str, ground: str, least: float) -> None:
    colours = tokens(theme)
    low, high = sorted((luminance(colours[front]), luminance(colours[ground])))
    assert (high + 0.05) / (low + 0.05) >= least
