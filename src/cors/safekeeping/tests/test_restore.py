"""A restore puts everything where nothing stands, or refuses and touches nothing."""

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cors.core.errors import Refused
from cors.safekeeping import restore as restoring
from cors.safekeeping.restore import restore
from cors.safekeeping.tests.a_small_house import KEY, OTHER_KEY, House, house
from cors.safekeeping.tests.test_moving import ROWS

Bare = Callable[..., House]


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the small house be of this version."""
    monkeypatch.setattr("cors.safekeeping.opened._check_known", lambda found: None)


@pytest.fixture
def kept(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house with records and one attachment."""
    found = house(tmp_path / "old", settings, monkeypatch)
    (tmp_path / "old" / "var" / "attachments").mkdir(parents=True)
    (tmp_path / "old" / "var" / "attachments" / "letter.pdf").write_bytes(b"a letter")
    return found


@pytest.fixture
def bare(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Bare:
    """Return what leads to an empty machine, once there is a backup."""
    return lambda key=None: house(tmp_path / "new", settings, monkeypatch, key)


def rows_of(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as file:
        (number,) = file.execute("SELECT count(*) FROM kinds").fetchone()
    return int(number)


def test_brings_back_rows_key_ledger_and_attachments(kept: House, bare: Bare) -> None:
    kept.erase(1)
    backup = kept.backs_up()
    new = bare()
    manifest = restore(backup, key=KEY)
    assert rows_of(new.file) == manifest.tables["kinds"].rows == 3
    assert (new.has_key, new.ledger) == (True, [1])
    letter = new.folder / "var" / "attachments" / "letter.pdf"
    assert letter.read_bytes() == b"a letter"
    assert {path.name for path in new.file.parent.iterdir()} == {"cors.sqlite3", "attachments"}


def test_what_it_writes_is_its_owners_alone(kept: House, bare: Bare) -> None:
    backup = kept.backs_up()
    new = bare()
    restore(backup, key=KEY)
    files = [path for path in new.folder.rglob("*") if path.is_file()]
    assert len(files) == 4
    assert {path.stat().st_mode & 0o077 for path in files} == {0}


@pytest.mark.parametrize("name", ["cors.sqlite3", "cors.sqlite3-wal", "cors.sqlite3-journal"])
def test_a_file_that_stands_is_left_as_it_is(kept: House, bare: Bare, name: str) -> None:
    backup = kept.backs_up()
    new = bare()
    standing = new.file.with_name(name)
    standing.parent.mkdir(parents=True)
    standing.write_bytes(b"somebody's")
    with pytest.raises(Refused, match=rf"{name} is there already. Move it away"):
        restore(backup, key=KEY)
    assert standing.read_bytes() == b"somebody's"
    assert not new.has_key
    standing.unlink()
    restore(backup, key=KEY)


def test_attachments_that_stand_are_left_as_they_are(kept: House, bare: Bare) -> None:
    backup = kept.backs_up()
    new = bare()
    folder = new.folder / "var" / "attachments"
    folder.mkdir(parents=True)
    (folder / "other.pdf").write_bytes(b"another")
    with pytest.raises(Refused, match=r"attachments holds files. Move them away"):
        restore(backup, key=KEY)
    assert not new.file.exists()
    (folder / "other.pdf").unlink()
    restore(backup, key=KEY)
    assert [path.name for path in folder.iterdir()] == ["letter.pdf"]


def test_another_key_that_stands_is_not_written_over(kept: House, bare: Bare) -> None:
    backup = kept.backs_up()
    new = bare(OTHER_KEY)
    before = (new.folder / "keys" / "master.key").read_bytes()
    with pytest.raises(Refused, match="There is another master key in"):
        restore(backup, key=KEY)
    assert (new.folder / "keys" / "master.key").read_bytes() == before
    assert not new.file.exists()


def test_the_same_key_may_stand_already(kept: House, bare: Bare) -> None:
    backup = kept.backs_up()
    new = bare(KEY)
    restore(backup, key=KEY)
    assert rows_of(new.file) == 3


def test_a_wrong_key_touches_nothing(kept: House, bare: Bare) -> None:
    backup = kept.backs_up()
    new = bare()
    with pytest.raises(Refused, match="made with another key"):
        restore(backup, key=OTHER_KEY)
    assert new.is_bare()


@pytest.mark.parametrize("at", [40, 5_000, -10])
def test_a_damaged_backup_touches_nothing(kept: House, bare: Bare, at: int) -> None:
    backup = kept.backs_up()
    body = bytearray(backup.read_bytes())
    body[at if abs(at) < len(body) else len(body) // 2] ^= 1
    backup.write_bytes(body)
    new = bare()
    with pytest.raises(Refused, match="damaged"):
        restore(backup, key=KEY)
    assert new.is_bare()


def test_a_backup_of_the_other_kind_says_how_to_go_on(
    kept: House, bare: Bare, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = kept.backs_up()
    new = bare()
    monkeypatch.setattr(restoring, "kind_of", lambda database: "PostgreSQL")
    with pytest.raises(Refused, match=r"holds a SQLite database.*run ./cors move-to postgresql."):
        restore(backup, key=KEY)
    assert new.is_bare()
    assert "Set CORS_DATABASE_URL" in restoring._other_kind("PostgreSQL")


def test_who_stands_in_a_newer_ledger_stays_erased(kept: House, bare: Bare) -> None:
    kept.erase(1)
    oldest = kept.backs_up(0)
    kept.erase(2)
    kept.backs_up(1)
    kept.erase(3)
    kept.backs_up(2)
    new = bare()
    restore(oldest, key=KEY)
    assert new.ledger == [1, 2, 3]


def test_the_ledger_of_this_machine_is_kept_each_person_once(kept: House, bare: Bare) -> None:
    kept.erase(1, 2)
    backup = kept.backs_up()
    new = bare()
    new.erase(5, 2)
    restore(backup, key=KEY)
    assert new.ledger == [1, 2, 5]


def test_backups_of_others_beside_it_are_passed_over(kept: House, bare: Bare) -> None:
    backup = kept.backs_up()
    (backup.parent / "cors-damaged.backup").write_bytes(backup.read_bytes()[:100])
    (backup.parent / "cors-empty.backup").touch()
    (backup.parent / "notes.backup").write_text("no backup at all")
    new = bare()
    restore(backup, key=KEY)
    assert new.ledger == []
    assert rows_of(new.file) == 3


def test_a_kill_before_the_database_stands_lets_it_be_called_again(
    kept: House, bare: Bare, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.erase(1)
    backup = kept.backs_up()
    new = bare()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(restoring, "_place_attachments", killed)
        with pytest.raises(KeyboardInterrupt):
            restore(backup, key=KEY)
    assert new.has_key
    assert not new.file.exists()
    restore(backup, key=KEY)
    assert (rows_of(new.file), new.ledger) == (3, [1])


def test_a_full_disk_is_said_and_leaves_no_database(
    kept: House, bare: Bare, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = kept.backs_up()
    new = bare()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "_write_ledger", full)
    with pytest.raises(Refused, match=r"can't be written to \(No space left on device\)"):
        restore(backup, key=KEY)
    assert not new.file.exists()


def test_of_two_at_once_one_is_refused_and_the_other_stands(
    kept: House, bare: Bare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both find the place empty; the later one would lay its file over what is served already."""
    kept.backs_up()
    few = house(tmp_path / "few", kept.settings, kept.patch).backs_up(1, ROWS[:2])
    many = few.with_name("cors-2026-11-23T02-00-00Z.backup")
    new, half_way, go_on = bare(), threading.Event(), threading.Event()
    place = restoring._place_attachments

    def waits(found: Any) -> None:
        half_way.set()
        assert go_on.wait(10)
        place(found)

    monkeypatch.setattr(restoring, "_place_attachments", waits)
    first = threading.Thread(target=restore, args=(many,), kwargs={"key": KEY})
    first.start()
    assert half_way.wait(10)
    monkeypatch.setattr(restoring, "_place_attachments", place)
    try:
        with pytest.raises(Refused, match="Another restore is at work"):
            restore(few, key=KEY)
    finally:
        go_on.set()
        first.join()
    assert rows_of(new.file) == 3
