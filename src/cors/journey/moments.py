"""Draws what happened on the way to a goal: successes and setbacks, with their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from cors.journey import marks, wording
from cors.journey.course import Course
from cors.journey.labels import Form, Line, Mark, Space, place, write
from cors.journey.model import Goal, Moment
from cors.journey.sheet import Box, Sheet, number
from cors.journey.text import lines_at_most, tidy, width, wrap
from cors.journey.time_axis import TimeAxis

LEAST_ARC = 13
DENSE_ARC = 11
NEAR = 15
LIFT = 17
MERGE = 22
DENSE = 0.85
WRAPS = (112, 190, 72)


@dataclass(frozen=True)
class Happened:
    """A drawn moment, and the place of its mark."""

    moment: Moment
    mark: Mark
    ring: Box


@dataclass(frozen=True)
class Plot:
    """What moments are drawn on."""

    sheet: Sheet
    space: Space
    axis: TimeAxis
    course: Course
    ceiling: float
    dense: bool = False

    @property
    def scale(self) -> float:
        return DENSE if self.dense else 1


def in_order(goal: Goal, kind: str) -> list[Moment]:
    """Return the moments of a kind, oldest first."""
    return sorted((m for m in goal.moments if m.kind == kind), key=lambda moment: moment.on)


def draw_setbacks(plot: Plot, goal: Goal) -> list[Happened]:
    """Draw each setback with its arc; none is ever left out."""
    return [_setback(plot, moment) for moment in in_order(goal, "setback")]


def _setback(plot: Plot, moment: Moment) -> Happened:
    start, end = _arc_ends(plot, moment)
    course, scale = plot.course, plot.scale
    high, low = course.y(start), course.lowest(start, end)
    wide = end - start
    sag = DENSE_ARC if plot.dense else min(max(9 + 0.3 * wide, 13), 24)
    deepest = low + 5 + sag
    reach = min(0.1 * wide, 12)
    to = course.y(end) if moment.back_on else low + 5 + sag * 0.4
    curve = (
        f"M{number(start)} {number(high)}C{number(start + reach)} {number(deepest)}"
        f" {number(end - reach)} {number(deepest)} {number(end)} {number(to)}"
    )
    paint = "j-arc" if moment.back_on else "j-arc j-open"
    plot.sheet.path("arcs", curve, paint, stroke_width=1.6)
    taken = [marks.ring(plot.sheet, start, high, scale)]
    if moment.back_on:
        taken.append(marks.arrow_head(plot.sheet, end, to, scale))
    for box in taken:
        plot.space.take(box)
    ends = ((start, high), (end, to))
    _take_curve(plot.space, (ends[0], (start + reach, deepest), (end - reach, deepest), ends[1]))
    bottom = low + (deepest - low) * 0.75
    hangs = Box(start - 6, min(high, to) - 7, end + 5, bottom + 1)
    return Happened(moment, Mark((start + end) / 2, hangs), taken[0])


def _arc_ends(plot: Plot, moment: Moment) -> tuple[float, float]:
    """Return both ends of an arc; one near today begins earlier rather than pass it."""
    start = plot.axis.so_far(moment.on)
    end = plot.axis.so_far(moment.back_on) if moment.back_on else plot.axis.now
    if end - start < LEAST_ARC:
        limit = max(plot.axis.now, plot.axis.left + LEAST_ARC)
        end = min(start + LEAST_ARC, limit)
        start = end - LEAST_ARC
    return start, end


def _take_curve(space: Space, p: Sequence[tuple[float, float]]) -> None:
    """Take a cubic curve."""
    along = []
    for step in range(13):
        t = step / 12
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x = sum(w * point[0] for w, point in zip(weights, p, strict=True))
        y = sum(w * point[1] for w, point in zip(weights, p, strict=True))
        along.append((x, y))
    space.take_along(along)


def draw_successes(plot: Plot, goal: Goal, others: Sequence[Box]) -> list[Happened]:
    """Draw each small success as a sun on the line, lifted where it would lie on another mark."""
    taken = list(others)
    found = []
    for moment, count in _groups(plot, in_order(goal, "success")):
        x = plot.axis.so_far(moment.on)
        ground = y = plot.course.y(x)
        while _is_near(x, y, taken) and y - LIFT >= plot.ceiling:
            y -= LIFT
        if y < ground:
            stem = f"M{number(x)} {number(ground)}V{number(y + 8)}"
            plot.sheet.path("poles", stem, "j-ray", stroke_width=1.2)
            plot.space.take(Box(x - 1, y, x + 1, ground))
        box = marks.sun(plot.sheet, x, y, plot.scale)
        if count > 1:
            box = _counted(plot, box, count)
        plot.space.take(box)
        taken.append(box)
        found.append(Happened(moment, Mark(x, box), box))
    return found


def _counted(plot: Plot, sun: Box, count: int) -> Box:
    """Write how many successes a sun stands for, over or under it where there is room."""
    middle, half = (sun.left + sun.right) / 2, width(str(count), 12, 600) / 2
    for baseline in (sun.top - 3, sun.bottom + 11):
        box = Box(middle - half, baseline - 10, middle + half, baseline + 1)
        if plot.space.is_free(box, over_ties=True, clear=1):
            paint = "j-ink j-halo"
            plot.sheet.text(middle, baseline, str(count), 12, paint, 600, "middle")
            return Box(sun.left, min(sun.top, box.top), sun.right, max(sun.bottom, box.bottom))
    return sun


def _groups(plot: Plot, moments: Sequence[Moment]) -> Iterator[tuple[Moment, int]]:
    """Yield each success, or in a dense picture one for those that would lie on each other."""
    group: list[Moment] = []
    for moment in moments:
        if group and (not plot.dense or _apart(plot, group[-1], moment) >= MERGE):
            yield _merged(group)
            group = []
        group.append(moment)
    if group:
        yield _merged(group)


def _apart(plot: Plot, one: Moment, other: Moment) -> float:
    return plot.axis.so_far(other.on) - plot.axis.so_far(one.on)


def _merged(group: Sequence[Moment]) -> tuple[Moment, int]:
    latest = group[-1]
    if len(group) == 1:
        return latest, 1
    first = group[0].on
    mean = first + timedelta(days=round(sum((m.on - first).days for m in group) / len(group)))
    return Moment(mean, "success", latest.words), len(group)


def _is_near(x: float, y: float, taken: Sequence[Box]) -> bool:
    return any(
        abs((box.left + box.right) / 2 - x) < NEAR and abs((box.top + box.bottom) / 2 - y) < NEAR
        for box in taken
    )


def write_setbacks(plot: Plot, happened: Sequence[Happened]) -> None:
    """Write under each arc what happened, how long it took, and what helped."""
    for one in happened:
        forms = setback_forms(one.moment)
        placed = place(plot.space, one.mark, forms, ("below",))
        placed = placed or place(plot.space, one.mark, forms[-1:], ("above", "beside"))
        if placed:
            write(plot.sheet, placed)


def setback_forms(moment: Moment) -> list[Form]:
    """Return the words of a setback: whole, without what helped, then short."""
    what = tuple(Line(line) for line in _short(moment.words, 180, 2))
    days_off = (moment.back_on - moment.on).days if moment.back_on else 0
    back = wording.back_after(days_off) if moment.back_on else wording.NOT_BACK
    helped = tuple(Line(line, "j-soft") for line in _short(moment.helped, 180, 2))
    forms = [Form((*what, Line(back, "j-soft"))), Form(what or (Line(back, "j-soft"),))]
    if helped:
        forms.insert(0, Form((*what, Line(back + ":", "j-soft"), *helped)))
    return forms


def write_successes(plot: Plot, happened: Sequence[Happened]) -> None:
    """Write the words of each success; in a dense picture those of the latest only."""
    for one in happened[-1:] if plot.dense else happened:
        forms = success_forms(one.moment)
        placed = place(plot.space, one.mark, forms) if forms else None
        if placed:
            write(plot.sheet, placed)


def success_forms(moment: Moment) -> list[Form]:
    """Return the words of a success wrapped in several ways, and cut short as the last of them."""
    wrapped = [wrap(moment.words, most, 12) for most in WRAPS] if tidy(moment.words) else []
    fitting = [lines for lines in wrapped if len(lines) <= 3]
    if wrapped and not fitting:
        fitting = [_short(moment.words, 190, 3), _short(moment.words, 150, 2)]
    return [Form(tuple(Line(line) for line in lines)) for lines in fitting]


def _short(words: str, most: float, count: int) -> list[str]:
    if not tidy(words):
        return []
    return lines_at_most(wrap(words, most, 12), count, most, 12)
