"""What bringing a table of scores in would add, and what in it speaks against the records."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from cors.access.models import Membership
from cors.cases.models import Case, GroupCode
from cors.catalogue.models import Service
from cors.clients.models import Client, fold_reference
from cors.exchange.score_cells import shown
from cors.exchange.scores_file import ScoreRow
from cors.exchange.scores_map import ScoresMap
from cors.exchange.table_lines import Mistake
from cors.measures.models import Assessment


@dataclass(frozen=True, slots=True)
class NewScore:
    """One score that is not in the records yet."""

    wave: str
    day: date
    value: float
    import_key: str


@dataclass(slots=True)
class RowPlan:
    """What one row adds: a person, a case, codes of groups, scores; or nothing at all."""

    row: ScoreRow
    client: Client | None = None
    case: Case | None = None
    codes: dict[str, str] = field(default_factory=dict)
    scores: list[NewScore] = field(default_factory=list)
    known_scores: int = 0

    def adds(self) -> bool:
        return self.case is None or bool(self.codes or self.scores)

    def first_day(self) -> date:
        """Return the day from which on there is something to record."""
        return min([self.row.start, *(score.day for score in self.scores)])


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows that agree with the records, and the mistakes of those that do not."""

    rows: tuple[RowPlan, ...]
    mistakes: tuple[Mistake, ...]

    def adds(self) -> bool:
        return any(row.adds() for row in self.rows)


def import_key_of(measure: str, person: str, wave: str) -> str:
    """Return the key under which one score is brought in once."""
    said = json.dumps([measure, person.lower(), wave])
    return f"scores:{hashlib.sha256(said.encode()).hexdigest()}"


def service_named(name: str, by: Membership) -> Service | None:
    """Return the service that imported cases belong to, if it is there already."""
    found = Service.within(by).filter(name__iexact=name, ended_date__isnull=True)
    return found.first()


def plan_import(by: Membership, rows: Sequence[ScoreRow], mapping: ScoresMap) -> Plan:
    """Hold the rows of a file against the records; reads only."""
    before = _Before(by, mapping)
    plans: list[RowPlan] = []
    mistakes: list[Mistake] = []
    for row in rows:
        plan = before.plan(row)
        wrong = list(before.conflicts(plan))
        mistakes += wrong
        if not wrong:
            plans.append(plan)
    return Plan(tuple(plans), tuple(mistakes))


class _Before:
    """What the records held before: read once, whatever the number of rows."""

    def __init__(self, by: Membership, mapping: ScoresMap) -> None:
        self.by = by
        self.mapping = mapping
        self.service = service_named(mapping.service, by)
        self.clients = {each.reference_folded: each for each in Client.visible_to(by)}
        self.cases = {each.client_id: each for each in self._cases()}
        self.codes = self._codes()
        self.scores = self._scores()

    def plan(self, row: ScoreRow) -> RowPlan:
        client = self.clients.get(fold_reference(row.person))
        case = self.cases.get(client.pk) if client else None
        known = self.codes.get(case.pk, {}) if case else {}
        plan = RowPlan(row, client, case)
        plan.codes = {name: code for name, code in row.groups.items() if name not in known}
        for wave in self.mapping.waves:
            key = import_key_of(self.mapping.measure, row.person, wave.label)
            if wave.label not in row.scores:
                continue
            if key in self.scores:
                plan.known_scores += 1
                continue
            day = row.start + timedelta(wave.day)
            plan.scores.append(NewScore(wave.label, day, row.scores[wave.label], key))
        return plan

    def conflicts(self, plan: RowPlan) -> Iterable[Mistake]:
        """Yield what in a row speaks against the records: nothing is overwritten."""
        row, column = plan.row, self.mapping.person_column
        if plan.client is None and Client.with_reference(self.by.organisation_id, row.person):
            says = f"{shown(row.person)} stands for somebody whose record can't be added to."
            yield Mistake(row.line, column, says)
        if plan.case and plan.scores and plan.first_day() < plan.case.referred_date:
            says = f"has a score from before the referral on {plan.case.referred_date}."
            yield Mistake(row.line, column, says)
        yield from self._other_codes(plan)
        yield from self._other_scores(plan)

    def _other_codes(self, plan: RowPlan) -> Iterable[Mistake]:
        known = self.codes.get(plan.case.pk, {}) if plan.case else {}
        for group in self.mapping.groups:
            code, here = plan.row.groups.get(group.name), known.get(group.name)
            if code and here and code != here:
                says = f"{shown(code)} is {shown(here)} in the records: mend one of the two."
                yield Mistake(plan.row.line, group.column, says)

    def _other_scores(self, plan: RowPlan) -> Iterable[Mistake]:
        for wave in self.mapping.waves:
            key = import_key_of(self.mapping.measure, plan.row.person, wave.label)
            value, here = plan.row.scores.get(wave.label), self.scores.get(key)
            if value is not None and here is not None and value != here:
                says = f"{value:g} is {here:g} in the records: mend one of the two."
                yield Mistake(plan.row.line, wave.column, says)

    def _cases(self) -> Iterable[Case]:
        """Return the cases of the service that began, the latest of each person last."""
        if self.service is None:
            return []
        found = Case.visible_to(self.by).filter(service=self.service, started_date__isnull=False)
        return found.order_by("created_at")

    def _codes(self) -> Mapping[Any, dict[str, str]]:
        found: dict[Any, dict[str, str]] = {}
        if self.service is None:
            return found
        rows = GroupCode.visible_to(self.by).filter(case__service=self.service)
        for case, name, code in rows.values_list("case", "name", "code"):
            found.setdefault(case, {})[name] = code
        return found

    def _scores(self) -> Mapping[str, float | None]:
        rows = Assessment.visible_to(self.by).filter(
            measure=self.mapping.measure, import_key__startswith="scores:"
        )
        return dict(rows.values_list("import_key", "score_rows__value"))
