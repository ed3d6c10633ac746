"""Every table of an organisation gets a policy, and a web role that slips past them is named."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps

from cors.access import row_security
from cors.access.row_security import (
    HERE,
    ME,
    lay_policies,
    policies,
    policies_beside,
    web_role_faults,
)

SUPER = "The web role is a superuser or bypasses row-level security."
OWNER = "The web role owns tables, so row-level security does not bind it."


class Answers:
    """A cursor of PostgreSQL that gives the answers it was told and keeps what it was asked."""

    def __init__(self, *rows: tuple[Any, ...] | None) -> None:
        self.rows, self.asked = list(rows), list[str]()

    vendor = "postgresql"

    @contextmanager
    def cursor(self) -> Iterator["Answers"]:
        yield self

    def execute(self, command: str, parameters: object = None) -> None:
        self.asked.append(command)

    def fetchone(self) -> tuple[Any, ...] | None:
        return self.rows.pop(0)


def _database(monkeypatch: pytest.MonkeyPatch, *rows: tuple[Any, ...] | None) -> Answers:
    answers = Answers(*rows)
    monkeypatch.setattr(row_security, "connections", {"default": answers})
    return answers


@pytest.mark.parametrize(
    ("role", "owned", "faults"),
    [
        ((False, False), 0, []),
        ((True, False), 0, [SUPER]),
        ((False, True), 0, [SUPER]),
        ((False, False), 3, [OWNER]),
        ((True, True), 1, [SUPER, OWNER]),
    ],
)
def test_says_what_is_wrong_with_the_web_role(
    monkeypatch: pytest.MonkeyPatch, role: tuple[bool, bool], owned: int, faults: list[str]
) -> None:
    _database(monkeypatch, role, (owned,))
    assert web_role_faults("default") == faults


def test_finds_nothing_wrong_and_lays_nothing_on_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    database = _database(monkeypatch)
    database.vendor = "sqlite"
    assert web_role_faults("default") == []
    lay_policies("default")
    assert database.asked == []


def test_makes_the_web_role_where_there_is_none_and_leaves_it_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    new = _database(monkeypatch, None)
    lay_policies("default")
    assert any(command.startswith("CREATE ROLE") for command in new.asked)
    there = _database(monkeypatch, (1,))
    lay_policies("default")
    assert not any(command.startswith("CREATE ROLE") for command in there.asked)


def test_lays_each_policy_anew_for_reading_and_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _database(monkeypatch, (1,)).asked
    lay_policies("default")
    for table in policies():
        assert f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY" in asked
        (made,) = [
            line for line in asked if line.startswith(f"CREATE POLICY {table}_organisation ON")
        ]
        assert "USING (" in made
        assert "WITH CHECK (" in made


def test_lays_beside_them_what_is_shown_to_others_or_owned_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = _database(monkeypatch, (1,)).asked
    lay_policies("default")
    beside = {(table, command) for table, _, command, _ in policies_beside()}
    assert beside == {
        ("library_answer", "SELECT"),
        ("library_comment", "SELECT"),
        ("library_comment", "ALL"),
        ("library_library", "SELECT"),
        ("library_recording", "SELECT"),
        ("library_serving", "SELECT"),
        ("library_sent", "SELECT"),
        ("library_sent", "ALL"),
        ("library_hearing", "ALL"),
        ("library_listener", "ALL"),
        ("library_question", "ALL"),
    }
    for table, name, command, condition in policies_beside():
        assert f"CREATE POLICY {name} ON {table} FOR {command} USING ({condition})" in asked


def test_takes_from_the_web_role_what_would_change_an_event(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = _database(monkeypatch, (1,)).asked
    lay_policies("default")
    assert asked[-1].startswith("REVOKE UPDATE, DELETE ON audit_event, audit_namedonpage")


def test_every_table_with_an_organisation_has_a_condition() -> None:
    tables = {
        model._meta.db_table
        for model in apps.get_models()
        if any(
            str(field.column).startswith("organisation") for field in model._meta.concrete_fields
        )
    }
    assert len(tables) > 25
    assert tables <= set(policies())


@pytest.mark.parametrize("table", sorted(policies()))
def test_a_condition_asks_for_the_organisation_or_the_person(table: str) -> None:
    condition = policies()[table]
    assert HERE in condition
    own = {"access_membership", "access_organisation"}
    assert (ME in condition) == (table in own)
