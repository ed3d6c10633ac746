"""The ties from what is in the way up to the goals that it holds back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cors.journey.layout import Lane, Layout
from cors.journey.model import Barrier

NEAR = 5
STEPS = (0, 6, 9, 12, 18, 24, 30, 36)


@dataclass(frozen=True)
class Knot:
    """Where a tie holds a goal; reach is how far it bends right to a line that begins later."""

    ident: str
    x: float
    y: float
    reach: float = 0


@dataclass(frozen=True)
class Tie:
    """One tie: its pixel, and its knots from the top down."""

    barrier: Barrier
    x: float
    knots: tuple[Knot, ...]

    @property
    def top(self) -> float:
        return min(knot.y for knot in self.knots)


def ties(barriers: Sequence[Barrier], layout: Layout) -> list[Tie]:
    """Return a tie for each barrier that holds a drawn goal back, none upon another."""
    taken = [lane.course.first for lane in layout.lanes if lane.course.is_rated]
    found: list[Tie] = []
    for barrier in barriers:
        lanes = [lane for ident in barrier.blocks if (lane := layout.lane(ident))]
        if lanes:
            x = _free_of(layout.axis.so_far(barrier.from_on), taken)
            taken.append(x)
            knots = sorted((_knot(lane, x) for lane in lanes), key=lambda knot: knot.y)
            found.append(Tie(barrier, x, tuple(knots)))
    return found


def _free_of(x: float, taken: Sequence[float]) -> float:
    steps = (x + step for step in STEPS)
    free = (at for at in steps if all(abs(at - other) >= NEAR for other in taken))
    return next(free, x + STEPS[-1])


def _knot(lane: Lane, x: float) -> Knot:
    course = lane.course
    if x < course.first - 1:
        return Knot(lane.goal.ident, course.first - 9, course.base, course.first - 9 - x)
    return Knot(lane.goal.ident, x, course.y(x))


def crossing(found: Sequence[Tie], lane: Lane) -> Iterator[tuple[float, float]]:
    """Yield the pixel of each tie that passes a lane, and the height from which it does."""
    for tie in found:
        if tie.top < lane.bottom:
            yield tie.x, max(tie.top, lane.top)
