"""Of several backups in a folder the newest that opens to its last byte is taken."""

import os
from pathlib import Path

import pytest

from cors.core.errors import Refused
from cors.core.master_key import backup_key
from cors.safekeeping.copying import NAMES, newest_good, next_name
from cors.safekeeping.package import packing

KEY, OTHER = bytes(range(32)), bytes(32)


def made(folder: Path, name: str, minute: int, key: bytes = KEY) -> Path:
    path = folder / name
    with packing(path, backup_key(key)) as package:
        package.add_bytes("database", os.urandom(200_000))
    os.utime(path, (minute * 60, minute * 60))
    return path


def damaged(path: Path) -> Path:
    times = (path.stat().st_atime, path.stat().st_mtime)
    body = bytearray(path.read_bytes())
    body[-1] ^= 1
    path.write_bytes(body)
    os.utime(path, times)
    return path


def test_the_newest_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    made(tmp_path, "cors-2026-11-23.backup", 1)
    newest = made(tmp_path, "copy-a.backup", 3)
    made(tmp_path, "copy-b.backup", 2)
    assert newest_good(tmp_path, key=KEY) == newest


def test_one_that_is_damaged_or_of_another_key_is_passed_over(tmp_path: Path) -> None:
    good = made(tmp_path, "copy-a.backup", 1)
    damaged(made(tmp_path, "copy-b.backup", 2))
    made(tmp_path, "other.backup", 3, OTHER)
    (tmp_path / "half.backup").touch()
    assert newest_good(tmp_path, key=KEY) == good


def test_what_is_still_being_written_is_no_backup(tmp_path: Path) -> None:
    good = made(tmp_path, "copy-a.backup", 1)
    made(tmp_path, ".copy-b.backup.partial", 2)
    assert newest_good(tmp_path, key=KEY) == good


def test_each_one_that_does_not_open_is_named(tmp_path: Path) -> None:
    damaged(made(tmp_path, "copy-a.backup", 1))
    made(tmp_path, "copy-b.backup", 2, OTHER)
    with pytest.raises(Refused) as refused:
        newest_good(tmp_path, key=KEY)
    assert "copy-b.backup was made with another key." in refused.value.sentence
    assert "copy-a.backup is damaged" in refused.value.sentence


def test_a_folder_without_any_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"There is no backup in .*/empty\."):
        newest_good(tmp_path / "empty", key=KEY)


def test_copies_take_turns_and_the_older_one_goes(tmp_path: Path) -> None:
    assert next_name(tmp_path) == NAMES[0]
    made(tmp_path, NAMES[0], 1)
    assert next_name(tmp_path) == NAMES[1]
    made(tmp_path, NAMES[1], 2)
    assert next_name(tmp_path) == NAMES[0]
    made(tmp_path, NAMES[0], 3)
    assert next_name(tmp_path) == NAMES[1]
