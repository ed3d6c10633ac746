"""The doctor names each fault, with what to do, and changes nothing."""

import json
import sqlite3
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cors.config.doctor import files, habits, setting
from cors.config.doctor.finding import Look
from cors.config.tests.lived_in import backed_up, everything
from cors.config.tests.place import SERVER, Place
from cors.safekeeping.last import note


def ago(hours: float) -> datetime:
    return datetime.now(UTC) - timedelta(hours=hours)


pytestmark = pytest.mark.slow


def keys_of(place: Place, **changes: str) -> set[str]:
    """Return what the doctor finds in a place."""
    done = place.run("doctor", "--json", **changes)
    found = json.loads(done.stdout)
    assert done.returncode == (1 if found else 0), done.stderr
    assert all(each["says"].endswith(".") and each["do"] for each in found)
    return {each["key"] for each in found}


def said(look: Look) -> list[str]:
    return [finding.key for finding in look()]


def test_nothing_is_wrong_in_a_good_place(ready: Place) -> None:
    backed_up(ready, "../backups")
    done = ready.run("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Nothing unsafe was found, and nothing is missing.\n"


def test_each_finding_says_what_to_do_and_nothing_is_changed(lived_in: Place) -> None:
    before = {name: body for name, body in everything(lived_in.folder).items() if ".py" not in name}
    done = lived_in.run("doctor")
    assert done.returncode == 1
    assert "There was never a backup.\n  Run ./cors backup FOLDER now" in done.stdout
    assert "No manager of Harbour Street has one-time codes on" in done.stdout
    after = {name for name in everything(lived_in.folder) if not name.endswith(("-shm", "-wal"))}
    assert after <= set(before) | {"static"}


def test_an_empty_place_is_no_crash(bare: Place) -> None:
    assert "database-away" in keys_of(bare) or "migrations" in keys_of(bare)
    assert not list(bare.folder.glob("keys/*"))


def test_codes_of_one_manager_are_enough(lived_in: Place) -> None:
    assert "no-codes" in keys_of(lived_in)
    lived_in.python("-c", CODES, PYTHONPATH=lived_in.environment()["PYTHONPATH"])
    assert "no-codes" not in keys_of(lived_in)


CODES = """
import os; os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cors.config.settings")
import django; django.setup()
from allauth.mfa.models import Authenticator
from cors.access.models import User
dev = User.objects.get(email="dev@harbour.example")
Authenticator.objects.create(user=dev, type="totp", data={})
"""


def test_debug_is_named(ready: Place) -> None:
    assert "debug" in keys_of(ready, CORS_DEBUG="1")
    assert "debug" not in keys_of(ready)


def test_a_name_of_the_network_without_tls_is_named(ready: Place) -> None:
    name = {"CORS_HOSTS": "cors.harbour.example"}
    assert "no-tls" in keys_of(ready, **name)
    assert not {"no-tls", "any-host", "proxies"} & keys_of(ready, CORS_TLS="1", **name)
    assert "any-host" in keys_of(ready, CORS_TLS="1", CORS_HOSTS="*")
    assert "proxies" in keys_of(ready, CORS_TLS="1", CORS_PROXIES="0", **name)


def test_the_key_of_another_place_is_named(ready: Place) -> None:
    (ready.keys / "master.key").unlink()
    assert "master-key" in keys_of(ready)


@pytest.mark.skipif(bool(SERVER), reason="a file of SQLite is changed")
def test_missing_triggers_and_tables_of_another_version_are_named(ready: Place) -> None:
    with sqlite3.connect(ready.var / "cors.sqlite3") as file:
        file.execute("DROP TRIGGER audit_event_no_update")
    assert "triggers" in keys_of(ready)
    with sqlite3.connect(ready.var / "cors.sqlite3") as file:
        file.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    assert "migrations" in keys_of(ready)


@pytest.mark.skipif(not SERVER, reason="SQLite knows no roles")
def test_a_web_role_that_sees_all_is_named(ready: Place) -> None:
    environment = ready.environment()
    owner = {"CORS_DATABASE_URL": environment["CORS_OWNER_DATABASE_URL"]}
    assert "web-role" in keys_of(ready, **owner)
    assert "no-owner" in keys_of(ready, CORS_OWNER_DATABASE_URL="")
    assert not {"web-role", "no-owner"} & keys_of(ready)


def test_keys_within_the_data_or_where_browsers_fetch_are_named(
    tmp_path: Path, settings: Any
) -> None:
    data, static = tmp_path / "var", tmp_path / "static"
    settings.CORS_VAR, settings.STATIC_ROOT = data, static
    for keys, found in (
        (tmp_path / "var-keys", []),
        (data / "keys", ["keys-beside-data"]),
        (data, ["keys-beside-data"]),
        (tmp_path, ["keys-beside-data"]),
        (static / "keys", ["keys-served"]),
    ):
        settings.CORS_KEYS = keys
        assert said(files.keys_beside_data) == found, keys


def test_a_link_to_keys_within_the_data_deceives_nobody(tmp_path: Path, settings: Any) -> None:
    (tmp_path / "var" / "keys").mkdir(parents=True)
    (tmp_path / "apart").symlink_to(tmp_path / "var" / "keys")
    settings.CORS_VAR, settings.CORS_KEYS = tmp_path / "var", tmp_path / "apart"
    assert said(files.keys_beside_data) == ["keys-beside-data"]


@pytest.mark.parametrize("name", ["keys/master.key", "var/cors.sqlite3", "var/erasures.jsonl"])
def test_files_that_others_may_read_are_named(tmp_path: Path, settings: Any, name: str) -> None:
    settings.CORS_KEYS, settings.CORS_VAR = tmp_path / "keys", tmp_path / "var"
    settings.CORS_LEDGER = tmp_path / "var" / "erasures.jsonl"
    for folder in ("keys", "var"):
        (tmp_path / folder).mkdir(mode=0o700)
    path = tmp_path / name
    path.touch(mode=0o600)
    assert said(files.open_to_others) == []
    path.chmod(0o640)
    (finding,) = files.open_to_others()
    assert str(path) in finding.says
    assert finding.do.startswith("Run: chmod")


def test_a_disk_that_is_nearly_full_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LEAST_ROOM", 0)
    monkeypatch.setattr(files, "LEAST_SHARE", 0)
    assert said(files.disk_nearly_full) == []
    monkeypatch.setattr(files, "LEAST_ROOM", 1 << 62)
    assert "disk-nearly-full" in said(files.disk_nearly_full)


@pytest.mark.parametrize(
    ("hours", "found"), [(1, []), (23.9, []), (24.1, ["no-backup"]), (200, ["no-backup"])]
)
def test_a_backup_of_yesterday_is_no_backup(
    tmp_path: Path, settings: Any, hours: float, found: list[str]
) -> None:
    settings.CORS_VAR = tmp_path
    assert said(habits.no_backup) == ["no-backup"]
    note(backup_at=ago(hours))
    assert said(habits.no_backup) == found


def test_a_backup_that_went_wrong_is_named_with_its_reason(tmp_path: Path, settings: Any) -> None:
    settings.CORS_VAR = tmp_path
    note(backup_at=ago(2))
    note(fault_at=ago(1), fault="There is no room in /backups.")
    (finding,) = habits.no_backup()
    assert "There is no room in /backups." in finding.says
    note(proved_at=ago(0), copied_at=ago(2))
    note(copy_fault_at=ago(1), copy_fault="The second place is full.")
    (finding,) = habits.no_backup()
    assert "The second place is full." in finding.says


@pytest.mark.parametrize(("ahead", "found"), [(-60, []), (4, []), (6, ["clock"])])
def test_a_clock_behind_what_was_recorded_is_named(
    monkeypatch: pytest.MonkeyPatch, ahead: int, found: list[str]
) -> None:
    newest = datetime.now(UTC) + timedelta(minutes=ahead)
    monkeypatch.setattr("cors.audit.models.Event.newest_at", lambda using: newest)
    monkeypatch.setattr(habits, "_sees_all", lambda: True)
    assert said(habits.clock_is_off) == found


def test_a_python_without_fixes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(setting.old_python) == []
    here = sys.version_info[:2]
    monkeypatch.setitem(setting.LAST_FIXES, here, date(2020, 1, 1))
    assert said(setting.old_python) == ["old-python"]


def test_missing_time_zones_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(setting.time_zones) == []

    def gone(name: str) -> None:
        raise KeyError(name)

    monkeypatch.setattr(setting, "ZoneInfo", gone)
    assert said(setting.time_zones) == ["time-zones"]
