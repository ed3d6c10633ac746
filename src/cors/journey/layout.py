"""How high each lane is and where it stands: lanes from the top down, then the water line."""

from collections.abc import Sequence
from dataclasses import dataclass

from cors.journey import wording
from cors.journey.course import Chart, Course, course
from cors.journey.model import Goal, Journey, letter
from cors.journey.style import Style
from cors.journey.text import wrap
from cors.journey.time_axis import TimeAxis

FIRST_LANE = 78
ABOVE_WATER = 20
WORDS_WIDE = 138
MANY_GOALS = 3
TOO_MANY_GOALS = 6


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
    known = [journey.start, journey.today]
    known += [review.on for review in journey.reviews]
    for goal in journey.goals:
        known += [rating.on for rating in goal.ratings]
        known += [moment.on for moment in goal.moments]
        known += [flag.on for flag in goal.flags]
        known.append(goal.set_on)
    return TimeAxis(min(known), journey.today, style.left, style.right)


def is_dense(journey: Journey, axis: TimeAxis) -> bool:
    return len(journey.goals) > MANY_GOALS or axis.is_long


def drawn_goals(journey: Journey) -> tuple[list[tuple[int, Goal]], tuple[Goal, ...]]:
    """Return the goals that get a lane, with their place, and those that are folded away."""
    placed = list(enumerate(journey.goals))
    if len(placed) <= TOO_MANY_GOALS:
        return placed, ()
    kept = [(place, goal) for place, goal in placed if goal.ended_on is None]
    if not kept:
        return placed, ()
    return kept, tuple(goal for _, goal in placed if goal.ended_on is not None)


def lay_out(journey: Journey, style: Style) -> Layout:
    """Place every lane of the wide picture."""
    axis = time_axis(journey, style)
    dense = is_dense(journey, axis)
    goals, folded = drawn_goals(journey)
    top: float = FIRST_LANE
    lanes: list[Lane] = []
    for place, goal in goals:
        sizes = _sizes(len(goals), dense)
        lane = _lane(journey, axis, letter(place), goal, sizes, top)
        lanes.append(lane)
        top = lane.bottom
    return Layout(axis, tuple(lanes), top + ABOVE_WATER, folded, dense)


def _sizes(goals: int, dense: bool) -> Sizes:
    if dense:
        return DENSE
    return ALONE if goals == 1 else SOME


def _lane(
    journey: Journey, axis: TimeAxis, name: str, goal: Goal, sizes: Sizes, top: float
) -> Lane:
    words = wrap(goal.words, WORDS_WIDE, sizes.words, 600)
    about = wrap(wording.set_on(goal.area, goal.set_on), WORDS_WIDE, 12)
    chart = Chart(top + sizes.head, sizes.chart)
    high = sizes.head + sizes.chart + _foot(goal, sizes)
    words_high = 29 + (len(words) - 1) * sizes.words * 1.22 + 19 + len(about) * 15
    line = course(goal, axis, chart, journey.pauses)
    bottom = top + max(high, words_high)
    return Lane(goal, name, top, bottom, chart, line, tuple(words), tuple(about), sizes)


def _foot(goal: Goal, sizes: Sizes) -> float:
    has_setback = any(moment.kind == "setback" for moment in goal.moments)
    return max(sizes.foot, FOOT_WITH_SETBACK) if has_setback and sizes is not DENSE else sizes.foot


def spread(lanes: Sequence[Lane]) -> tuple[float, float]:
    """Return the top and the bottom of all lanes together."""
    return lanes[0].top, lanes[-1].bottom
