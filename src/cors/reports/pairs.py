"""First and latest scores of many people, gathered by value: the sums that are made of them. Pure.

Numbers are in points of the score; what is called good is turned so that plus is good.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum, sqrt

from cors.catalogue.schema.measure import Basis, HigherIs, ReliableChange, Score
from cors.measures.change import Movement, distance_travelled, movement_of
from cors.measures.effect import Effect, effect_of
from cors.measures.student_t import quantile

FEWEST_FOR_EFFECT = 10
FEWEST_TO_COMPARE = 5
Weighted = Iterable[tuple[float, int]]


def mean_of(values: Weighted) -> float | None:
    """Return the mean of values that so many people have; None of nobody."""
    rows = list(values)
    people = sum(count for _, count in rows)
    return fsum(value * count for value, count in rows) / people if people else None


def sd_of(values: Weighted) -> float | None:
    """Return the standard deviation with n - 1 below; None of fewer than two people."""
    rows = list(values)
    people, mean = sum(count for _, count in rows), mean_of(rows)
    if people < 2 or mean is None:
        return None
    return sqrt(fsum(count * (value - mean) ** 2 for value, count in rows) / (people - 1))


@dataclass(frozen=True)
class Pairs:
    """How many people have each first and latest score; those asked once have a first alone."""

    score: Score
    twice: Mapping[tuple[float, float], int]
    once: Mapping[float, int]

    @property
    def paired(self) -> int:
        return sum(self.twice.values())

    @property
    def asked(self) -> int:
        return self.paired + sum(self.once.values())

    @property
    def first(self) -> list[tuple[float, int]]:
        """The first scores of those who have two."""
        return [(first, count) for (first, _), count in self.twice.items()]

    @property
    def latest(self) -> list[tuple[float, int]]:
        return [(latest, count) for (_, latest), count in self.twice.items()]

    @property
    def changes(self) -> list[tuple[float, int]]:
        """The changes, plus is good."""
        way = self.score.higher_is
        return [
            (distance_travelled(first, latest, way), count)
            for (first, latest), count in self.twice.items()
        ]

    def interval(self) -> tuple[float, float] | None:
        """Return the 95 % t interval round the mean change; None of fewer than two pairs."""
        mean, sd = mean_of(self.changes), sd_of(self.changes)
        if mean is None or sd is None:
            return None
        reach = quantile(0.975, self.paired - 1) * sd / sqrt(self.paired)
        return mean - reach, mean + reach

    def effect(self) -> Effect | None:
        """Return d_av; None of fewer than ten pairs, or where nobody differs from anybody."""
        spreads, of_changes = (sd_of(self.first), sd_of(self.latest)), sd_of(self.changes)
        mean = mean_of(self.changes)
        if self.paired < FEWEST_FOR_EFFECT or mean is None or not of_changes:
            return None
        spread = fsum(each or 0 for each in spreads) / 2
        return effect_of(mean, of_changes, self.paired, spread) if spread else None

    def moved(self, limit: ReliableChange) -> dict[Movement, int]:
        """Count the people by whether they moved by more than chance."""
        found = dict.fromkeys(Movement, 0)
        at = limit.basis is Basis.PUBLISHED
        for change, count in self.changes:
            found[movement_of(change, limit.value, at_threshold=at)] += count
        return found

    def without_room(self, limit: ReliableChange) -> tuple[int, int]:
        """Count those who began too near to the good end to get better by more than chance.

        And those who began too near to the other end to get worse by more than chance.
        """
        best, worst = self._ends()
        room = [(abs(best - first), abs(first - worst), count) for first, count in self.first]
        return (
            sum(count for up, _, count in room if up < limit.value),
            sum(count for _, down, count in room if down < limit.value),
        )

    def _ends(self) -> tuple[float, float]:
        score = self.score
        is_up = score.higher_is is HigherIs.BETTER
        return (score.high, score.low) if is_up else (score.low, score.high)

    def apart_at_first(self) -> float | None:
        """Return by how many spreads better those began who have two scores than those with one.

        By the standard deviation of all first scores; None where either are fewer than five.
        """
        once = list(self.once.items())
        mine, theirs, spread = mean_of(self.first), mean_of(once), sd_of([*self.first, *once])
        fewest = min(self.paired, self.asked - self.paired)
        if mine is None or theirs is None or not spread or fewest < FEWEST_TO_COMPARE:
            return None
        return distance_travelled(theirs, mine, self.score.higher_is) / spread
