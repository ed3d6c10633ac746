"""Draws what happened on the way to a goal: suns on the line, and arcs that hang under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from cors.journey import marks, wording
from cors.journey.days import full
from cors.journey.labels import Mark, Space
from cors.journey.model import Goal, Moment
from cors.journey.plot import Happened, Plot
from cors.journey.sheet import Box, number
from cors.journey.text import width

LEAST_ARC = 13
DENSE_ARC = 11
NEAR = 15
LIFT = 17
SUNS_APART = (22, 34, 58)
RINGS_APART = (9, 24, 58)
"""Pixels within which marks of a dense lane gather: wider ones where there would be too many."""


def in_order(goal: Goal, kind: str) -> list[Moment]:
    """Return the moments of a kind, oldest first."""
    return sorted((m for m in goal.moments if m.kind == kind), key=lambda moment: moment.on)


def draw_setbacks(plot: Plot, goal: Goal) -> list[Happened]:
    """Draw each setback with its arc; none is left out, one ring may stand for several."""
    found = in_order(goal, "setback")
    return [_setback(plot, group) for group in _groups(plot, found, RINGS_APART)]


def _setback(plot: Plot, group: Sequence[Moment]) -> Happened:
    moment = _together(group)
    start, end = _arc_ends(plot, moment)
    course = plot.course
    high, low = course.y(start), course.lowest(start, end)
    wide = end - start
    sag = DENSE_ARC if plot.dense else min(max(9 + 0.3 * wide, 13), 24) * plot.large
    arc = _Arc(start, end, high, course.y(end) if moment.back_on else low + 5 + sag * 0.4)
    deepest, reach = low + 5 + sag, min(0.1 * wide, 12)
    curve = (
        f"M{number(start)} {number(high)}C{number(start + reach)} {number(deepest)}"
        f" {number(end - reach)} {number(deepest)} {number(end)} {number(arc.to)}"
    )
    paint = "j-arc" if moment.back_on else "j-arc j-open"
    plot.sheet.path("arcs", curve, paint, stroke_width=1.6 * plot.large)
    taken = _take_arc(plot, arc, bool(moment.back_on))
    controls = ((start + reach, deepest), (end - reach, deepest))
    _take_curve(plot.space, ((start, high), *controls, (end, arc.to)))
    bottom = low + (deepest - low) * 0.75
    _counted(plot, Box(start, bottom, end, bottom), len(group), under=True)
    hangs = Box(start - 6, min(high, arc.to) - 7, end + 5, bottom + 1)
    _open(plot, group, Box(start - 7, high - 7, max(end, start + 8) + 4, bottom + 2))
    return Happened(moment, Mark((start + end) / 2, hangs), taken, len(group))


@dataclass(frozen=True)
class _Arc:
    """The way back: from the ring at high to the point at the height to."""

    start: float
    end: float
    high: float
    to: float


def _take_arc(plot: Plot, arc: _Arc, is_back: bool) -> Box:
    """Draw the ring, and the arrow-head where the way ends; take and return their places."""
    ring = marks.ring(plot.sheet, arc.start, arc.high, plot.scale)
    plot.space.take(ring)
    if is_back:
        plot.space.take(marks.arrow_head(plot.sheet, arc.end, arc.to, plot.scale))
    return ring


def _together(group: Sequence[Moment]) -> Moment:
    """Return one setback that lasts from the first of a group until all are back on track."""
    if len(group) == 1:
        return group[0]
    back = [moment.back_on for moment in group if moment.back_on]
    return replace(group[0], back_on=max(back) if len(back) == len(group) else None)


def _open(plot: Plot, group: Sequence[Moment], box: Box) -> None:
    """Let a mark open the entry of what happened; one that stands for several opens none."""
    for moment in group if len(group) == 1 else ():
        said = f"{wording.clause(moment.words)}, {full(moment.on)}"
        plot.sheet.mark(moment.ident, said, box)


def _arc_ends(plot: Plot, moment: Moment) -> tuple[float, float]:
    """Return both ends of an arc; one near today begins earlier rather than pass it."""
    least = LEAST_ARC * plot.large
    start = plot.axis.so_far(moment.on)
    end = plot.axis.so_far(moment.back_on) if moment.back_on else plot.axis.now
    if end - start < least:
        limit = max(plot.axis.now, plot.axis.left + least)
        end = min(start + least, limit)
        start = end - least
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
    for group in _groups(plot, in_order(goal, "success"), SUNS_APART):
        moment = _mean(group)
        x = plot.axis.so_far(moment.on)
        box = _sun(plot, x, taken)
        if len(group) > 1:
            box = _counted(plot, box, len(group))
        plot.space.take(box)
        _open(plot, group, box)
        taken.append(box)
        found.append(Happened(moment, Mark(x, box), box, len(group)))
    return found


def _sun(plot: Plot, x: float, taken: Sequence[Box]) -> Box:
    ground = y = plot.course.y(x)
    near, lift = NEAR * plot.large, LIFT * plot.large
    while _is_near(x, y, taken, near) and y - lift >= plot.ceiling:
        y -= lift
    if y < ground:
        stem = f"M{number(x)} {number(ground)}V{number(y + 8 * plot.scale)}"
        plot.sheet.path("poles", stem, "j-ray", stroke_width=1.2)
        plot.space.take(Box(x - 1, y, x + 1, ground))
    return marks.sun(plot.sheet, x, y, plot.scale)


def _counted(plot: Plot, mark: Box, count: int, *, under: bool = False) -> Box:
    """Write how many a mark stands for, over or under it where there is room."""
    if count < 2:
        return mark
    middle, half = (mark.left + mark.right) / 2, width(str(count), plot.size, 600) / 2
    up, down = plot.size * 0.84, plot.size * 0.1
    baselines = (mark.top - 3, mark.bottom + plot.size - 1)
    for baseline in reversed(baselines) if under else baselines:
        box = Box(middle - half, baseline - up, middle + half, baseline + down)
        if plot.space.is_free(box, over_ties=True, clear=1):
            paint = "j-ink j-halo"
            plot.sheet.text(middle, baseline, str(count), plot.size, paint, 600, "middle")
            plot.space.take(box)
            return Box(mark.left, min(mark.top, box.top), mark.right, max(mark.bottom, box.bottom))
    return mark


def _groups(plot: Plot, moments: Sequence[Moment], rooms: Sequence[float]) -> list[list[Moment]]:
    """Return each moment, or in a dense lane those together that would lie on each other."""
    if not plot.dense:
        return [[moment] for moment in moments]
    tried = (list(_within(plot, moments, room)) for room in rooms)
    groups: list[list[Moment]] = []
    for groups in tried:
        if len(groups) <= plot.most:
            break
    return groups


def _within(plot: Plot, moments: Sequence[Moment], room: float) -> Iterator[list[Moment]]:
    group: list[Moment] = []
    for moment in moments:
        if group and _apart(plot, group[0], moment) >= room:
            yield group
            group = []
        group.append(moment)
    if group:
        yield group


def _apart(plot: Plot, one: Moment, other: Moment) -> float:
    return plot.axis.so_far(other.on) - plot.axis.so_far(one.on)


def _mean(group: Sequence[Moment]) -> Moment:
    """Return the latest of a group, on the mean day of all."""
    first = group[0].on
    mean = first + timedelta(days=round(sum((m.on - first).days for m in group) / len(group)))
    return replace(group[-1], on=mean) if len(group) > 1 else group[0]


def _is_near(x: float, y: float, taken: Sequence[Box], near: float) -> bool:
    return any(
        abs((box.left + box.right) / 2 - x) < near and abs((box.top + box.bottom) / 2 - y) < near
        for box in taken
    )
