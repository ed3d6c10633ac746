"""Where each barrier and each piece of work lies under the water, and what its words say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cors.journey import days
from cors.journey.model import Barrier, Journey, Work
from cors.journey.time_axis import TimeAxis

MOST_BARRIERS = 8
GAP = 1.6


@dataclass(frozen=True)
class Row:
    """A barrier with its work, or work that goes straight to a goal (then without a barrier)."""

    top: float
    work: tuple[Work, ...]
    goals: tuple[str, ...]
    barrier: Barrier | None = None

    @property
    def height(self) -> float:
        return 44 + 20 * len(self.work) if self.barrier else 44

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def band_top(self) -> float:
        return self.top + 21


@dataclass(frozen=True)
class Stroke:
    """The sessions of one month, or of one quarter, between two pixels."""

    left: float
    right: float
    sessions: int


def ordered(barriers: Sequence[Barrier]) -> list[Barrier]:
    """Return barriers with the latest on top: what surfaced last lies nearest the surface."""
    return sorted(barriers, key=lambda barrier: barrier.from_on, reverse=True)


def shown(barriers: Sequence[Barrier], most: int, resolved: int) -> list[Barrier]:
    """Return all of a few; of many those still here and the latest resolved ones."""
    if len(barriers) <= most:
        return ordered(barriers)
    here = [barrier for barrier in barriers if barrier.resolved_on is None]
    past = [barrier for barrier in barriers if barrier.resolved_on is not None]
    past.sort(key=lambda barrier: barrier.resolved_on or date.min, reverse=True)
    return ordered([*here, *past[:resolved]])


def rows(journey: Journey, top: float) -> list[Row]:
    """Lay out barriers, the latest on top, and then what goes straight to a goal."""
    found: list[Row] = []
    for barrier in ordered(journey.barriers):
        work = tuple(sorted(barrier.work, key=lambda one: one.start))
        found.append(Row(top, work, barrier.blocks, barrier))
        top = found[-1].bottom
    for ident, work_ in straight(journey):
        found.append(Row(top, (work_,), (ident,)))
        top = found[-1].bottom
    return found


def straight(journey: Journey) -> list[tuple[str, Work]]:
    """Return the work that goes straight to goals, what began first on top."""
    return sorted(journey.straight, key=lambda pair: pair[1].start)


def spell(work: Work, today: date) -> tuple[date, date]:
    """Return the first and the last day of an intervention, with all of its sessions."""
    held = [day for day in work.sessions if day <= today]
    return min([work.start, *held]), max([min(work.end or today, today), work.start, *held])


def strokes(work: Work, axis: TimeAxis) -> list[Stroke]:
    """Return one stroke a month, or a quarter on a long axis, over the spell of the work."""
    first, last = spell(work, axis.today)
    step = 3 if axis.is_long else 1
    start = days.first_of_month(min(max(first, axis.start), last))
    if step == 3:
        start = days.first_of_month(start, -((start.month - 1) % 3))
    found = []
    while start <= last:
        after = days.first_of_month(start, step)
        sessions = sum(start <= day < after and day <= axis.today for day in work.sessions)
        left = axis.so_far(max(start, first)) + GAP / 2
        right = axis.so_far(min(after, last + timedelta(days=1))) - GAP / 2
        found.append(Stroke(left, max(right, left + 2), sessions))
        start = after
    return [one for one in found if one.right > axis.left + 1] or found[-1:]


def height_of(sessions: int, is_long: bool, dose: float) -> float:
    """Return how high a stroke is; none at all is a thin line."""
    if is_long:
        return 1 + dose * 0.41 * min(sessions, 14)
    return 1 + dose * min(sessions, 7)
