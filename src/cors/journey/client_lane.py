"""Draws one hope for the person: its words, a smooth line, and only what they themselves say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from cors.journey import course as line_of
from cors.journey import days, flags, goal_lane, moments, wording
from cors.journey.client_words import listed, write_moments
from cors.journey.course import Chart, Course
from cors.journey.curve import smooth
from cors.journey.labels import Space
from cors.journey.layout import is_busy
from cors.journey.model import OWN_LINE, Goal, Journey, in_order, number_now
from cors.journey.plot import Plot
from cors.journey.sheet import Box, Sheet, number, points
from cors.journey.style import Style
from cors.journey.text import width, wrap
from cors.journey.time_axis import TimeAxis

LINE = 3.6
DOT = 5
FIRST = 24
CHART = 70
LATER = 45
"""Days after the start from which a hope was added on the way."""


@dataclass(frozen=True)
class Hope:
    """The place of one goal."""

    goal: Goal
    words: tuple[str, ...]
    at_first: tuple[str, ...]
    top: float
    chart: Chart
    course: Course
    bottom: float
    is_first: bool

    @property
    def is_own(self) -> bool:
        return self.goal.ident == OWN_LINE


def place_hope(
    journey: Journey, goal: Goal, axis: TimeAxis, style: Style, top: float, *, is_first: bool
) -> Hope:
    """Return where the words, the chart and the end of one hope are."""
    room = style.width - 2 * style.edge
    own = goal.ident == OWN_LINE
    words = wrap(wording.OWN_LINE if own else f"“{goal.words}”", room, style.goal, 700)
    first = wording.CLIENT_AT_FIRST.format(words=goal.first_words)
    at_first = wrap(first, room, style.small) if goal.first_words else []
    under_words = top + style.goal * 1.25 * len(words) + style.small * 1.3 * len(at_first)
    head, foot = _rooms(goal, style, is_first=is_first)
    chart = Chart(under_words + head, 14 if own or not goal.ratings else CHART)
    line = line_of.course(goal, axis, chart, journey.pauses)
    if not any(piece.paused for piece in line.pieces):
        line = _smoothed(line)
    bottom = chart.bottom + foot
    return Hope(goal, tuple(words), tuple(at_first), top, chart, line, bottom, is_first)


def _rooms(goal: Goal, style: Style, *, is_first: bool) -> tuple[float, float]:
    """Return the room over and under a chart for the words of what happened."""
    setbacks = [moment for moment in goal.moments if moment.kind == "setback"]
    if style.is_narrow:
        return (44 if goal.flags else 24), (40 if setbacks or is_first else 26)
    titled = any(moment.title for moment in goal.moments if moment.kind == "success")
    said = any(moment.title for moment in setbacks)
    head = 62 if goal.flags else (46 if titled else 22)
    return head, 84 if said else (44 if setbacks else 34)


def _smoothed(line: Course) -> Course:
    """Round the line off; what follows the last rating stays as it is."""
    along = smooth(line.points)
    solid = [
        line_of.Piece(start, end, _is_dashed(line, start[0])) for start, end in pairwise(along)
    ]
    rest = [piece for piece in line.pieces if line.points and piece.start[0] >= line.points[-1][0]]
    return replace(line, points=along, pieces=tuple(solid + rest))


def _is_dashed(line: Course, x: float) -> bool:
    return any(piece.dashed for piece in line.pieces if piece.start[0] <= x < piece.end[0])


def draw_hope(sheet: Sheet, hope: Hope, axis: TimeAxis, style: Style) -> float:
    """Draw a hope with all its marks and words, and return where the next one may begin."""
    right = style.width - (style.edge if style.is_narrow else 4)
    space = Space(Box(style.edge, hope.chart.top - 66, right, hope.bottom))
    _write_words(sheet, hope, style, space)
    _draw_line(sheet, hope, axis)
    _take_line(space, hope)
    _write_numbers(sheet, space, hope, axis, style)
    busy = is_busy(hope.goal, axis)
    ceiling = hope.chart.top - 30
    plot = Plot(
        *(sheet, space, axis, hope.course, ceiling, busy),
        large=style.marks,
        size=style.small,
        is_client=True,
    )
    setbacks = moments.draw_setbacks(plot, hope.goal)
    successes = moments.draw_successes(plot, hope.goal, [one.ring for one in setbacks])
    top = hope.chart.top - (40 if style.is_narrow else 60)
    drawn = flags.drawn_flags(hope.goal, busy)
    if style.is_narrow:
        flags.draw_bare(plot, drawn, hope.chart.top - 34)
        return listed(sheet, hope.goal, axis, style, hope.bottom) + 34
    flags.draw_flags(plot, drawn, top)
    write_moments(plot, setbacks, successes)
    return hope.bottom + 14


def _write_words(sheet: Sheet, hope: Hope, style: Style, space: Space) -> None:
    y = hope.top + style.goal
    for line in hope.words:
        sheet.text(style.edge, y, line, style.goal, "j-ink j-words", 700)
        y += style.goal * 1.25
    y += style.small - style.goal + 2
    for line in hope.at_first:
        sheet.text(style.edge, y, line, style.small, "j-soft j-words")
        y += style.small * 1.3
    said = [*((line, style.goal, 700) for line in hope.words)]
    said += [(line, style.small, 400) for line in hope.at_first]
    far = max(width(*line) for line in said)
    space.take(Box(style.edge, hope.top, style.edge + far, y - style.small + 4))


def _draw_line(sheet: Sheet, hope: Hope, axis: TimeAxis) -> None:
    course = hope.course
    shapes = "".join(points(shape) + "z" for shape in line_of.risen(course))
    if shapes:
        sheet.path("glow", shapes, "j-glow")
    begins = min([course.first, *goal_lane.grounds_of(hope.goal, axis)])
    if course.end > begins:
        base = f"M{number(begins)} {number(course.base)}H{number(course.end)}"
        sheet.path("base", base, "j-base", stroke_width=1.4)
    for run, dashed in line_of.strokes(course):
        sheet.path("lines", points(run), "j-line j-gap" if dashed else "j-line", stroke_width=LINE)
    if course.is_rated:
        for x, y in ((course.points[0]), (course.end, course.last)):
            sheet.circle("dots", x, y, DOT, "j-dot", stroke_width=1)
    elif not hope.is_own:
        sheet.circle("marks", course.first, course.base, 7, "j-empty", stroke_width=2)


def _take_line(space: Space, hope: Hope) -> None:
    course = hope.course
    for run, _ in line_of.strokes(course):
        space.take_along(run, 2)
    for x, y in course.points[:1]:
        space.take(Box(x - DOT, y - DOT, x + DOT, y + DOT))
    if course.end > course.first:
        space.rules.append(Box(course.first, course.base - 1, course.end, course.base + 1))


def _write_numbers(sheet: Sheet, space: Space, hope: Hope, axis: TimeAxis, style: Style) -> None:
    """Write the first number before the line and today's, the largest, after it."""
    now = number_now(hope.goal)
    if now is None:
        return
    course, first, last = hope.course, str(now[0]), str(now[1])
    x, y = course.points[0]
    if len(hope.goal.ratings) > 1:
        sheet.text(x - 13, y + 8, first, FIRST, "j-ink", 700, "end")
        space.take(Box(x - 14 - width(first, FIRST, 700), y - 12, x - 8, y + 10))
    at, size = course.end + 18, style.now
    sheet.text(at, course.last + size * 0.34, last, size, "j-ink j-halo", 700)
    below = wording.CLIENT_REACHED if hope.goal.reached else wording.CLIENT_TODAY
    far = at + width(last, size, 700)
    low = course.last + size * 0.56
    if (hope.is_first or hope.goal.ended_on) and (hope.goal.reached or not hope.goal.ended_on):
        far, low = _write_below(sheet, below, at, course.last + size * 0.34 + 24, style)
    space.take(Box(course.end + 8, course.last - size * 0.5, far, low))
    if len(hope.goal.ratings) > 1:
        _write_when(sheet, space, hope, axis, style)


