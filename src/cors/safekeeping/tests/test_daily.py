"""Each day a backup is written and proved; what came of it is noted, and the oldest one goes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cors.core.errors import Refused
from cors.safekeeping import backup, daily
from cors.safekeeping.daily import forget_oldest, verify_daily
from cors.safekeeping.database import SqliteFile
from cors.safekeeping.last import Last, read_last
from cors.safekeeping.snapshot import Contents, take
from cors.safekeeping.tests.test_moving import ROWS, file_at

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def here(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep a small file, whose tables no version of CORS knows, below a folder of this test."""
    settings.CORS_VAR, settings.CORS_BACKUPS = tmp_path / "var", tmp_path / "backups"
    settings.CORS_LEDGER, settings.CORS_BACKUPS_KEPT = tmp_path / "erasures.jsonl", 3
    file = SqliteFile(file_at(tmp_path / "cors.sqlite3", ROWS))
    monkeypatch.setattr(backup, "database_here", lambda: file)
    monkeypatch.setattr("cors.safekeeping.opened._check_known", lambda found: None)
    return tmp_path


def on_day(number: int) -> Any:
    """Return a clock that goes on by a second each time it is asked."""
    times: Iterator[datetime] = (
        AT + timedelta(days=number, seconds=seconds) for seconds in range(100)
    )
    return lambda: next(times)


def kept(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").iterdir())


def test_is_written_proved_and_noted(here: Path) -> None:
    made = verify_daily(clock=on_day(0))
    assert kept(here) == ["cors-2026-11-23T02-00-00Z.backup"]
    assert read_last() == Last(
        backup_at=AT, backup_bytes=made.bytes, proved_at=AT + timedelta(seconds=1)
    )


def test_the_oldest_go_and_nothing_else(here: Path) -> None:
    (here / "backups").mkdir()
    (here / "backups" / "copy-a.backup").write_text("a copy")
    for day in range(5):
        verify_daily(clock=on_day(day))
    assert kept(here) == [
        "copy-a.backup",
        *(f"cors-2026-11-{day}T02-00-00Z.backup" for day in (25, 26, 27)),
    ]


def test_what_is_not_proved_is_noted_and_removes_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(3):
        verify_daily(clock=on_day(day))

    def refuse(path: Path, **_: object) -> None:
        raise Refused(f"{path.name} is damaged.")

    monkeypatch.setattr(daily, "verify", refuse)
    with pytest.raises(Refused, match="is damaged"):
        verify_daily(clock=on_day(3))
    assert len(kept(here)) == 4
    last = read_last()
    assert last.is_faulty
    assert last.fault == "cors-2026-11-26T02-00-00Z.backup is damaged."
    assert last.proved_at == AT + timedelta(days=2, seconds=1)
    monkeypatch.undo()


def test_a_backup_of_other_rows_is_not_proved(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose_a_table(*args: Any) -> Contents:
        found = take(*args)
        return Contents(tables=dict(list(found.tables.items())[1:]), migrations=[])

    monkeypatch.setattr(backup, "take", lose_a_table)
    with pytest.raises(Refused, match="does not hold what it was made from: auth_permission"):
        verify_daily(clock=on_day(0))
    assert read_last().proved_at is None
    monkeypatch.setattr(backup, "take", take)
    verify_daily(clock=on_day(1))
    assert not read_last().is_faulty


def test_a_place_that_was_never_named_is_noted(here: Path, settings: Any) -> None:
    settings.CORS_BACKUPS = None
    with pytest.raises(Refused, match="Set CORS_BACKUPS to a folder on another disk"):
        verify_daily(clock=on_day(0))
    assert read_last().fault.startswith("Set CORS_BACKUPS")


def test_at_least_the_newest_is_kept(tmp_path: Path) -> None:
    for day in (1, 2):
        (tmp_path / f"cors-2026-11-0{day}T02-00-00Z.backup").touch()
    forget_oldest(tmp_path, keep=1)
    assert [path.name for path in tmp_path.iterdir()] == ["cors-2026-11-02T02-00-00Z.backup"]
