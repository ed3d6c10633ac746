"""The picture before anything is recorded: where things will stand once there is a goal."""

from cors.journey import marks, wording
from cors.journey.sheet import Frame, Sheet, number, written
from cors.journey.style import Style
from cors.journey.surface import draw_ground
from cors.journey.text import wrap

HEADING = "This is where the journey will show."
FIRST = (
    "Start with one goal in the person’s own words, and how close it feels today, from 0 to 10.",
    "That first number is kept for ever; every later one is drawn against it.",
)
RATING = "the first rating goes here"
BELOW = (
    "What gets in the way will show below the line, tied to the goal it holds back,",
    "with the work put in drawn beneath it. Most of the work is under the water.",
)


def draw_nothing_yet(sheet: Sheet, style: Style) -> str:
    """Return the picture of a journey that is about to start."""
    left, room = (style.edge, style.width - 2 * style.edge) if style.is_phone else (212.0, 816.0)
    y = _write(sheet, left, 62, (HEADING,), room, 20, 700) + 6
    y = _write(sheet, left, y, FIRST, room, 15) + 40
    start = left + (6 if style.is_phone else 0)
    base = f"M{number(start)} {number(y)}H{number(style.right)}"
    sheet.path("base", base, "j-base", stroke_width=1)
    sheet.circle("marks", start, y, 6, "j-empty", stroke_width=1.8)
    sheet.text(start + 14, y - 8, RATING, 13, "j-soft")
    water = y + 58
    duck = start + (14 if style.is_phone else 0)
    marks.duck(sheet, duck, water + 1, 1.1)
    sheet.text(duck + 26, water - 8, wording.TODAY, style.small, "j-ink", 600)
    sheet.path("axis", f"M0 {number(water)}H{number(style.width)}", "j-water", stroke_width=2)
    sheet.text(style.edge, water + 24, wording.UNDER, 16 if style.is_phone else 13, "j-ink", 600)
    below = _write(sheet, left, water + (50 if style.is_phone else 46), BELOW, room, 15)
    draw_ground(sheet, style.width, water, below + 14)
    frame = Frame(
        f"journey-{style.name}", wording.NOTHING_TITLE, wording.NOTHING, style.width, below + 14
    )
    return written(sheet, frame)


def _write(
    sheet: Sheet,
    left: float,
    y: float,
    said: tuple[str, ...],
    room: float,
    size: float,
    weight: int = 400,
) -> float:
    """Write lines, broken anew where they do not fit, and return the height of the next one."""
    whole = " ".join(said)
    fit = len(wrap(said[0], room, size, weight)) == 1
    for line in said if fit else wrap(whole, room, size, weight):
        sheet.text(left, y, line, size, "j-ink" if weight > 400 else "j-soft", weight)
        y += size * 1.45
    return y
