"""Draws what lies under the water on a phone: bands, strokes and small scales, without ties."""

from collections.abc import Sequence
from dataclasses import dataclass

from cors.journey import bands, days, marks, scales, wording
from cors.journey.bands import Row
from cors.journey.course import Chart
from cors.journey.layout import Layout
from cors.journey.links import Stops
from cors.journey.model import Barrier, Journey, Measure, Work, letters
from cors.journey.sheet import Box, Run, Sheet
from cors.journey.style import PHONE as STYLE
from cors.journey.text import cut_short, isolated, tidy, width

MOST_BARRIERS = 4
RESOLVED = 2
FIRST_ROW = 53
BAND = 10
NAME = 14
BADGE = 20
MEASURE = 70
FAR = STYLE.width - STYLE.edge


@dataclass(frozen=True)
class Depth:
    """What the rows are drawn on."""

    sheet: Sheet
    layout: Layout
    letters: dict[str, str]
    stops: Stops


def draw_depth(sheet: Sheet, journey: Journey, layout: Layout, stops: Stops) -> float:
    """Draw all rows and return the height at which the picture ends."""
    depth = Depth(sheet, layout, letters(journey), stops)
    sheet.text(STYLE.edge, layout.water + 40, wording.UNDER, 16, "j-ink", 600)
    y = layout.water + FIRST_ROW
    barriers = bands.shown(journey.barriers, MOST_BARRIERS, RESOLVED)
    for barrier in barriers:
        work = tuple(sorted(barrier.work, key=lambda one: one.start))
        y = _draw_barrier(depth, Row(y, work, barrier.blocks, barrier), barrier)
    if earlier := len(journey.barriers) - len(barriers):
        said = wording.count(earlier, *wording.EARLIER_BARRIERS)
        sheet.text(STYLE.edge, y + 14, said, 13, "j-soft")
        y += 30
    for ident, work_ in bands.straight(journey):
        y = _draw_straight(depth, Row(y, (work_,), (ident,)))
    for measure in scales.scored(journey.measures):
        y = _draw_measure(depth, measure, y)
    return y + 8


def _draw_barrier(depth: Depth, row: Row, barrier: Barrier) -> float:
    """Draw a band with its name over it, and return where the next row begins."""
    axis, top = depth.layout.axis, row.top + 23
    left = axis.so_far(barrier.from_on)
    right = axis.so_far(barrier.resolved_on) if barrier.resolved_on else axis.now
    right = max(right, left + 8)
    marks.band(depth.sheet, Box(left, top, right, top + BAND), barrier.resolved_on is None)
    state = days.short(barrier.resolved_on) if barrier.resolved_on else ""
    after = _write_state(depth, (left, right), top + 10, state)
    _write_name(depth, row, barrier.name, left, after)
    y = row.top + 43
    for work in row.work:
        y = _draw_work(depth, work, y) + 20
    y = max(row.top + 44, y - 20 + 19)
    depth.stops.row(row, Box(6, row.top - 3, STYLE.width - 6, y - 7))
    return y


def _write_state(depth: Depth, ends: tuple[float, float], y: float, day: str) -> str:
    """Say beside a band how it stands; return the words that go to the line of the name."""
    sheet, (left, right) = depth.sheet, ends
    if not day:
        if left - 8 - width(wording.STILL_HERE, 13) < STYLE.edge:
            return wording.STILL_HERE
        sheet.text(left - 8, y, wording.STILL_HERE, 13, "j-ink j-halo-under", anchor="end")
        return ""
    wide = 13 + width(day, 13)
    x = right + 6 if right + 6 + wide <= FAR else left - 8 - wide
    if x < STYLE.edge:
        return f"resolved {day}"
    marks.check(sheet, x, y - 4.5)
    sheet.text(x + 12, y, day, 13, "j-ink j-halo-under")
    return ""


