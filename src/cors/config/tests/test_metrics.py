"""Figures for Prometheus: right, without names, and for the holder of the token alone."""

import math
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client as Browser

from cors.config.metrics import gauges
from cors.config.metrics.page import TOKEN_FILE
from cors.core import tally
from cors.core.models import JobRun
from cors.plans.actions import set_goal
from cors.safekeeping.last import note
from tests.stage.hana import Hana
from tests.stage.personas import TODAY, Stage, browser_of

TOKEN = "t" * 40
pytestmark = pytest.mark.django_db
LINE = re.compile(r'^(# (HELP|TYPE) .+|[a-z_]+(\{([a-z]+="[^"]*",?)+\})? ([0-9.e+-]+|\+Inf))$')


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, settings: Any) -> None:
    """Nothing counted yet, and a token beside copies of the keys."""
    for each in (tally.REQUESTS, tally.SECONDS, tally.SAVES, tally.DATABASE_ERRORS):
        each.clear()
    keys = tmp_path / "keys"
    keys.mkdir()
    for file in Path(settings.CORS_KEYS).iterdir():
        (keys / file.name).write_bytes(file.read_bytes())
    settings.CORS_KEYS, settings.CORS_VAR = keys, tmp_path
    (keys / TOKEN_FILE).write_text(f"{TOKEN}\n")


def asked(given: str = f"Bearer {TOKEN}") -> Any:
    return Browser(headers={"authorization": given} if given else {}).get("/metrics")


def text() -> str:
    return str(asked().content.decode())


@pytest.mark.parametrize(
    "given", ["", TOKEN[1:], "Bearer", "Bearer ", f"Bearer {TOKEN}x", "Bearer é"]
)
def test_nobody_else_is_told_that_it_is_there(given: str) -> None:
    answer = asked(given)
    assert (answer.status_code, answer.content) == (404, b"")
    assert asked().status_code == 200


@pytest.mark.parametrize("short", [None, "", "x" * 31, b"\xff" * 40])
def test_without_a_long_token_there_is_none(settings: Any, short: str | bytes | None) -> None:
    file = Path(settings.CORS_KEYS) / TOKEN_FILE
    file.unlink()
    if isinstance(short, str):
        file.write_text(short)
    elif short:
        file.write_bytes(short)
    assert asked(f"Bearer {short or ''!s}").status_code == 404
    assert asked("").status_code == 404


def test_a_proxy_at_the_same_address_opens_nothing() -> None:
    assert Browser(REMOTE_ADDR="127.0.0.1").get("/metrics").status_code == 404


def test_every_line_is_of_the_format(stage: Stage) -> None:
    browser_of(stage.amina).get("/people/")
    told = text()
    assert told.endswith("\n")
    assert [line for line in told.splitlines() if not LINE.match(line)] == []
    names = re.findall(r"^# TYPE (\S+)", told, re.MULTILINE)
    assert len(names) == len(set(names)) >= 8


def test_answers_are_counted_by_route_and_status(stage: Stage, hana: Hana) -> None:
    browser = browser_of(stage.amina)
    browser.get(f"/cases/{hana.case.pk}/")
    browser.get(f"/cases/{hana.client.pk}/")
    browser.get("/no/such/hana")
    told = text()
    assert 'cors_requests_total{route="casefile:case",method="GET",status="200"} 1' in told
    assert 'cors_requests_total{route="casefile:case",method="GET",status="404"} 1' in told
    assert 'cors_requests_total{route="unknown",method="GET",status="404"} 1' in told
    assert 'cors_request_seconds_count{route="casefile:case"} 2' in told
    assert 'cors_request_seconds_bucket{route="casefile:case",le="+Inf"} 2' in told


def test_no_name_key_or_word_is_in_it(stage: Stage, hana: Hana) -> None:
    browser = browser_of(stage.amina)
    for address in (f"/cases/{hana.case.pk}/", "/people/?q=hana", "/hana-was-here", "/static/hana"):
        browser.get(address)
    Browser().generic("HANA", "/")
    assert not re.search(r"hana|amina|harbour|[0-9a-f]{8}-", text(), re.IGNORECASE)


def test_probes_are_not_counted() -> None:
    Browser().get("/health/live")
    assert not tally.REQUESTS.counts()


def test_a_save_counts_once_it_is_saved(
    stage: Stage, hana: Hana, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        set_goal(case=hana.case, words="See the sea", life_area="housing", on=TODAY, by=stage.amina)
        assert ("set_goal",) not in tally.SAVES.counts()
    assert 'cors_saves_total{verb="set_goal"} 1' in text()


def test_what_was_not_saved_does_not_count(
    stage: Stage, hana: Hana, audit_fails: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(audit_fails):
        set_goal(case=hana.case, words="See the sea", life_area="housing", on=TODAY, by=stage.amina)
    assert ("set_goal",) not in tally.SAVES.counts()


@pytest.mark.parametrize(
    ("says", "kind"), [("server closed", "away"), ("database or disk is full", "full")]
)
def test_errors_of_the_database_are_counted(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, says: str, kind: str
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OperationalError(says)

    monkeypatch.setattr("cors.casefile.views.people.find_people", fail)
    browser = browser_of(stage.amina)
    browser.raise_request_exception = False
    assert browser.get("/people/").status_code >= 300
    assert f'cors_database_errors_total{{kind="{kind}"}} 1' in text()


def test_the_age_of_the_last_backup_is_told() -> None:
    assert "cors_last_backup_age_seconds +Inf" in text()
    note(backup_at=datetime.now(UTC) - timedelta(hours=2))
    assert gauges.backup_age() == pytest.approx(7200, abs=30)


def test_a_backup_that_never_was_is_older_than_any() -> None:
    assert gauges.backup_age() == math.inf


def test_jobs_are_counted_until_they_end() -> None:
    now = datetime.now(UTC)
    assert "cors_jobs_unfinished 0" in text()
    JobRun.claim("backup", every=timedelta(days=1), now=now)
    assert "cors_jobs_unfinished 1" in text()
    JobRun.end("backup", now=now)
    assert "cors_jobs_unfinished 0" in text()


def test_figures_are_told_while_the_database_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gauges, "missing", lambda: ["database"])
    monkeypatch.setattr(JobRun, "unfinished", lambda: pytest.fail("asked the database"))
    told = text()
    assert "cors_ready 0" in told
    assert "cors_jobs_unfinished" not in told
