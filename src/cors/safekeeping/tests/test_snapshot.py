"""One moment of a file: whole, sound, its owner's alone, and nobody has to stop for it."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from cors.core.errors import Refused
from cors.safekeeping.database import SqliteFile
from cors.safekeeping.snapshot import contents_of_file, take
from cors.safekeeping.tests.test_moving import ROWS, file_at


@pytest.fixture
def file(tmp_path: Path) -> SqliteFile:
    return SqliteFile(file_at(tmp_path / "cors.sqlite3", ROWS))


def test_holds_what_the_file_holds(file: SqliteFile, tmp_path: Path) -> None:
    found = take(file, tmp_path / "copy")
    assert found == contents_of_file(file.path)
    assert found.tables["kinds"].rows == 3
    assert found.migrations == ["plans.0001"]
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0


def test_stands_in_one_file_without_a_log(file: SqliteFile, tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(file.path)) as here:
        here.execute("PRAGMA journal_mode=WAL")
        here.execute("UPDATE kinds SET text = 'in the log' WHERE id = 1")
        here.commit()
        (tmp_path / "to").mkdir()
        take(file, tmp_path / "to" / "copy")
    assert [path.name for path in (tmp_path / "to").iterdir()] == ["copy"]
    needs_no_log = (tmp_path / "to" / "copy").read_bytes()[18:20] == b"\x01\x01"
    assert needs_no_log
    with contextlib.closing(sqlite3.connect(tmp_path / "to" / "copy")) as copy:
        said = copy.execute("SELECT text FROM kinds WHERE id = 1").fetchone()
    assert said == ("in the log",)


def test_what_is_not_saved_yet_is_not_in_it_and_nobody_is_stopped(
    file: SqliteFile, tmp_path: Path
) -> None:
    with contextlib.closing(sqlite3.connect(file.path, timeout=0)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("DELETE FROM kinds WHERE id = 3")
        assert take(file, tmp_path / "copy").tables["kinds"].rows == 3
        writer.commit()
    assert take(file, tmp_path / "later").tables["kinds"].rows == 2


def test_nothing_is_taken_where_nothing_stands(tmp_path: Path) -> None:
    gone = SqliteFile(tmp_path / "cors.sqlite3")
    with pytest.raises(Refused, match=r"nothing to back up yet: .*cors.sqlite3 is not there."):
        take(gone, tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_a_row_that_points_nowhere_is_found(tmp_path: Path) -> None:
    pointless = SqliteFile(file_at(tmp_path / "cors.sqlite3", ROWS[1:3]))
    with pytest.raises(Refused, match="The database is damaged: restore the newest backup"):
        take(pointless, tmp_path / "copy")


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "cors.sqlite3"
    path.write_bytes(b"a letter home, which is no database at all" * 50)
    with pytest.raises(Refused, match=r"The database can't be read \(file is not a database\)"):
        contents_of_file(path)


def test_pages_that_were_written_over_are_found(file: SqliteFile) -> None:
    body = bytearray(file.path.read_bytes())
    contents_of_file(file.path)
    middle = len(body) // 2
    body[middle : middle + 4096] = bytes(4096)
    file.path.write_bytes(body)
    with pytest.raises(Refused, match=r"The database is damaged|can't be read"):
        contents_of_file(file.path)


def test_a_place_that_takes_nothing_is_named(file: SqliteFile, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"can't be copied to .*/gone \(.*\). Make room there."):
        take(file, tmp_path / "gone" / "copy")
