"""Which facts answer: fresh ones of a small house, and of a large one the last, with their day."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from cors.audit.models import Event
from cors.cases.actions import refer
from cors.clients.actions import add_client, erase_client
from cors.facts import renew as renewing
from cors.facts.place import alone_with, place_of
from cors.facts.renew import facts_of, renew
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
HOLD = "import fcntl, os, sys, time; fd = os.open(sys.argv[1], os.O_RDWR); "
HOLD += "fcntl.flock(fd, fcntl.LOCK_EX); print('held', flush=True); time.sleep(60)"


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep snapshots apart."""
    monkeypatch.setattr(settings, "CORS_VAR", tmp_path)
    return tmp_path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Write down which processes were started, in place of starting them."""
    commands: list[list[str]] = []

    class Started:
        def __init__(self, command: list[str], **_: Any) -> None:
            commands.append(command)

        def wait(self) -> int:
            return 0

    monkeypatch.setattr(subprocess, "Popen", Started)
    return commands


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every house be a large one that has rested."""
    monkeypatch.setattr(renewing, "ON_THE_SPOT", 0)
    monkeypatch.setattr(renewing, "REST", -1)


def somebody_comes(stage: Stage) -> None:
    client = add_client(name="Ole Berg", on=stage.organisation.today(), by=stage.amina)
    refer(client=client, service=stage.service, on=stage.organisation.today(), by=stage.amina)


def seen(stage: Stage) -> tuple[int, bool]:
    """Return how many cases the facts tell of, and whether they are old."""
    with closing(facts_of(stage.organisation)) as facts:
        return facts.pick("count(*)", "FROM facts.cases"), facts.is_old


def test_makes_facts_once_and_answers_from_them(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seen(stage) == (1, False)
    monkeypatch.setattr(renewing, "build", lambda *_: pytest.fail("nothing was written"))
    browser_of(stage.carys).get(f"/cases/{hana.case.pk}/")
    assert seen(stage) == (1, False)


def test_makes_them_anew_on_the_spot_when_something_was_written(stage: Stage, hana: Hana) -> None:
    assert seen(stage) == (1, False)
    somebody_comes(stage)
    assert seen(stage) == (2, False)


def test_notices_that_somebody_was_erased(
    stage: Stage, hana: Hana, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "CORS_LEDGER", var / "erasures.jsonl")
    before = Event.stamp_of(stage.organisation.pk)
    assert seen(stage) == (1, False)
    erase_client(client=hana.client, typed_reference=hana.client.reference, by=stage.dev, at=NOW)
    with closing(facts_of(stage.organisation)) as facts:
        assert facts.about.stamp == Event.stamp_of(stage.organisation.pk) != before


def test_a_large_house_is_answered_at_once_while_newer_facts_are_made(
    stage: Stage, hana: Hana, large: None, started: list[list[str]]
) -> None:
    assert seen(stage) == (1, False)
    somebody_comes(stage)
    assert seen(stage) == (1, True)
    (command,) = started
    assert command[1:] == [
        "-m", "cors.config.command_line", "facts", "renew", "--organisation", "harbour",
    ]  # fmt: skip
    assert renew(stage.organisation.pk) is True
    assert seen(stage) == (2, False)
    assert len(started) == 1


def test_the_page_says_as_of_when_and_that_newer_figures_come(
    stage: Stage, hana: Hana, large: None, started: list[list[str]]
) -> None:
    sentence = "What was written since is being counted"
    page = browser_of(stage.carys).get("/figures/").content.decode()
    assert sentence not in page
    with closing(facts_of(stage.organisation)) as facts:
        made = timezone.localtime(facts.about.as_of)
    somebody_comes(stage)
    page = browser_of(stage.carys).get("/figures/").content.decode()
    assert sentence in page
    assert f"As of {made.day} {made:%B %Y, %H:%M}." in page


def test_waits_for_the_first_facts_of_a_large_house_or_makes_them(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(renewing, "MANY_CASES", 1)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command))
    assert seen(stage) == (1, False)
    somebody_comes(stage)
    assert seen(stage) == (2, False)
    assert [command[-1] for command in ran] == ["harbour"]


def test_starts_nothing_while_another_process_makes_them(
    stage: Stage, hana: Hana, large: None, started: list[list[str]]
) -> None:
    assert seen(stage) == (1, False)
    somebody_comes(stage)
    with alone_with(place_of(stage.organisation.pk)) as is_alone:
        assert is_alone
        assert seen(stage) == (1, True)
        assert renew(stage.organisation.pk) is False
    assert started == []
    assert seen(stage) == (1, True)
    assert len(started) == 1


def test_rests_between_two_renewals(
    stage: Stage,
    hana: Hana,
    large: None,
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(renewing, "REST", 10_000)
    assert seen(stage) == (1, False)
    somebody_comes(stage)
    assert seen(stage) == (1, True)
    assert started == []
    later = timezone.now() + timedelta(days=30)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert seen(stage) == (1, True)
    assert len(started) == 1


def test_a_process_that_is_killed_while_it_renews_holds_nobody_up(stage: Stage, hana: Hana) -> None:
    path = place_of(stage.organisation.pk)
    with alone_with(path):
        pass
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path.with_suffix(".lock"))], stdout=subprocess.PIPE
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    assert renew(stage.organisation.pk) is False
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    assert renew(stage.organisation.pk) is True


def test_renewing_leaves_fresh_facts_as_they_are(
    stage: Stage, hana: Hana, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert renew(stage.organisation.pk) is True
    monkeypatch.setattr(renewing, "build", lambda *_: pytest.fail("nothing was written"))
    assert renew(stage.organisation.pk) is True


def test_facts_in_another_layout_are_not_read_and_go(stage: Stage, hana: Hana) -> None:
    assert seen(stage) == (1, False)
    path = place_of(stage.organisation.pk)
    older = path.with_suffix(".01234567")
    path.rename(older)
    assert seen(stage) == (1, False)
    assert not older.exists()
    assert path.exists()


def test_facts_that_cannot_be_read_are_made_anew(stage: Stage, hana: Hana) -> None:
    assert seen(stage) == (1, False)
    path = place_of(stage.organisation.pk)
    shutil.copy(__file__, path)
    assert seen(stage) == (1, False)
    path.write_bytes(b"")
    assert seen(stage) == (1, False)
    assert renew(stage.organisation.pk) is True
