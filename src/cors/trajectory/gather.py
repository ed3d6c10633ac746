"""From measures taken to plain data: one trajectory for each score, a line for each rater."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cors.cases.models import Case
from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.measure import MeasureDefinition, Score
from cors.measures.models import Asked, Rater
from cors.trajectory.model import Line, Taken, Trajectory
from cors.trajectory.words import to_the_person

RATERS: dict[str, str] = {str(value): str(label) for value, label in Rater.choices}


class Gathered:
    """The measures taken in a case, in order of their days; work_began is the first of any work."""

    def __init__(
        self,
        case: Case,
        asked: Iterable[Asked],
        catalogue: Catalogue,
        *,
        work_began: date | None,
        today: date,
    ) -> None:
        self.case = case
        self.catalogue = catalogue
        self.work_began = work_began
        self.today = today
        self.by_measure: dict[str, list[Asked]] = defaultdict(list)
        for row in asked:
            self.by_measure[row.measure].append(row)

    def main(self) -> Iterator[tuple[str, Trajectory]]:
        """Yield each measure that has one number to follow, with its trajectory."""
        for measure in self.by_measure:
            definition = self._definition(measure)
            score = definition.main_score if definition else None
            if definition and score:
                yield measure, self._trajectory(definition, score)

    def released(self) -> Iterator[tuple[date, str, str]]:
        """Yield the day, the measure and the sentence of each time that the person is shown.

        What was taken later is not in a sentence, nor what anybody else answered.
        """
        for measure, rows in self.by_measure.items():
            own = [row for row in rows if row.rater == Rater.CLIENT]
            for place, row in enumerate(own):
                said = self._said(measure, own[: place + 1]) if row.shared_date else ""
                if row.shared_date and said:
                    yield row.shared_date, measure, said

    def _said(self, measure: str, rows: Sequence[Asked]) -> str:
        definition = self._definition(measure)
        score = definition.main_score if definition else None
        if definition is None or score is None:
            return ""
        trajectory = self._trajectory(definition, score, rows)
        return to_the_person(trajectory, trajectory.lines[0], definition.about)

    def every_score(self, measure: str) -> list[Trajectory]:
        """Return a trajectory for each score of one measure, all its parts with them."""
        definition = self._definition(measure)
        scores = definition.scores if definition else ()
        return [self._trajectory(definition, score) for score in scores] if definition else []

    def _definition(self, measure: str) -> MeasureDefinition | None:
        found = self.catalogue.entry("measure", measure)
        return found if isinstance(found, MeasureDefinition) else None

    def _trajectory(
        self,
        definition: MeasureDefinition,
        score: Score,
        only: Sequence[Asked] | None = None,
    ) -> Trajectory:
        rows = self.by_measure.get(definition.key, []) if only is None else only
        latest = rows[-1].version if rows else definition.version
        same = [row for row in rows if row.version == latest]
        label = self.catalogue.label("measure", definition.key)
        return Trajectory(
            name=label if len(definition.scores) == 1 else f"{label}, {score.label}",
            score=score,
            # Of steps no mean is made, not even of the first two.
            lines=tuple(_lines(same, score.key, None if score.is_ladder else self.work_began)),
            start=self.case.started_date or self.case.referred_date,
            today=max(self.today, *(row.on for row in rows), self.case.referred_date),
            questions=len(score.items),
            least_days=definition.min_interval_days,
            other_version=len(rows) - len(same),
        )


def _lines(rows: Sequence[Asked], key: str, work_began: date | None) -> Iterator[Line]:
    for rater in RATERS:
        taken = tuple(_taken(row, key) for row in rows if row.rater == rater)
        if taken:
            yield Line(rater, taken, work_began)


def _taken(row: Asked, key: str) -> Taken:
    value, left_out = row.scores.get(key, (None, False))
    return Taken(row.on, value, left_out, str(row.pk), row.late)
