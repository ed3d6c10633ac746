"""Draws many barriers as one band for each part of life: the higher, the more at once."""

from cors.journey import bands, gathered, marks, wording
from cors.journey.gathered import Area, Step
from cors.journey.layout import Layout
from cors.journey.links import Stops
from cors.journey.model import Journey, letters
from cors.journey.sentences import of_area
from cors.journey.sheet import Box, Sheet, number
from cors.journey.style import WORKER as STYLE
from cors.journey.text import cut_short, width, wrap

EACH = 9
LEAST = 4
MOST_HIGH = 5
STROKES = 17
GAP = 17
FIRST_COLUMN = 1048
LAST_COLUMN = 1106
MOST_COLUMNS = 6
NAME_WIDE = 150


def draw_areas(sheet: Sheet, journey: Journey, layout: Layout, stops: Stops, top: float) -> float:
    """Draw a row for each part of life, and return where they end."""
    named = letters(journey)
    shown = [lane.goal.ident for lane in layout.lanes if lane.letter]
    shown = shown if len(shown) <= MOST_COLUMNS else []
    if shown:
        y = layout.water + 34
        sheet.text(FIRST_COLUMN - 6, y, wording.HOLDS_BACK, 12, "j-soft j-halo-under")
    for area in gathered.areas(journey):
        bottom = _draw_area(sheet, area, layout, top)
        _write_letters(sheet, area, shown, named, bottom - STROKES)
        box = Box(12, top - 6, STYLE.width - 12, bottom + 4)
        stops.area(area.name, of_area(area.name, area.barriers, named), box)
        top = bottom + GAP
    return _draw_key(sheet, layout, top + 6)


def _height(count: int) -> float:
    return min(count, MOST_HIGH) * EACH + LEAST


def _draw_area(sheet: Sheet, area: Area, layout: Layout, top: float) -> float:
    """Draw the band, the strokes and the words of one part of life; return where it ends."""
    axis = layout.axis
    found = gathered.steps(area.barriers, axis.today)
    ground = top + max(_height(max((step.count for step in found), default=1)), 26)
    for run in _runs(found):
        _draw_run(sheet, layout, run, ground)
    for one in gathered.strokes(area.barriers, axis):
        high = bands.height_of(one.sessions, axis.is_long, STYLE.dose)
        marks.stroke(sheet, one.left, one.right, ground + 11, high)
    name = cut_short(area.name, NAME_WIDE, 13, 600)
    sheet.text(STYLE.edge, ground - 9, name, 13, "j-ink j-words", 600)
    said = wording.noted(len(area.barriers), area.resolved)
    sheet.text(STYLE.edge, ground + 7, said, 12, "j-soft")
    return ground + STROKES


def _runs(found: list[Step]) -> list[list[Step]]:
    """Return the steps that follow each other without a gap."""
    runs: list[list[Step]] = []
    for step in found:
        if runs and runs[-1][-1].end == step.start:
            runs[-1].append(step)
        else:
            runs.append([step])
    return runs


def _draw_run(sheet: Sheet, layout: Layout, run: list[Step], ground: float) -> None:
    """Draw one band that rises with each that is added; the end is open while one is here."""
    axis = layout.axis
    left = axis.so_far(run[0].start)
    right = max(axis.so_far(run[-1].end), left + 6)
    is_here = run[-1].end >= axis.today
    edge = f"M{number(left)} {number(ground)}"
    for step in run:
        high = number(ground - _height(step.count))
        end = right if step is run[-1] else axis.so_far(step.end)
        edge += f"V{high}H{number(end)}"
        _count(sheet, step, (axis.so_far(step.start), end), ground)
    sheet.path("bands", f"{edge}V{number(ground)}z", "j-band")
    closing = f"M{number(right)} {number(ground)}H{number(left)}" if is_here else "z"
    last = "" if is_here else f"V{number(ground)}"
    sheet.path("bands", f"{edge}{last}{closing}", "j-edge", stroke_width=1.25)


def _count(sheet: Sheet, step: Step, ends: tuple[float, float], ground: float) -> None:
    """Print how many there are at once, where more than one is and the band is wide enough."""
    left, right = ends
    said = str(step.count)
    if step.count > 1 and right - left > width(said, 12, 600) + 6:
        y = ground - _height(step.count) / 2 + 4.2
        sheet.text((left + right) / 2, y, said, 12, "j-ink", 600, "middle")


def _write_letters(
    sheet: Sheet, area: Area, shown: list[str], named: dict[str, str], y: float
) -> None:
    """Write the letters of the goals that are held back, each in a column of its own."""
    apart = (LAST_COLUMN - FIRST_COLUMN) / MOST_COLUMNS
    for place, ident in enumerate(shown):
        x = FIRST_COLUMN + apart * place
        if ident in area.goals:
            sheet.text(x, y, named[ident], 12, "j-ink", 700, "middle")
        else:
            sheet.circle("dots", x, y - 4, 1, "j-cap")


def _draw_key(sheet: Sheet, layout: Layout, y: float) -> float:
    """Explain the band, the strokes and the numbers in one line."""
    x = STYLE.left
    edge = f"M{number(x)} {number(y + 4)}v-13h20v-6h20v19z"
    sheet.path("bands", edge, "j-band")
    sheet.path("bands", edge, "j-edge", stroke_width=1.25)
    sheet.text(x + 30, y - 2, "2", 12, "j-ink", 600, "middle")
    sheet.text(x + 50, y, wording.KEY_AT_ONCE, 12, "j-soft")
    x += 50 + width(wording.KEY_AT_ONCE, 12) + 34
    is_long = layout.axis.is_long
    for place, sessions in enumerate((2, 7, 14) if is_long else (1, 4, 7)):
        high = bands.height_of(sessions, is_long, STYLE.dose)
        marks.stroke(sheet, x + 13 * place, x + 11 + 13 * place, y - 4, high)
    said = wording.KEY_QUARTER if is_long else wording.KEY_MONTH
    sheet.text(x + 46, y, said, 12, "j-soft")
    x += 46 + width(said, 12) + 34
    if not any(lane.is_dense for lane in layout.lanes):
        return y + 26
    for place, line in enumerate(wrap(wording.KEY_NUMBERS, STYLE.width - STYLE.edge - x, 12)):
        sheet.text(x, y + 15 * place, line, 12, "j-soft")
    return y + 26
