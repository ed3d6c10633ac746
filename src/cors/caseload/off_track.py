"""Off track: a goal that feels further away, or a measure that moved the wrong way. Pure.

Both are definitions for a worker's attention, not verdicts. Why these: docs/adr/0026.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cors.catalogue.schema.measure import Basis, MeasureDefinition, Score
from cors.measures.change import Movement, distance_travelled, movement_of
from cors.measures.limits import limit_of

Rated = tuple[date, int]  # the day and the value, 0 to 10


@dataclass(frozen=True, slots=True)
class Fall:
    """Two falls in a row of one rater on one goal: before the first, and after the second."""

    before: int
    now: int
    last_date: date

    @property
    def points(self) -> int:
        return self.before - self.now


@dataclass(frozen=True, slots=True)
class Taken:
    """One score as it stands in the records."""

    measure: str
    version: str
    rater: str
    key: str
    value: float


@dataclass(frozen=True, slots=True)
class Worse:
    """A score that is worse than at first by its reliable amount or more, in points."""

    label: str
    rater: str
    points: float
    limit: float


def fell_twice(ratings: Sequence[Rated]) -> Fall | None:
    """Return the last two falls in a row of one rater's ratings, which come in order.

    Of several ratings on one day the last stands: a correction is no fall. Ratings are whole
    points, so two falls are 2 points or more together.
    """
    last = list(dict(ratings).items())[-3:]
    if len(last) < 3:
        return None
    (_, before), (_, between), (day, now) = last
    return Fall(before, now, day) if before > between > now else None


def moved_the_wrong_way(
    taken: Iterable[Taken], definitions: Mapping[str, MeasureDefinition]
) -> Worse | None:
    """Return the score that got worse by most of its limits, of those that come in order.

    Compared are the first and the latest of the same measure, version, score and rater, by the
    limit that the measure's definition gives with a source that was checked.
    """
    ends: dict[tuple[str, str, str, str], tuple[float, float]] = {}
    for each in taken:
        at = (each.measure, each.version, each.rater, each.key)
        first, _ = ends.get(at, (each.value, each.value))
        ends[at] = (first, each.value)
    found = [
        worse
        for (measure, version, rater, key), (first, latest) in ends.items()
        if (definition := definitions.get(measure)) and definition.version == version
        for score in definition.scores
        if score.key == key and (worse := _worse(definition, score, rater, first, latest))
    ]
    return max(found, key=lambda worse: worse.points / worse.limit, default=None)


def _worse(
    definition: MeasureDefinition, score: Score, rater: str, first: float, latest: float
) -> Worse | None:
    limit = limit_of(score)
    if limit is None:
        return None
    change = distance_travelled(first, latest, score.higher_is)
    published = limit.basis is Basis.PUBLISHED
    if movement_of(change, limit.value, at_threshold=published) is not Movement.WORSE:
        return None
    return Worse(definition.label, rater, -change, limit.value)
