"""What a backup says of itself reads back as it was written, or not at all."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db.migrations.loader import MigrationLoader

from cors.core.errors import Refused
from cors.safekeeping import opened
from cors.safekeeping.backup import PATTERN, name_at
from cors.safekeeping.manifest import Manifest, Member
from cors.safekeeping.opened import Opened
from cors.safekeeping.snapshot import Contents
from cors.safekeeping.tables.digest import TableDigest

KNOWN = sorted(f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations)
MANIFEST = Manifest(
    created_at=datetime(2026, 11, 23, 2, 0, 0, 5, tzinfo=UTC),
    version="0.9.1",
    database="SQLite",
    migrations=KNOWN,
    tables={"plans_goal": TableDigest(2, "ab"), "empty": TableDigest(0, "cd")},
    members={"database": Member(12, "ef")},
)


def written(path: Path, **changes: Any) -> Path:
    words = json.loads(MANIFEST.written()) | changes
    path.write_text(json.dumps({key: each for key, each in words.items() if each != "left out"}))
    return path


def test_reads_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(MANIFEST.written())
    assert Manifest.read(path, "x") == MANIFEST
    assert MANIFEST.written() == MANIFEST.written()


@pytest.mark.parametrize(
    "changes",
    [
        {"created_at": "yesterday"},
        {"created_at": None},
        {"version": "left out"},
        {"format": "left out"},
        {"tables": {"plans_goal": {"rows": 2}}},
        {"tables": []},
        {"members": {"database": {"bytes": 1, "sha256": "x", "mode": 7}}},
        {"members": None},
    ],
)
def test_one_that_lacks_something_is_none(tmp_path: Path, changes: dict[str, Any]) -> None:
    path = written(tmp_path / "manifest.json", **changes)
    with pytest.raises(Refused, match=r"^a.backup has no manifest. Use another copy of it.$"):
        Manifest.read(path, "a.backup")


@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b"null", b'"format"'])
def test_what_is_no_manifest_is_none(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "manifest.json"
    with pytest.raises(Refused, match="has no manifest"):
        Manifest.read(path, "a.backup")
    path.write_bytes(body)
    with pytest.raises(Refused, match="has no manifest"):
        Manifest.read(path, "a.backup")


def test_a_format_of_later_is_told_from_damage(tmp_path: Path) -> None:
    path = written(tmp_path / "manifest.json", format=2)
    with pytest.raises(Refused, match=r"format that is not known here. Use a newer CORS."):
        Manifest.read(path, "a.backup")


def of(tmp_path: Path, **changes: Any) -> Opened:
    return Opened("a.backup", tmp_path, replace(MANIFEST, **changes))


def test_a_backup_of_this_version_or_an_older_one_is_known(tmp_path: Path) -> None:
    opened._check_known(of(tmp_path))
    opened._check_known(of(tmp_path, migrations=KNOWN[:3]))


def test_a_backup_of_a_newer_version_names_the_version(tmp_path: Path) -> None:
    newer = of(tmp_path, migrations=[*KNOWN, "plans.9999_later"], version="7.1")
    with pytest.raises(Refused, match=r"made by CORS 7.1, which is newer than this one. Install"):
        opened._check_known(newer)


@pytest.mark.parametrize(
    ("tables", "named"),
    [
        ({"plans_goal": TableDigest(2, "ab")}, "empty"),
        (MANIFEST.tables | {"more": TableDigest(0, "cd")}, "more"),
        (MANIFEST.tables | {"plans_goal": TableDigest(3, "ab")}, "plans_goal"),
        (MANIFEST.tables | {"plans_goal": TableDigest(2, "ba")}, "plans_goal"),
        ({}, "empty, plans_goal"),
    ],
)
def test_what_it_does_not_hold_is_named(
    tmp_path: Path, tables: dict[str, TableDigest], named: str
) -> None:
    found = of(tmp_path)
    found.compare(Contents(tables=dict(MANIFEST.tables), migrations=[]))
    with pytest.raises(Refused, match=rf"what it was made from: {named}. Use another copy"):
        found.compare(Contents(tables=tables, migrations=[]))


def test_names_of_backups_sort_by_the_moment_they_were_made() -> None:
    london = ZoneInfo("Europe/London")
    before = datetime(2026, 10, 25, 1, 30, tzinfo=london)
    after = before.replace(fold=1)
    assert name_at(before) == "cors-2026-10-25T00-30-00Z.backup"
    assert name_at(after) == "cors-2026-10-25T01-30-00Z.backup"
    assert Path(name_at(after)).match(PATTERN)


def test_a_backup_of_a_server_is_not_tried_on_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cors.safekeeping import verify
    from cors.safekeeping.database import SqliteFile

    monkeypatch.setattr(verify, "database_here", lambda: SqliteFile(tmp_path / "cors.sqlite3"))
    found: Any = SimpleNamespace(name="a.backup")
    with pytest.raises(Refused, match="Set CORS_OWNER_DATABASE_URL to a server"):
        verify._verify_dump(found)
