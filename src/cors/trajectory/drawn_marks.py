"""The mark and the line of each rater, told apart by their form and not by colour."""

from collections.abc import Sequence

from cors.journey.sheet import Box, Sheet, number
from cors.journey.text import width

DASHES = {"worker": "7 4", "parent": "2 4", "other": "10 3 2 3"}
"""How the line of each rater is broken; the person's own is whole."""

SIZE = 12
BETWEEN = 22


def draw_mark(sheet: Sheet, rater: str, x: float, y: float) -> None:
    """Draw a score: of the person a square, of the worker a ring, of a parent a triangle.

    A diamond is somebody else's.
    """
    if rater == "worker":
        sheet.circle("dots", x, y, 4, "j-ring", stroke_width=1.8)
    elif rater == "client":
        sheet.rect("dots", Box(x - 3.6, y - 3.6, x + 3.6, y + 3.6), "j-square", stroke_width=1)
    elif rater == "parent":
        triangle = f"M{number(x)} {number(y - 5)}l5 9h-10z"
        sheet.path("dots", triangle, "j-ring", stroke_width=1.8)
    else:
        diamond = f"M{number(x)} {number(y - 5)}l5 5l-5 5l-5 -5z"
        sheet.path("dots", diamond, "j-ring", stroke_width=1.8)


def draw_key(
    sheet: Sheet, left: float, wide: float, drawn: Sequence[str], raters: dict[str, str]
) -> float:
    """Say which line is whose, where there are several; return the room that it takes."""
    if len(drawn) < 2:
        return 0
    x, y = left, 16.0
    for rater in drawn:
        words = raters[rater]
        room = 34 + width(words, SIZE)
        if x > left and x + room > wide:
            x, y = left, y + 20
        dashes = {"stroke_dasharray": DASHES[rater]} if DASHES.get(rater) else {}
        sheet.path("lines", f"M{number(x)} {number(y)}h26", "j-line", stroke_width=1.8, **dashes)
        draw_mark(sheet, rater, x + 13, y)
        sheet.text(x + 34, y + 4, words, SIZE, "j-ink j-words")
        x += room + BETWEEN
    return y + 10
