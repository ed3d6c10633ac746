"""The file of the practice organisation: thrown away whole, and nothing else ever is."""

import os
import sqlite3
from pathlib import Path

import pytest

from cors.config.practice_file import hold, share, throw_away
from cors.core.errors import Refused


def made(file: Path, *, is_practice: int) -> Path:
    """Make a database with the mark of an installation."""
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE core_installation (is_practice bool)")
    connection.execute("INSERT INTO core_installation VALUES (?)", [is_practice])
    connection.commit()
    connection.close()
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "practice.sqlite3"


def test_throws_practice_away_with_its_log_files(file: Path) -> None:
    made(file, is_practice=1)
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").touch()
    beside = file.with_name("cors.sqlite3")
    beside.write_text("real")
    assert throw_away(file)
    assert [path.name for path in file.parent.iterdir()] == ["cors.sqlite3"]


def test_nothing_is_there_to_throw_away(file: Path) -> None:
    assert not throw_away(file)


@pytest.mark.parametrize("what", ["real", "no table", "no database", "empty"])
def test_leaves_anything_else_as_it_is(file: Path, what: str) -> None:
    if what == "real":
        made(file, is_practice=0)
    elif what == "no table":
        sqlite3.connect(file).execute("CREATE TABLE letters (words text)").connection.close()
    else:
        file.write_bytes(b"a letter of many words, no database" * 9 if what != "empty" else b"")
    before = file.read_bytes()
    with pytest.raises(Refused, match="no practice organisation"):
        throw_away(file)
    assert file.read_bytes() == before


def test_is_refused_while_a_server_holds_it(file: Path) -> None:
    held = hold(file)
    with pytest.raises(Refused, match="Ctrl-C"):
        hold(file, alone=True)
    os.close(held)
    os.close(hold(file, alone=True))


def test_two_servers_may_hold_it(file: Path) -> None:
    one, other = hold(file), hold(file)
    os.close(one)
    with pytest.raises(Refused):
        hold(file, alone=True)
    os.close(other)


def test_what_was_begun_afresh_is_shared_again(file: Path) -> None:
    held = hold(file, alone=True)
    with pytest.raises(Refused):
        hold(file)
    share(held)
    os.close(hold(file))
    os.close(held)


def test_is_held_by_what_this_process_becomes(file: Path) -> None:
    held = hold(file)
    assert os.get_inheritable(held)
    os.close(held)
