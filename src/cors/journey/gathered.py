"""Many barriers gathered by part of life: how many were in the way at once, from day to day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cors.journey import bands, wording
from cors.journey.bands import MOST_BARRIERS, Stroke
from cors.journey.model import Barrier, Journey, Work
from cors.journey.time_axis import TimeAxis

MOST_AREAS = 6


@dataclass(frozen=True)
class Step:
    """Between two days so many were in the way at once."""

    start: date
    end: date
    count: int


@dataclass(frozen=True)
class Area:
    """A part of life with all that was in the way there."""

    name: str
    barriers: tuple[Barrier, ...]

    @property
    def resolved(self) -> int:
        return sum(barrier.resolved_on is not None for barrier in self.barriers)

    @property
    def goals(self) -> frozenset[str]:
        """The idents of the goals that any of them holds back."""
        return frozenset(ident for barrier in self.barriers for ident in barrier.blocks)

    def open_days(self, today: date) -> int:
        return sum(((row.resolved_on or today) - row.from_on).days for row in self.barriers)


def is_gathered(journey: Journey) -> bool:
    """Tell whether there are too many barriers to draw each on a row of its own."""
    return len(journey.barriers) > MOST_BARRIERS


def areas(journey: Journey) -> list[Area]:
    """Return parts of life, most open days first; those after the sixth are one, `Other`."""
    held: dict[str, list[Barrier]] = defaultdict(list)
    for barrier in bands.ordered(journey.barriers):
        held[barrier.area or wording.OTHER].append(barrier)
    other = held.pop(wording.OTHER, [])
    found = [Area(name, tuple(rows)) for name, rows in held.items()]
    found.sort(key=lambda area: (-area.open_days(journey.today), area.name))
    for area in found[MOST_AREAS:]:
        other += area.barriers
    rest = [Area(wording.OTHER, tuple(other))] if other else []
    return [*found[:MOST_AREAS], *rest]


def steps(barriers: Iterable[Barrier], today: date) -> list[Step]:
    """Return how many were open from day to day, the days without any left out."""
    changes: dict[date, int] = defaultdict(int)
    for barrier in barriers:
        end = max(barrier.resolved_on or today, barrier.from_on)
        changes[barrier.from_on] += 1
        changes[end] -= 1
    found: list[Step] = []
    count, begun = 0, date.min
    for day in sorted(changes):
        if count and day > begun:
            found.append(Step(begun, day, count))
        count, begun = count + changes[day], day
    return found


def strokes(barriers: Sequence[Barrier], axis: TimeAxis) -> list[Stroke]:
    """Return one stroke for each month, or quarter, in which there was any work on them."""
    held = [day for row in barriers for work in row.work for day in work.sessions]
    if not held:
        return []
    whole = Work("", min(held), max(held), tuple(held))
    return [one for one in bands.strokes(whole, axis) if one.sessions]
