"""What is noted is read again; a damaged note is no note."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cors.core.errors import Refused
from cors.safekeeping.last import FILE_NAME, Last, note, read_last

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def var(tmp_path: Path, settings: Any) -> Path:
    settings.CORS_VAR = tmp_path
    return tmp_path


def test_is_nothing_before_the_first_time() -> None:
    assert read_last() == Last()
    assert not Last().is_faulty


def test_adds_to_what_was_noted(var: Path) -> None:
    note(backup_at=AT, backup_bytes=12)
    note(proved_at=AT + timedelta(minutes=1))
    assert read_last() == Last(backup_at=AT, backup_bytes=12, proved_at=AT + timedelta(minutes=1))
    assert [path.name for path in var.iterdir()] == [FILE_NAME]
    assert (var / FILE_NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"backup_at": "yesterday"}', "\x00"])
def test_a_damaged_note_is_no_note(var: Path, damaged: str) -> None:
    note(backup_at=AT)
    (var / FILE_NAME).write_text(damaged)
    assert read_last() == Last()
    note(backup_at=AT)
    assert read_last() == Last(backup_at=AT)


def test_what_a_newer_version_noted_is_left_out(var: Path) -> None:
    note(backup_at=AT)
    path = var / FILE_NAME
    path.write_text(path.read_text().replace("{", '{"moon": "full", ', 1))
    assert read_last() == Last(backup_at=AT)


def test_says_where_it_can_not_be_noted(settings: Any, var: Path) -> None:
    (var / "file").write_text("no folder")
    settings.CORS_VAR = var / "file"
    with pytest.raises(Refused, match="can't be written to"):
        note(backup_at=AT)
