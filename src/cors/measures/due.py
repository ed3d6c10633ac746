"""What is to be asked of whom and why, from the schedules of services and from what was asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from cors.cases.models import Case
from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.measure import HigherIs, MeasureDefinition, Score
from cors.measures.models import Asked, Rater, Schedule, TakenRow
from cors.measures.schedule import LATE, Answered, Course, Due, Rule, next_due
from cors.measures.schedule_words import why_now
from cors.measures.staggering import APART, stagger

ON_PAPER = 10  # questions reckoned for a measure of which only the total is typed in


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A measure to ask: which, of whom, from which day, and why then."""

    measure: str
    label: str
    day: date
    why: str
    due: Due

    def shown(self, case: UUID) -> dict[str, str]:
        """Return it in words, with where it is taken and who answers."""
        page = reverse("measures:take", args=[case, self.measure])
        rater = self.due.rule.rater
        more = "" if rater == Rater.CLIENT else "?" + urlencode({"rater": rater})
        return {"label": self.label, "why": self.why, "url": page + more}


def best(score: Score) -> float:
    """Return the end of a score that could not be better."""
    return score.high if score.higher_is is HigherIs.BETTER else score.low


def just_left(schedules: Iterable[Schedule], today: date) -> Iterator[tuple[UUID, date, date]]:
    """Yield each service with the first and last day of the endings that it asks about now."""
    for row in schedules:
        weeks = [0] if row.at_end else []
        weeks += [row.weeks_after] if row.weeks_after is not None else []
        for day in (today - timedelta(weeks=each) for each in weeks):
            yield row.service_id, day - LATE, day


class Asking:
    """What these services want asked; costs one question to the database."""

    def __init__(self, services: Iterable[UUID], catalogue: Catalogue, today: date) -> None:
        self.today = today
        self.catalogue = catalogue
        self.rules: dict[UUID, list[Rule]] = defaultdict(list)
        for row in Schedule.standing(set(services)):
            if rule := self._rule(row):
                self.rules[row.service_id].append(rule)

    def of(self, service: UUID, course: Course, taken: Sequence[TakenRow]) -> list[ToAsk]:
        """Return what is to be asked of one person, now and later, a few questions a week."""
        dues: list[Due] = []
        last: dict[Rule, date] = {}
        for rule in self.rules.get(service, ()):
            asked = self._asked(rule, taken)
            if due := next_due(rule, course, asked, self.today):
                dues.append(due)
                last |= {rule: max(each.on for each in asked)} if asked else {}
        planned = stagger(dues, self.today, asked_lately=self._lately(taken)) if dues else []
        return [self._to_ask(each.due, each.day, last.get(each.due.rule)) for each in planned]

    def now(self, service: UUID, course: Course, taken: Sequence[TakenRow]) -> list[ToAsk]:
        """Return what is to be asked now."""
        found = self.of(service, course, taken)
        return [each for each in found if each.day <= self.today]

    def _definition(self, measure: str) -> MeasureDefinition | None:
        found = self.catalogue.entry("measure", measure)
        return found if isinstance(found, MeasureDefinition) else None

    def _rule(self, row: Schedule) -> Rule | None:
        """Return the rule, None where the measure may not be asked here any more."""
        definition = self._definition(row.measure)
        if definition is None or not self.catalogue.has("measure", row.measure):
            return None
        return Rule(
            row.measure,
            row.when(),
            row.rater,
            least_days=definition.min_interval_days,
            questions=self._questions(row.measure),
        )

    def _asked(self, rule: Rule, taken: Iterable[TakenRow]) -> list[Answered]:
        definition = self._definition(rule.measure)
        score = definition.main_score if definition else None
        found: dict[date, bool] = {}
        for row in taken:
            if (row.measure, row.rater) == (rule.measure, rule.rater):
                is_best = score is not None and (row.key, row.value) == (score.key, best(score))
                found[row.day] = found.get(row.day, False) or is_best
        return [Answered(day, at_best) for day, at_best in found.items()]

    def _lately(self, taken: Iterable[TakenRow]) -> int:
        """Return how many questions were asked in the last week."""
        since = self.today - APART + timedelta(days=1)
        asked = {(row.measure, row.rater, row.day) for row in taken if row.day >= since}
        return sum(self._questions(measure) for measure, _, _ in asked)

    def _questions(self, measure: str) -> int:
        definition = self._definition(measure)
        return (len(definition.items) if definition else 0) or ON_PAPER

    def _to_ask(self, due: Due, day: date, last: date | None) -> ToAsk:
        label = self.catalogue.label("measure", due.rule.measure)
        if due.rule.rater != Rater.CLIENT:
            label = f"{label} ({Rater(due.rule.rater).label.lower()})"
        return ToAsk(due.rule.measure, label, day, why_now(due, last, self.today), due)


def to_ask_now(
    case: Case, course: Course, asked: Iterable[Asked], catalogue: Catalogue, today: date
) -> list[dict[str, str]]:
    """Return what is to be asked of one person now, as a page shows it."""
    taken = [row for each in asked for row in each.rows(case.pk)]
    found = Asking([case.service_id], catalogue, today).now(case.service_id, course, taken)
    return [each.shown(case.pk) for each in found]
