"""The key that opens a backup: from a file, the environment, this machine, or a person."""

import getpass
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cors.core.errors import Refused
from cors.core.master_key import recovery_words, write_master_key
from cors.safekeeping.recovery_key import NAME, key_to_open

HERE, ELSEWHERE, TYPED = (bytes([number]) * 32 for number in (1, 2, 3))


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Start on a machine without a key, and without a terminal."""
    settings.CORS_KEYS = tmp_path / "keys"
    monkeypatch.delenv(NAME, raising=False)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    return tmp_path / "keys"


def test_the_key_of_this_machine_opens_its_own(keys: Path) -> None:
    write_master_key(keys, HERE)
    assert key_to_open(None) == HERE
    assert (keys / "master.key").stat().st_mode & 0o777 == 0o600


def test_a_key_that_was_given_goes_before_that_of_the_machine(
    keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_master_key(keys, HERE)
    monkeypatch.setenv(NAME, recovery_words(ELSEWHERE))
    assert key_to_open(None) == ELSEWHERE
    file = tmp_path / "recovery.txt"
    file.write_text(recovery_words(TYPED) + "\n")
    assert key_to_open(file) == TYPED


def test_a_person_is_asked_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(getpass, "getpass", lambda prompt: recovery_words(TYPED).lower())
    assert key_to_open(None) == TYPED


def test_nobody_is_asked_where_there_is_no_terminal() -> None:
    with pytest.raises(Refused, match=r"The recovery key is missing. Give it with --recovery-key"):
        key_to_open(None)


def test_a_file_without_a_key_is_named(tmp_path: Path) -> None:
    for body in (b"", b"\xff\xfe", b"a letter home"):
        file = tmp_path / "recovery.txt"
        file.write_bytes(body)
        with pytest.raises(Refused, match=r"can't be read|13 groups of 4 letters"):
            key_to_open(file)
    with pytest.raises(Refused, match=r"gone can't be read. Name a file with the recovery key."):
        key_to_open(tmp_path / "gone")


def test_a_key_that_is_there_is_not_written_over(keys: Path) -> None:
    write_master_key(keys, HERE)
    with pytest.raises(FileExistsError):
        write_master_key(keys, ELSEWHERE)
    assert key_to_open(None) == HERE
