"""Draws the lane of one goal: its words, its chart, its line, its number."""

from collections.abc import Sequence

from cors.journey import course as line_of
from cors.journey import days, marks, wording
from cors.journey.labels import Space
from cors.journey.layout import Lane
from cors.journey.model import Goal, number_now
from cors.journey.sheet import Box, Sheet, number, points
from cors.journey.style import Style
from cors.journey.text import width
from cors.journey.ties import Knot
from cors.journey.time_axis import TimeAxis

LINE = 2.4
DOT = 3.4
NUMBER_ROOM = 90


def space_of(lane: Lane, axis: TimeAxis, style: Style) -> Space:
    """Return the room for words in a lane, with today's line as something to keep off."""
    right = style.width - style.edge if axis.has_room_ahead else axis.now - 2
    space = Space(Box(style.left - 6, lane.top + 1, right, lane.bottom))
    if axis.has_room_ahead:
        space.ties.append(Box(axis.now - 1, lane.top, axis.now + 1, lane.bottom))
    return space


def draw_words(sheet: Sheet, lane: Lane) -> None:
    """Write the letter, the client's words, the life area and the day in the gutter."""
    if lane.is_own:
        marks.way(sheet, 30, lane.top + 24)
    else:
        marks.badge(sheet, 30, lane.top + 24, lane.letter)
    y = lane.top + 29
    for words in lane.words:
        sheet.text(46, y, words, lane.sizes.words, "j-ink j-words", 600)
        y += lane.leading
    y += 19.3 - lane.leading
    for words in lane.about:
        sheet.text(46, y, words, 12, "j-soft")
        y += 15


def draw_wordings(sheet: Sheet, space: Space, lane: Lane, axis: TimeAxis) -> None:
    """Set a quotation mark over the chart on each day on which the goal got new words."""
    for wording_ in lane.goal.wordings[1:]:
        x, y = axis.so_far(wording_.on), lane.chart.top - 3
        box = Box(x - 5, y - 10, x + 5, y + 1)
        if not space.is_free(box, over_ties=True, clear=0):
            continue
        marks.quote(sheet, x, y)
        space.take(box)
        sheet.path(
            "base",
            f"M{number(x)} {number(y + 1)}V{number(lane.chart.bottom)}",
            "j-new",
            stroke_width=1,
        )
        words = width(wording.NEW_WORDS, 12)
        beside = Box(x + 9, y - 10, x + 9 + words, y + 2)
        if space.is_free(beside):
            sheet.text(x + 9, y - 1, wording.NEW_WORDS, 12, "j-soft")
            space.take(beside)


def draw_chart(sheet: Sheet, lane: Lane, style: Style) -> None:
    """Draw the hairlines at 0 and 10; a goal that was never rated has no scale to show."""
    if not lane.course.is_rated:
        return
    ends = f"M{number(style.left)} {{y}}H{number(style.right)}"
    hairs = "".join(ends.format(y=number(y)) for y in (lane.chart.top, lane.chart.bottom))
    sheet.path("hairlines", hairs, "j-hair", stroke_width=1)
    for value, y in ((10, lane.chart.top), (0, lane.chart.bottom)):
        at = style.left - (6 if style.is_phone else 8)
        sheet.text(at, y + 4, str(value), style.axis, "j-soft j-num", anchor="end")


def draw_line(sheet: Sheet, lane: Lane, grounds: Sequence[float], dots: str = "all") -> None:
    """Draw the baseline, what has risen above it, the line and its dots: all, first or ends.

    grounds are the pixels of marks: the baseline begins early enough to carry each of them.
    """
    course = lane.course
    shapes = "".join(points(shape) + "z" for shape in line_of.risen(course))
    if shapes:
        sheet.path("glow", shapes, "j-glow")
    begins = min([course.first, *grounds])
    if course.end > begins:
        base = f"M{number(begins)} {number(course.base)}H{number(course.end)}"
        sheet.path("base", base, "j-base", stroke_width=1)
    for run, dashed in line_of.strokes(course):
        paint = "j-line j-gap" if dashed else "j-line"
        sheet.path("lines", points(run), paint, stroke_width=LINE)
    for x, y in _dots(course, dots):
        sheet.circle("dots", x, y, DOT, "j-dot", stroke_width=1)
    if not course.is_rated and not lane.is_own:
        sheet.circle("marks", course.first, course.base, 5.2, "j-empty", stroke_width=1.6)
    if lane.goal.ended_on:
        _draw_end(sheet, course)