def _write_name(depth: Depth, row: Row, name: str, start: float, after: str = "") -> None:
    """Write letters and name from the start of the row, pushed left as far as they need."""
    named = [depth.letters[ident] for ident in row.goals if ident in depth.letters]
    room = BADGE * len(named) + (3 if named else 0)
    state = width(after, 13) + 8 if after else 0
    name = cut_short(name, FAR - STYLE.edge - room - state, NAME, 600)
    wide = width(name, NAME, 600)
    x = max(STYLE.edge, min(start, FAR - room - wide - state))
    for place, letter in enumerate(named):
        marks.badge(depth.sheet, x + 9 + BADGE * place, row.top + 9, letter)
    paint = "j-ink j-halo-under j-words"
    depth.sheet.text(x + room, row.top + 14, name, NAME, paint, 600)
    if after:
        depth.sheet.text(x + room + wide + 8, row.top + 14, after, 13, "j-soft j-halo-under")


def _strokes(depth: Depth, work: Work, middle: float) -> tuple[float, float]:
    axis = depth.layout.axis
    found = bands.strokes(work, axis)
    for one in found:
        high = bands.height_of(one.sessions, axis.is_long, STYLE.dose)
        marks.stroke(depth.sheet, one.left, one.right, middle, high)
    return found[0].left, found[-1].right


def _draw_work(depth: Depth, work: Work, middle: float) -> float:
    """Draw strokes with their words after, before or beneath them; return the lowest middle."""
    left, right = _strokes(depth, work, middle)
    said = f"{isolated(work.name)}, {len(work.sessions)}" if work.sessions else work.name
    wide, paint = width(said, 12), "j-soft j-halo-under j-words"
    if right + 5 + wide <= FAR:
        depth.sheet.text(right + 5, middle + 4, said, 12, paint)
    elif left - 6 - wide >= STYLE.edge:
        depth.sheet.text(left - 6, middle + 4, said, 12, paint, anchor="end")
    else:
        middle += 14
        short = cut_short(said, FAR - STYLE.edge, 12)
        depth.sheet.text(FAR, middle + 4, short, 12, paint, anchor="end")
    return middle


def _draw_straight(depth: Depth, row: Row) -> float:
    work = row.work[0]
    left, _ = _strokes(depth, work, row.top + 29)
    _write_name(depth, row, wording.done(work.name, len(work.sessions)), left)
    depth.stops.row(row, Box(6, row.top - 3, STYLE.width - 6, row.top + 39))
    return row.top + 46


def _draw_measure(depth: Depth, measure: Measure, top: float) -> float:
    scores = scales.by_day(measure)
    better = wording.HIGHER_IS_BETTER if measure.higher_is_better else wording.LOWER_IS_BETTER
    first, last = f"{scores[0].value:g}", f"{scores[-1].value:g}"
    said = f"from {first} to {last}, {better}" if len(scores) > 1 else f"{last}, {better}"
    name = cut_short(tidy(measure.name), FAR - STYLE.edge - 8 - width(said, 13), NAME, 600)
    runs = (Run(name, NAME, "j-ink", 600), Run(said, 13, "j-soft"))
    depth.sheet.runs(STYLE.edge, top + 19, NAME, runs, "j-num")
    scales.draw_scale(depth.sheet, measure, depth.layout, STYLE, Chart(top + 30, 26))
    depth.stops.measure(measure, Box(6, top + 3, STYLE.width - 6, top + 66))
    return top + MEASURE


def has_depth(journey: Journey) -> bool:
    return bool(journey.barriers or journey.straight or scales.scored(journey.measures))


def draw_nothing(sheet: Sheet, layout: Layout, lines: Sequence[str]) -> float:
    """Say that nothing stands in the way so far."""
    sheet.text(STYLE.edge, layout.water + 40, wording.UNDER, 16, "j-ink", 600)
    for place, line in enumerate(lines):
        sheet.text(STYLE.edge, layout.water + 66 + 19 * place, line, 14, "j-soft")
    return layout.water + 66 + 19 * len(lines)
