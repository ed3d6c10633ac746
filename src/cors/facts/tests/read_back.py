"""Plain facts out of a snapshot, for comparing."""

from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from cors.audit.models import Event
from cors.cases.models import Case
from cors.catalogue.models import Service
from cors.facts.build import build
from cors.facts.snapshot import Snapshot
from cors.facts.tests import plain_facts as plain

BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


def facts_in(organisation: UUID, services: Iterable[UUID] | None = None) -> plain.Facts:
    """Return what a snapshot made just now holds, of all services or of some."""
    chosen = Service.objects.values_list("pk", flat=True) if services is None else services
    with TemporaryDirectory() as folder:
        path = Path(folder) / "facts"
        build(organisation, path, Event.stamp_of(organisation))
        with closing(Snapshot.at(path)) as snapshot:
            snapshot.narrow(chosen, date(1900, 1, 1), date(2100, 1, 1))
            return read_back(snapshot)


def read_back(found: Snapshot) -> plain.Facts:
    """Return the rows of all tables, each sorted; a score is written at its turn."""
    of_case = _cases(found)
    checks: dict[UUID, list[Any]] = {}
    for outcome, *check in found.all("SELECT outcome, weeks, result, checked FROM checks"):
        checks.setdefault(outcome, []).append(tuple(check))

    def rows(question: str) -> list[Any]:
        return sorted(((*of_case[no], *rest) for no, *rest in found.all(question)), key=repr)

    return plain.Facts(
        cases=tuple(_case_facts(found, of_case)),
        contacts=tuple(
            plain.ContactFact(*row) for row in rows(
                "SELECT case_no, contact, happened, kind, result, minutes FROM contacts"
            )
        ),
        goals=tuple(
            plain.GoalFact(*(*row, _ratings(found, row[2]), reached)) for *row, reached in rows(
                "SELECT case_no, key, life_area, set_on, ended, how, reached FROM goals"
            )
        ),
        barriers=tuple(
            plain.BarrierFact(*row)
            for row in rows("SELECT case_no, type_key, noticed, resolved FROM barriers")
        ),
        moments=tuple(
            plain.MomentFact(*row)
            for row in rows("SELECT case_no, kind, happened, back FROM moments")
        ),
        reviews=tuple(plain.ReviewFact(*row) for row in rows("SELECT case_no, held FROM reviews")),
        aims=tuple(
            plain.AimFact(*row)
            for row in rows("SELECT case_no, outcome_type, since, until FROM aims")
        ),
        outcomes=tuple(
            plain.OutcomeFact(*(*row[:-1], tuple(sorted(checks.get(row[-1], [])))))
            for row in rows("SELECT case_no, outcome_type, happened, key FROM outcomes")
        ),
        scores=tuple(
            plain.ScoreFact(*(*row[:-2], BEGINNING + timedelta(days=row[-2]), row[-1]))
            for row in rows(
                "SELECT case_no, measure, version, key, rater, wave, happened, turn, value "
                "FROM scores"
            )
        ),
    )  # fmt: skip


def _cases(found: Snapshot) -> dict[int, tuple[UUID, UUID]]:
    """Return case and person by the number of the case; a person has one number, too."""
    client = dict(Case.objects.values_list("pk", "client"))
    numbers = found.all("SELECT case_no, key, person FROM cases")
    people = {(client[key], person) for _, key, person in numbers}
    assert len(people) == len({key for key, _ in people}) == len({no for _, no in people})
    return {number: (key, client[key]) for number, key, _ in numbers}


def _case_facts(found: Snapshot, of_case: Any) -> list[plain.CaseFact]:
    rows = found.all(
        "SELECT case_no, service, group_code, referred, started, declined, ended, "
        "coalesce(ending_reason, ''), birth_year FROM cases"
    )
    return sorted((plain.CaseFact(*of_case[no], *rest) for no, *rest in rows), key=repr)


def _ratings(found: Snapshot, goal: UUID) -> tuple[tuple[date, int], ...]:
    rows = found.all(
        "SELECT rated, value FROM ratings JOIN goals USING (goal) WHERE key = ? ORDER BY turn",
        goal,
    )
    return tuple((day, value) for day, value in rows)
