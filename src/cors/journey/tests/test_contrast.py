"""Words reach 4.5 to 1 and marks 3 to 1 on each ground they stand on, by day and by night."""

import re
from math import cos, radians, sin
from pathlib import Path

import pytest

from cors.journey.palette import DARK, LIGHT, PAINT

TOKENS = (Path(__file__).parents[4] / "styles" / "tokens.css").read_text(encoding="utf-8")
PAIR = re.compile(r"--([a-z-]+): var\(--day, oklch\(([^)]+)\)\) var\(--night, oklch\(([^)]+)\)\)")
Colour = tuple[float, float, float]


def from_hex(hexed: str) -> Colour:
    red, green, blue = (int(hexed[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return linear(red), linear(green), linear(blue)


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def from_oklch(said: str) -> Colour:
    """Return linear sRGB; the matrices are those of the Oklab colour space."""
    light, chroma, hue = (float(part) for part in said.split())
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    mid = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * mid + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * mid - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * mid + 1.7076147010 * short,
    )


def luminance(colour: Colour) -> float:
    red, green, blue = (min(max(part, 0), 1) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


DAY = {name: from_oklch(day) for name, day, _ in PAIR.findall(TOKENS)}
NIGHT = {name: from_oklch(night) for name, _, night in PAIR.findall(TOKENS)}
PRINT = {name: from_hex(hexed) for name, hexed in LIGHT.items()}
PLAIN_NIGHT = {name: from_hex(hexed) for name, hexed in DARK.items()}
THEMES = {"day": DAY, "night": NIGHT, "print": PRINT, "plain night": PLAIN_NIGHT}

WORDS = [
    (word, on)
    for word in ("ink", "ink-soft")
    for on in ("sand", "shallow", "sun-pale", "stone-pale")
]
MARKS = [
    ("ink", "sand"),
    ("ink", "sun-pale"),
    ("ink", "shallow"),
    ("ink-soft", "sand"),
    ("sun-ink", "sand"),
    ("sun-ink", "sun-pale"),
    ("reed", "sand"),
    ("reed", "sun-pale"),
    ("reed", "shallow"),
    ("water", "sand"),
    ("water", "shallow"),
    ("stone", "sand"),
    ("stone", "shallow"),
    ("stone", "stone-pale"),
    ("stone", "sun-pale"),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("word", "ground"), WORDS)
def test_words_can_be_read_on_their_ground(theme: str, word: str, ground: str) -> None:
    assert contrast(THEMES[theme][word], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_can_be_told_from_their_ground(theme: str, mark: str, ground: str) -> None:
    assert contrast(THEMES[theme][mark], THEMES[theme][ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_tick_on_a_flag_can_be_told_from_the_flag(theme: str) -> None:
    tick, flag = PAINT["j-on-flag"]["stroke"], PAINT["j-flag"]["fill"]
    assert contrast(THEMES[theme][tick], THEMES[theme][flag]) >= 3


@pytest.mark.parametrize("token", LIGHT)
def test_plain_colours_are_those_of_the_page_by_day_and_by_night(token: str) -> None:
    assert contrast(PRINT[token], DAY[token]) < 1.06
    assert contrast(PLAIN_NIGHT[token], NIGHT[token]) < 1.06


@pytest.mark.parametrize("name", ["j-sun", "j-ring", "j-pennant", "j-badge", "j-duck"])
def test_a_pale_filling_never_goes_without_its_edge(name: str) -> None:
    paint = PAINT[name]
    for colours in THEMES.values():
        assert contrast(colours[paint["stroke"]], colours["sand"]) >= 3


def test_the_sum_of_contrast_gives_what_is_known_of_black_and_white() -> None:
    black, white = from_hex("#000000"), from_hex("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, from_hex("#767676")) == pytest.approx(4.54, abs=0.01)
    assert luminance(from_oklch("1 0 0")) == pytest.approx(1, abs=0.001)
