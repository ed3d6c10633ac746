"""The master key: made once, for its owner's eyes, and read or the fault is said in words."""

import base64
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pytest_django.fixtures import Settings

from cors.core import master_key as keys
from cors.core.errors import Refused, SealError
from cors.core.master_key import (
    FILE_NAME,
    backup_key,
    check_value,
    key_from_words,
    make_master_key,
    master_key,
    one_time_code_key,
    recovery_words,
)


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """Keep keys in a folder of this test's own."""
    settings.CORS_KEYS = tmp_path / "keys"
    keys._read.cache_clear()
    yield tmp_path / "keys"
    keys._read.cache_clear()


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_reads_the_key_that_was_made(folder: Path) -> None:
    assert make_master_key(folder) == master_key()
    assert len(master_key()) == 32


def test_only_its_owner_reads_the_file_and_the_folder(folder: Path) -> None:
    make_master_key(folder)
    assert _mode(folder / FILE_NAME) == 0o600
    assert _mode(folder) == 0o700


def test_an_existing_key_is_never_overwritten(folder: Path) -> None:
    key = make_master_key(folder)
    with pytest.raises(FileExistsError):
        make_master_key(folder)
    assert master_key() == key


def test_two_keys_are_never_the_same(tmp_path: Path) -> None:
    assert make_master_key(tmp_path / "one") != make_master_key(tmp_path / "two")


def test_a_missing_key_names_the_folder_and_what_to_set(folder: Path) -> None:
    with pytest.raises(SealError) as missing:
        master_key()
    assert str(folder) in str(missing.value)
    assert "Set CORS_KEYS" in str(missing.value)


def test_a_key_that_comes_back_is_read(folder: Path) -> None:
    with pytest.raises(SealError):
        master_key()
    key = make_master_key(folder)
    assert master_key() == key


@pytest.mark.parametrize(
    "content",
    [b"", b"not base 64 !!", base64.b64encode(b"x" * 31), base64.b64encode(b"x" * 33), b"AAAA"],
)
def test_a_damaged_key_is_said_to_be_and_never_used(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(content)
    with pytest.raises(SealError, match=r"is damaged\. Put the master key back") as damaged:
        master_key()
    assert content.decode() not in str(damaged.value) or content == b""


def test_a_line_break_after_the_key_does_no_harm(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(base64.b64encode(b"k" * 32) + b"\r\n\n")
    assert master_key() == b"k" * 32


def test_words_for_paper_lead_back_to_the_key(folder: Path) -> None:
    key = make_master_key(folder)
    groups = recovery_words(key).split("-")
    assert [len(group) for group in groups] == [4] * 13
    letters = "".join(groups)
    assert base64.b32decode(letters + "=" * (-len(letters) % 8)) == key


def test_words_for_paper_have_no_signs_that_are_mixed_up() -> None:
    for byte in range(256):
        assert not set("0189lo ") & set(recovery_words(bytes([byte]) * 32))


def test_a_check_value_knows_its_key_and_tells_nothing_of_it(folder: Path) -> None:
    key = make_master_key(folder)
    assert check_value(key) == check_value(key)
    assert check_value(key) != check_value(b"k" * 32)
    assert key.hex() not in check_value(key)
    assert len(check_value(key)) == 64


def test_the_key_of_one_time_codes_is_another_one_that_seals(folder: Path) -> None:
    key = make_master_key(folder)
    derived = one_time_code_key()
    assert base64.urlsafe_b64decode(derived) != key
    sealed = Fernet(derived).encrypt(b"secret")
    assert Fernet(one_time_code_key()).decrypt(sealed) == b"secret"


def test_the_recovery_words_are_the_key_however_they_are_typed() -> None:
    key = bytes(range(32))
    words = recovery_words(key)
    typed = words.lower().replace("-", " ").replace("o", "0").replace("i", "1")
    for way in (words, words.replace("-", ""), f"  {words}\n", typed, words.replace("B", "8")):
        assert key_from_words(way) == key


@pytest.mark.parametrize("words", ["", "AAAA", "no key at all", "ä" * 52, "A" * 51, "A" * 60])
def test_says_what_a_recovery_key_looks_like(words: str) -> None:
    with pytest.raises(Refused, match="A recovery key has 13 groups of 4 letters"):
        key_from_words(words)


def test_backups_have_a_key_of_their_own() -> None:
    key = bytes(range(32))
    assert len({key, backup_key(key), backup_key(bytes(32))}) == 3
    assert backup_key(key) == backup_key(key)
