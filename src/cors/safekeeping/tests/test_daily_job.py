"""A worker backs up and proves it once a day, wherever a folder for backups was named."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from cors.core import jobs
from cors.safekeeping import daily


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> dict[str, jobs.Job]:
    found: dict[str, jobs.Job] = {}
    monkeypatch.setattr(jobs, "_jobs", found)
    return found


def test_is_registered_where_a_folder_was_named(
    registered: dict[str, jobs.Job], settings: Any, tmp_path: Path
) -> None:
    settings.CORS_BACKUPS = tmp_path
    apps.get_app_config("safekeeping").ready()
    assert registered["daily_backup"].every == jobs.DAILY


def test_is_not_registered_without_one(registered: dict[str, jobs.Job], settings: Any) -> None:
    settings.CORS_BACKUPS = None
    apps.get_app_config("safekeeping").ready()
    assert registered == {}


def test_one_run_proves_one_backup_and_is_done(
    registered: dict[str, jobs.Job],
    settings: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(daily, "verify_daily", lambda clock: asked.append(clock()))
    settings.CORS_BACKUPS = tmp_path
    apps.get_app_config("safekeeping").ready()
    assert registered["daily_backup"].run() is False
    assert len(asked) == 1
    assert asked[0].tzinfo is not None
