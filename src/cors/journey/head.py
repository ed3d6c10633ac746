"""Draws the name and the key, which holds only the marks that this picture holds."""

from collections.abc import Callable, Sequence

from cors.journey import marks, wording
from cors.journey.course import risen
from cors.journey.layout import Layout
from cors.journey.model import Journey
from cors.journey.sheet import Box, Sheet, number
from cors.journey.style import Style
from cors.journey.text import cut_short, width

Draw = Callable[[Sheet, float], None]
Item = tuple[Draw, float, str]
BASELINE = 32
GAP = 24
LEAST_GAP = 14
MOST_NAME = 420
RIGHT = 1100


def draw_head(sheet: Sheet, journey: Journey, layout: Layout, style: Style) -> None:
    """Write the name at the left and the key at the right; the name comes before the key."""
    title = wording.title(journey.name)
    held, gap = key(journey, layout), float(GAP)
    room = RIGHT - style.edge - min(width(title, 20, 700), MOST_NAME)
    while held and _wide(held, gap) > room:
        gap -= 2
        if gap < LEAST_GAP:
            gap, held = float(GAP), _without_plainest(held)
    x = float(RIGHT)
    for icon, wide, words in reversed(held):
        x -= width(words, 12)
        sheet.text(x, BASELINE, words, 12, "j-soft")
        x -= wide
        icon(sheet, x)
        x -= gap
    name = cut_short(title, x - style.edge, 20, 700)
    sheet.text(style.edge, BASELINE, name, 20, "j-ink", 700)
    if journey.shown:
        sheet.text(style.edge, BASELINE + 18, journey.shown, 12, "j-ink", 600)


def _wide(held: Sequence[Item], gap: float) -> float:
    return sum(wide + width(words, 12) + gap for _, wide, words in held)


def _without_plainest(held: Sequence[Item]) -> list[Item]:
    """Leave out the mark that explains itself best: one that bears its own words."""
    plain = (wording.REVIEW, wording.STEP, wording.REACHED)
    worded = next((item for name in plain for item in held if item[2] == name), held[-1])
    return [item for item in held if item is not worded]


def key(journey: Journey, layout: Layout) -> list[Item]:
    """Return the marks that are held: how to draw each, its width, its words."""
    goals = [lane.goal for lane in layout.lanes]
    wordings = [words for goal in goals for words in goal.wordings[1:]]
    moments = [moment for goal in goals for moment in goal.moments]
    setbacks = [moment for moment in moments if moment.kind == "setback"]
    flags = [flag for goal in goals for flag in goal.flags]
    held: list[tuple[bool, Item]] = [
        (len(setbacks) < len(moments), (_sun, 24, wording.SMALL_SUCCESS)),
        (any(m.back_on for m in setbacks), (_setback, 34, wording.SETBACK)),
        (any(not m.back_on for m in setbacks), (_open, 34, wording.SETBACK_OPEN)),
        (any(flag.rung is None for flag in flags), (_flag, 23, wording.REACHED)),
        (any(flag.rung for flag in flags), (_pennant, 23, wording.STEP)),
        (bool(wordings), (_quote, 18, wording.REWORDED)),
        (any(not review.planned for review in journey.reviews), (_review, 18, wording.REVIEW)),
        (any(any(risen(lane.course)) for lane in layout.lanes), (_risen, 24, wording.RISEN)),
    ]
    return [item for is_held, item in held if is_held]


def _sun(sheet: Sheet, x: float) -> None:
    marks.sun(sheet, x + 8.5, BASELINE - 4)


def _setback(sheet: Sheet, x: float) -> None:
    arc = f"M{number(x + 5)} 26C{number(x + 7)} 44 {number(x + 21)} 44 {number(x + 23)} 26"
    sheet.path("arcs", arc, "j-arc", stroke_width=1.4)
    marks.ring(sheet, x + 5, 26, 0.9)
    marks.arrow_head(sheet, x + 23, 26, 0.9)


def _open(sheet: Sheet, x: float) -> None:
    arc = f"M{number(x + 5)} 26C{number(x + 7)} 44 {number(x + 18)} 42 {number(x + 26)} 34"
    sheet.path("arcs", arc, "j-arc j-open", stroke_width=1.4)
    marks.ring(sheet, x + 5, 26, 0.9)


def _flag(sheet: Sheet, x: float) -> None:
    marks.pole(sheet, x, 35, 21)
    marks.swallow_tail(sheet, x, 21, True)


def _pennant(sheet: Sheet, x: float) -> None:
    marks.pole(sheet, x, 35, 21)
    marks.pennant(sheet, x, 21, True)


def _quote(sheet: Sheet, x: float) -> None:
    marks.quote(sheet, x + 5, BASELINE + 2)


def _review(sheet: Sheet, x: float) -> None:
    sheet.rect("columns", Box(x, 19, x + 9, 36), "j-fog")
    sheet.rect("columns", Box(x, 19, x + 9, 22), "j-cap")


def _risen(sheet: Sheet, x: float) -> None:
    line = f"M{number(x)} 34l8 -4l10 -10"
    sheet.path("glow", f"{line}v14z", "j-glow")
    sheet.path("base", f"M{number(x)} 34h18", "j-base", stroke_width=1)
    sheet.path("lines", line, "j-line", stroke_width=1.8)