def grounds(lane: Lane, axis: TimeAxis) -> list[float]:
    """Return the pixels of the marks of a lane."""
    return grounds_of(lane.goal, axis)


def grounds_of(goal: Goal, axis: TimeAxis) -> list[float]:
    held = [moment.on for moment in goal.moments] + [flag.on for flag in goal.flags]
    return [axis.so_far(day) for day in held]


def _dots(course: line_of.Course, which: str) -> Sequence[line_of.Point]:
    if which == "all" or not course.points:
        return course.points
    if which == "first":
        return course.points[:1]
    return (course.points[0], (course.end, course.last))


def _draw_end(sheet: Sheet, course: line_of.Course) -> None:
    up = f"M{number(course.end)} {number(course.last - 7)}v14"
    sheet.path("lines", up, "j-line", stroke_width=2)


def take_line(space: Space, lane: Lane) -> None:
    """Keep words off the line, its dots, the baseline and, below setbacks, the 0."""
    course = lane.course
    for run, _ in line_of.strokes(course):
        space.take_along(run)
    for x, y in course.points:
        space.take(Box(x - 4, y - 4, x + 4, y + 4))
    if course.end > course.first:
        space.rules.append(Box(course.first, course.base - 1, course.end, course.base + 1))
    if any(moment.kind == "setback" for moment in lane.goal.moments) and course.is_rated:
        zero = lane.chart.bottom
        space.rules.append(Box(space.bounds.left, zero - 1, space.bounds.right, zero + 1))


def draw_knots(sheet: Sheet, space: Space, lane: Lane, knots: Sequence[Knot]) -> list[Box]:
    """Draw the knots of this lane and take their places."""
    boxes = [marks.knot(sheet, k.x, k.y) for k in knots if k.ident == lane.goal.ident]
    for box in boxes:
        space.take(box)
    return boxes


def draw_number(sheet: Sheet, space: Space, lane: Lane, axis: TimeAxis) -> None:
    """Write today's number beside the end of the line, and the first one under it."""
    if lane.is_own:
        return
    end, goal = lane.course.end, lane.goal
    x = (axis.now if end > axis.now - NUMBER_ROOM else end) + 14
    y = lane.course.last + 8
    below = _below_number(lane)
    y = min(y, lane.bottom - 19 - 14.5 * (len(below) - 1))
    now = number_now(goal)
    wide = 0.0
    if now is None:
        y -= 24
    else:
        said = str(now[1])
        paint = "j-soft j-halo" if goal.ended_on else "j-ink j-halo"
        sheet.text(x, y, said, 26, paint, 700)
        wide = width(said, 26, 700)
    for place, words in enumerate(below):
        sheet.text(x, y + 16 + 14.5 * place, words, 12, "j-soft j-halo")
        wide = max(wide, width(words, 12))
    space.take(Box(x, y - 19, x + wide, y + 20 + 14.5 * (len(below) - 1)))


def _below_number(lane: Lane) -> list[str]:
    goal, now = lane.goal, number_now(lane.goal)
    if now is None:
        said = list(wording.NOT_RATED)
    elif len(goal.ratings) == 1:
        said = [wording.FIRST_RATING]
    else:
        said = [f"from {now[0]}"]
    if goal.ended_on:
        said += [wording.REACHED_ON if goal.reached else wording.ENDED_ON]
        said += [days.short(goal.ended_on)]
    return said
