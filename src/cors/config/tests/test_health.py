"""Probes: what they are told, and that they cost and tell next to nothing."""

import logging
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from cors.config.health import readiness
from cors.config.health.quiet import PROBES, NoProbes
from cors.core import master_key
from cors.core.models import Installation

pytestmark = pytest.mark.django_db
LIVE, READY = "/health/live", "/health/ready"


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """A database that belongs to the master key, and nothing remembered of others."""
    readiness._current.clear()
    if Installation.here() is None:
        value = master_key.check_value(master_key.master_key())
        Installation.set_up(check_value=value, is_practice=False)


def told(address: str = READY) -> tuple[int, Any]:
    answer = Browser().get(address)
    return answer.status_code, answer.json()


def test_all_is_well() -> None:
    assert told(LIVE) == (200, {"status": "live"})
    assert told() == (200, {"status": "ready"})


def test_a_database_that_is_away_is_named_and_the_process_lives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away(*_: Any, **__: Any) -> None:
        raise OperationalError("connection to server at 10.1.2.3 failed")

    monkeypatch.setattr(connection, "cursor", away)
    assert told() == (503, {"status": "not ready", "missing": ["database"]})
    assert told(LIVE) == (200, {"status": "live"})


def test_tables_of_another_version_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'audit'")
    assert told() == (503, {"status": "not ready", "missing": ["migrations"]})


def test_tables_once_current_are_not_asked_for_again() -> None:
    told()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        told()
    assert len(asked) <= 2


@pytest.mark.parametrize("key", [None, "not a key", "AAAA"])
def test_a_key_that_does_not_open_is_named(tmp_path: Path, settings: Any, key: str | None) -> None:
    settings.CORS_KEYS = tmp_path
    if key:
        (tmp_path / master_key.FILE_NAME).write_text(key)
    assert told() == (503, {"status": "not ready", "missing": ["keys"]})


def test_the_key_of_another_installation_is_named(tmp_path: Path, settings: Any) -> None:
    settings.CORS_KEYS = tmp_path
    master_key.make_master_key(tmp_path)
    assert told() == (503, {"status": "not ready", "missing": ["keys"]})


def test_a_full_disk_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "room", lambda: readiness.LEAST_ROOM - 1)
    assert told() == (503, {"status": "not ready", "missing": ["disk"]})
    monkeypatch.setattr(readiness, "room", lambda: readiness.LEAST_ROOM)
    assert told()[0] == 200


def test_a_folder_that_is_gone_has_no_room(tmp_path: Path, settings: Any) -> None:
    settings.CORS_VAR = tmp_path / "gone"
    assert readiness.room() == 0


@pytest.mark.parametrize("address", [LIVE, READY])
def test_probes_come_under_any_name_and_leave_no_session(address: str) -> None:
    answer = Browser(headers={"host": "10.0.0.7:8000"}).get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert Browser(headers={"host": "10.0.0.7:8000"}).get("/").status_code == 400


@pytest.mark.parametrize("address", PROBES)
def test_probes_only_read(address: str) -> None:
    assert Browser().post(address).status_code == 405
    assert Browser().delete(address)["Allow"] == "GET, HEAD"


def test_what_is_not_ready_is_not_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(readiness, "room", lambda: 0)
    told()
    quiet = NoProbes()
    assert caplog.records
    assert not any(quiet.filter(record) for record in caplog.records)
    assert quiet.filter(logging.makeLogRecord({"request": object()}))


def test_other_addresses_are_left_alone() -> None:
    for address in ("/health/", "/health/live/", "/metrics/"):
        assert Browser().get(address).status_code == 404