def _write_below(sheet: Sheet, said: str, x: float, y: float, style: Style) -> tuple[float, float]:
    """Write what a number is, under it; return how far to the right and down that reaches."""
    far = style.width - style.edge / 2
    x = min(x, far - width(said, style.small))
    sheet.text(x, y, said, style.small, "j-soft j-halo")
    return far, y + 5


def _write_when(sheet: Sheet, space: Space, hope: Hope, axis: TimeAxis, style: Style) -> None:
    """Say of the first number that it is from the start, or when this hope was added."""
    x, y = hope.course.points[0]
    started = (_begin(hope.goal) - axis.start).days < LATER
    if started and hope.is_first:
        low, wide = y + 32, width(wording.CLIENT_START, style.small)
        box = Box(style.edge, low - 13, style.edge + wide, low + 5)
        if not any(box.meets(taken) for taken in space.taken()):
            sheet.text(style.edge, low, wording.CLIENT_START, style.small, "j-soft j-halo")
            space.take(box)
    elif not started:
        month = days.month_name(_begin(hope.goal))
        when = f"{month} {_begin(hope.goal).year}" if axis.is_long else month
        said = wording.CLIENT_ADDED.format(month=when)
        first = str(in_order(hope.goal)[0].value)
        left = x - max(38, 25 + width(first, FIRST, 700))
        if left - width(said, style.small) > style.edge / 2:
            sheet.text(left, y + 5, said, style.small, "j-soft", anchor="end")
            space.take(Box(left - width(said, style.small), y - 9, left, y + 10))


def _begin(goal: Goal) -> date:
    return min([goal.set_on, *(rating.on for rating in goal.ratings)])


def has_risen(goals: Sequence[Goal]) -> bool:
    """Tell whether any goal stands above its first rating."""
    ends = [number_now(goal) for goal in goals]
    return any(end[1] > end[0] for end in ends if end)
