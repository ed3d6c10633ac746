"""Plain facts laid down as a snapshot, by the same statements as those of the records."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from cors.facts.build import finish, lay
from cors.facts.engine import start
from cors.facts.snapshot import Snapshot
from cors.facts.tables import TABLES, Table
from cors.facts.tests.plain_facts import CaseFact, Facts

LONG_AGO = date(1900, 1, 1)
SOMEWHERE = UUID(int=0)
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def laid(facts: Facts) -> Snapshot:
    """Return a snapshot of these facts in memory."""
    base = start()
    base.execute("ATTACH ':memory:' AS facts")
    rows = raw_rows(facts)
    for table in TABLES:
        _fill(base, table, rows[table.name])
        lay(base, table)
    finish(base, "made up", 0)
    return Snapshot(base)


def _fill(base: Any, table: Table, rows: list[tuple[Any, ...]]) -> None:
    columns = ", ".join(f"{name} {kind}" for name, (kind, _) in table.reads.items())
    base.execute(f"CREATE OR REPLACE TEMP TABLE raw ({columns})")
    if rows:
        places = f"({', '.join('?' * len(table.reads))})"
        values = [value for row in rows for value in row]
        base.execute(f"INSERT INTO raw VALUES {', '.join([places] * len(rows))}", values)


def raw_rows(facts: Facts) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows as they would have been read of the records."""
    cases = [*facts.cases, *_elsewhere(facts)]
    goals = [(uuid5(SOMEWHERE, str(at)), row) for at, row in enumerate(facts.goals)]
    outcomes = [(uuid5(SOMEWHERE, str(at)), row) for at, row in enumerate(facts.outcomes)]
    return {
        "endings": [(row.case, row.ended, row.ending_reason) for row in cases if row.ended],
        "cases": [
            (row.case, row.client, row.service, row.group, row.referred, row.started,
             row.declined, row.birth_year) for row in cases
        ],
        "contacts": [
            (row.case, row.contact, row.on, row.kind, row.result, row.minutes)
            for row in facts.contacts
        ],
        "goals": [
            (row.case, key, row.life_area, row.set_on, row.ended, row.how) for key, row in goals
        ],
        "reached_before": [(key, row.reached) for key, row in goals if row.reached],
        "ratings": [
            (key, day, WRITTEN + timedelta(minutes=at), value)
            for key, row in goals for at, (day, value) in enumerate(row.ratings)
        ],
        "barriers": [(row.case, row.type_key, row.noticed, row.resolved) for row in facts.barriers],
        "moments": [(row.case, row.kind, row.on, row.back) for row in facts.moments],
        "reviews": [(row.case, row.on) for row in facts.reviews],
        "aims": [(row.case, row.outcome_type, row.since, row.until) for row in facts.aims],
        "outcomes": [(row.case, key, row.outcome_type, row.on) for key, row in outcomes],
        "checks": [(key, *check) for key, row in outcomes for check in row.checks],
        "scores": [
            (row.case, row.measure, row.version, row.key, row.rater, row.wave, row.on,
             row.written.astimezone(UTC).replace(tzinfo=None), row.value) for row in facts.scores
        ],
    }  # fmt: skip


def _elsewhere(facts: Facts) -> Iterator[CaseFact]:
    """Yield a case that never counts for each that is only spoken of."""
    known = {row.case for row in facts.cases}
    for name in Facts.__dataclass_fields__:
        for row in getattr(facts, name):
            if row.case not in known:
                known.add(row.case)
                yield CaseFact(
                    row.case, row.client, SOMEWHERE, "", LONG_AGO, None, None, None, "", None
                )
