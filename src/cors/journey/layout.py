"""How high each lane is and where it stands: lanes from the top down, then the water line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cors.journey import wording
from cors.journey.course import Chart, Course, course
from cors.journey.model import OWN_LINE, Goal, Journey, letters
from cors.journey.style import Style
from cors.journey.text import wrap
from cors.journey.time_axis import TimeAxis

FIRST_LANE = 78
ABOVE_WATER = 20
WORDS_WIDE = 138
MANY_GOALS = 3
TOO_MANY_GOALS = 6
ROOM_A_MARK = 58
"""Pixels of plot that a mark with its words needs; with less, marks are gathered."""

MOST_DOTS = 40


@dataclass(frozen=True)
class Sizes:
    """The heights of a lane and the size of its goal's words."""

    head: float
    chart: float
    foot: float
    words: float


ALONE = Sizes(40, 118, 32, 15)
SOME = Sizes(34, 78, 18, 15)
DENSE = Sizes(34, 50, 13, 14)
OWN = Sizes(30, 12, 18, 15)
FOOT_WITH_SETBACK = 52


@dataclass(frozen=True)
class Lane:
    """The place of one goal."""

    goal: Goal
    letter: str
    top: float
    bottom: float
    chart: Chart
    course: Course
    words: tuple[str, ...]
    about: tuple[str, ...]
    sizes: Sizes
    is_dense: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is the person's own line, which has no letter, no scale and no number."""
        return self.goal.ident == OWN_LINE

    @property
    def leading(self) -> float:
        return self.sizes.words * 1.22


@dataclass(frozen=True)
class Layout:
    """All lanes, the height of the water line, and the goals that are only in the table."""

    axis: TimeAxis
    lanes: tuple[Lane, ...]
    water: float
    folded: tuple[Goal, ...] = ()
    is_dense: bool = False

    def lane(self, ident: str) -> Lane | None:
        return next((lane for lane in self.lanes if lane.goal.ident == ident), None)


def time_axis(journey: Journey, style: Style) -> TimeAxis:
    """Return the axis from the first day of which anything above the water is known."""
    if journey.shown:
        return TimeAxis(journey.start, journey.today, style.left, style.right)
    known = [journey.start, journey.today]
    known += [review.on for review in journey.reviews]
    for goal in journey.lanes:
        known += [rating.on for rating in goal.ratings]
        known += [moment.on for moment in goal.moments]
        known += [flag.on for flag in goal.flags]
        known.append(goal.set_on)
    return TimeAxis(min(known), journey.today, style.left, style.right)


def is_dense(journey: Journey, axis: TimeAxis) -> bool:
    return len(journey.goals) > MANY_GOALS or axis.is_long


def drawn_goals(journey: Journey) -> tuple[tuple[Goal, ...], tuple[Goal, ...]]:
    """Return the goals that get a lane, and those that are folded away."""
    kept = tuple(goal for goal in journey.goals if goal.ended_on is None)
    if len(journey.goals) <= TOO_MANY_GOALS or not kept:
        return journey.goals, ()
    return kept, tuple(goal for goal in journey.goals if goal.ended_on is not None)


def lay_out(journey: Journey, style: Style) -> Layout:
    """Place every lane of the wide picture."""
    axis = time_axis(journey, style)
    dense = is_dense(journey, axis)
    goals, folded = drawn_goals(journey)
    own, named = journey.own_line, letters(journey)
    top: float = FIRST_LANE
    lanes: list[Lane] = []
    for goal in (own, *goals) if own else goals:
        sizes = OWN if goal is own else _sizes(len(goals), dense)
        lane = _lane(journey, axis, named.get(goal.ident, ""), goal, sizes, top)
        lanes.append(replace(lane, is_dense=dense or is_busy(goal, axis)))
        top = lane.bottom
    return Layout(axis, tuple(lanes), top + ABOVE_WATER, folded, dense)


def _sizes(goals: int, dense: bool) -> Sizes:
    if dense:
        return DENSE
    return ALONE if goals == 1 else SOME


def _lane(
    journey: Journey, axis: TimeAxis, name: str, goal: Goal, sizes: Sizes, top: float
) -> Lane:
    words, about = _gutter(goal, sizes)
    chart = Chart(top + sizes.head, sizes.chart)
    high = sizes.head + sizes.chart + _foot(goal, sizes)
    words_high = 29 + (len(words) - 1) * sizes.words * 1.22 + 19 + len(about) * 15
    line = course(goal, axis, chart, journey.pauses)
    bottom = top + max(high, words_high)
    return Lane(goal, name, top, bottom, chart, line, tuple(words), tuple(about), sizes)


def _gutter(goal: Goal, sizes: Sizes) -> tuple[list[str], list[str]]:
    """Return the words of a goal, and what stands beneath them in small."""
    if goal.ident == OWN_LINE:
        said = wrap(wording.OWN_LINE, WORDS_WIDE, sizes.words, 600)
        return said, wrap(wording.NO_ONE_GOAL, WORDS_WIDE, 12)
    about = wrap(wording.set_on(goal.area, goal.set_on), WORDS_WIDE, 12)
    if goal.first_words:
        about += wrap(wording.at_first(goal.first_words), WORDS_WIDE, 12)
    return wrap(goal.words, WORDS_WIDE, sizes.words, 600), about


def is_busy(goal: Goal, axis: TimeAxis) -> bool:
    """Tell whether so much happened that marks of one lane would lie upon each other."""
    happened = len(goal.moments) + len(goal.flags)
    return happened > (axis.right - axis.left) / ROOM_A_MARK or len(goal.ratings) > MOST_DOTS


def _foot(goal: Goal, sizes: Sizes) -> float:
    has_setback = any(moment.kind == "setback" for moment in goal.moments)
    return max(sizes.foot, FOOT_WITH_SETBACK) if has_setback and sizes is not DENSE else sizes.foot


def spread(lanes: Sequence[Lane]) -> tuple[float, float]:
    """Return the top and the bottom of all lanes together."""
    return lanes[0].top, lanes[-1].bottom
