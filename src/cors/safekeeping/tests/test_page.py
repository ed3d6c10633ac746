"""The managers' page: plain words, no path, and for nobody else."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from cors.safekeeping.last import note
from tests.stage.personas import Stage, browser_of

ADDRESS = "/settings/safekeeping/"


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Any) -> Path:
    settings.CORS_VAR = tmp_path
    return tmp_path


def seen(stage: Stage, name: str = "dev") -> str:
    answer = browser_of(stage.member(name)).get(ADDRESS)
    assert answer.status_code == 200
    return answer.content.decode()


def test_says_that_there_is_none_and_what_to_do(stage: Stage) -> None:
    page = seen(stage)
    assert "There is no backup yet." in page
    assert "./cors backup --daily every night" in page


def test_says_that_all_is_well(stage: Stage, var: Path) -> None:
    note(backup_at=timezone.now(), backup_bytes=2_000_000, proved_at=timezone.now())
    page = seen(stage)
    assert "Today at " in page
    assert "2 MB" in page
    assert "every table was the same" in page
    assert "state-failed" not in page
    assert str(var) not in page


def test_says_that_the_last_try_went_wrong(stage: Stage) -> None:
    note(backup_at=timezone.now() - timedelta(days=3), backup_bytes=2_000_000)
    note(fault_at=timezone.now(), fault="There was no room.")
    page = seen(stage)
    assert "it did not work. There was no room." in page
    assert "more than a day ago" in page
    assert "state-failed" in page


def test_is_reached_from_the_settings(stage: Stage) -> None:
    page = browser_of(stage.dev).get("/settings/").content.decode()
    assert f'href="{ADDRESS}"' in page


@pytest.mark.parametrize("name", ["gwen", "amina", "carys", "esi", "femi"])
def test_is_for_managers(stage: Stage, name: str) -> None:
    assert browser_of(stage.member(name)).get(ADDRESS).status_code == 403
    assert browser_of(stage.dev).get(ADDRESS).status_code == 200
