"""Guards stand on both tables and against both ways of changing a row, and reading goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from cors.audit import triggers
from cors.audit.models import Event, NamedOnPage
from cors.audit.triggers import REASON, TABLES, VERBS, lay_triggers, missing_triggers
from tests.stage.hana import Hana
from tests.stage.personas import Stage

GUARDS = [f"{table}_no_{verb.lower()}" for table in TABLES for verb in VERBS]
only_sqlite = pytest.mark.skipif(
    "connection.vendor == 'postgresql'", reason="the web role may not drop a trigger"
)


@pytest.fixture
def row(stage: Stage, hana: Hana) -> NamedOnPage:
    return NamedOnPage.objects.create(
        event_id=hana.goal.pk, organisation_id=stage.organisation.pk, client_id=hana.client.pk
    )


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("command", ["UPDATE {} SET organisation_id = NULL", "DELETE FROM {}"])
def test_neither_changes_nor_deletes_a_row(row: NamedOnPage, table: str, command: str) -> None:
    before = Event.objects.count(), NamedOnPage.objects.count()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(command.format(table))
    assert (Event.objects.count(), NamedOnPage.objects.count()) == before


def test_the_same_is_refused_by_way_of_the_models(row: NamedOnPage) -> None:
    event = Event.objects.earliest("at")
    event.verb = "never mind"
    for attempt in (
        event.save,
        event.delete,
        row.delete,
        lambda: Event.objects.update(verb="never mind"),
        lambda: NamedOnPage.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    assert not Event.objects.filter(verb="never mind").exists()


def test_adding_and_reading_go_on(stage: Stage, row: NamedOnPage) -> None:
    before = Event.objects.count()
    Event(organisation_id=stage.organisation.pk, kind="write", verb="x").save(force_insert=True)
    assert Event.objects.count() == before + 1


def test_all_guards_stand_after_the_tables_were_made(db: None) -> None:
    assert missing_triggers("default") == []


@only_sqlite
@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_that_is_gone_is_named_and_laid_again(db: None, guard: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {guard}")
    assert missing_triggers("default") == [guard]
    lay_triggers("default")
    assert missing_triggers("default") == []


@only_sqlite
def test_laying_them_twice_is_laying_them_once(db: None) -> None:
    lay_triggers("default")
    lay_triggers("default")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        assert {row[0] for row in cursor.fetchall()} >= set(GUARDS)
    assert missing_triggers("default") == []


@only_sqlite
def test_the_guard_says_why(db: None) -> None:
    with pytest.raises(DatabaseError, match=REASON), transaction.atomic():
        Event.objects.create(kind="write", verb="x").delete()


class PostgreSQL:
    """Stands for a database of that kind: keeps what it was asked, answers with what it has."""

    vendor = "postgresql"

    def __init__(self, *standing: str) -> None:
        self.standing, self.asked = standing, list[str]()

    @contextmanager
    def cursor(self) -> Iterator["PostgreSQL"]:
        yield self

    def execute(self, command: str) -> None:
        self.asked.append(command)

    def fetchall(self) -> list[tuple[str]]:
        return [(name,) for name in self.standing]


def _database(monkeypatch: pytest.MonkeyPatch, *standing: str) -> Any:
    database = PostgreSQL(*standing)
    monkeypatch.setattr(triggers, "connections", {"default": database})
    return database


def test_on_postgresql_one_guard_a_table_refuses_both(monkeypatch: pytest.MonkeyPatch) -> None:
    database = _database(monkeypatch)
    lay_triggers("default")
    laid = [command for command in database.asked if command.startswith("CREATE TRIGGER")]
    assert len(laid) == len(TABLES)
    for table, command in zip(TABLES, laid, strict=True):
        assert f"BEFORE UPDATE OR DELETE ON {table}" in command


def test_on_postgresql_a_guard_that_is_gone_or_switched_off_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = _database(monkeypatch, "audit_event_only_added")
    assert missing_triggers("default") == ["audit_namedonpage_only_added"]
    assert "tgenabled <> 'D'" in database.asked[0]
    _database(monkeypatch, "audit_event_only_added", "audit_namedonpage_only_added")
    assert missing_triggers("default") == []
