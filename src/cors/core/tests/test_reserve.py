"""Room kept back for reading when the disk is full."""

import shutil
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytest_django.fixtures import Settings

from cors.core import reserve
from cors.core.errors import NoRoom

SIZE = 64 * 1024
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def place(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the reserve of a database in a file stands."""
    settings.CORS_RESERVE = SIZE
    _database(monkeypatch, str(tmp_path / "cors.sqlite3"))
    return tmp_path / "reserve"


def _database(monkeypatch: pytest.MonkeyPatch, name: str, vendor: str = "sqlite") -> None:
    told = {"NAME": name}
    here = SimpleNamespace(vendor=vendor, settings_dict=told, in_atomic_block=False)
    monkeypatch.setattr(reserve, "connection", here)


def _free(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10 * SIZE, 0, free))


def test_room_is_kept_and_given_up_and_kept_again(place: Path) -> None:
    assert reserve.keep(SIZE)
    assert place.stat().st_size == SIZE
    assert place.stat().st_mode & 0o077 == 0
    assert reserve.give_up()
    assert not place.exists()
    assert not reserve.give_up()
    reserve.check()
    assert place.stat().st_size == SIZE


def test_nothing_is_written_while_the_reserve_does_not_fit(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _free(monkeypatch, 2 * SIZE - 1)
    with pytest.raises(NoRoom):
        reserve.check()
    assert not place.exists()
    _free(monkeypatch, 2 * SIZE)
    reserve.check()
    assert place.exists()


def test_a_disk_that_fills_while_it_is_written_leaves_no_rest(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path, __: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert not reserve.keep(SIZE)
    assert list(place.parent.iterdir()) == []


@pytest.mark.parametrize("kept", [0, SIZE])
def test_nothing_is_kept_where_there_is_no_file_or_no_wish(
    place: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    settings.CORS_RESERVE = kept
    if kept:
        _database(monkeypatch, "file:memorydb?mode=memory")
    reserve.check()
    assert not reserve.give_up()
    assert not place.exists()


def test_a_server_of_databases_has_a_disk_of_its_own(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _database(monkeypatch, str(place.parent / "cors"), "postgresql")
    reserve.check()
    assert not place.exists()


@pytest.mark.parametrize(
    "words",
    [
        "database or disk is full",
        "could not extend file: No space left on device",
        "[Errno 122] Disk quota exceeded",
    ],
)
def test_the_words_of_a_full_disk_are_known(words: str) -> None:
    assert reserve.is_full(RuntimeError(words))


def test_other_faults_are_no_full_disk() -> None:
    assert not reserve.is_full(RuntimeError("database is locked"))
    assert reserve.is_full(NoRoom())


class TestWithRoom:
    """What goes with something that is saved finds room in the reserve."""

    @pytest.fixture
    def tried(self, place: Path) -> list[bool]:
        """Return whether the reserve stood at each time of writing."""
        reserve.keep(SIZE)
        return []

    def _write(self, place: Path, tried: list[bool], error: Exception) -> str:
        tried.append(place.exists())
        if place.exists():
            try:
                raise error
            except OSError as full:
                raise ValueError("could not be written") from full
        return "written"

    def test_it_is_written_again_in_the_reserve(self, place: Path, tried: list[bool]) -> None:
        full = OSError("No space left on device")
        assert reserve.with_room(lambda: self._write(place, tried, full)) == "written"
        assert tried == [True, False]

    def test_another_fault_gives_nothing_up(self, place: Path, tried: list[bool]) -> None:
        with pytest.raises(ValueError, match="could not be written"):
            reserve.with_room(lambda: self._write(place, tried, OSError("it is dark")))
        assert tried == [True]
        assert place.exists()

    def test_within_a_transaction_it_is_not_tried_again(
        self, place: Path, tried: list[bool], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """There the save itself is not done yet, and fails with it."""
        monkeypatch.setattr("cors.core.reserve.connection.in_atomic_block", True)
        with pytest.raises(ValueError, match="could not be written"):
            reserve.with_room(lambda: self._write(place, tried, OSError("disk quota exceeded")))
        assert place.exists()

    def test_where_there_is_no_reserve_it_fails(self, place: Path) -> None:
        def write() -> None:
            raise OSError("No space left on device")

        with pytest.raises(OSError, match="No space"):
            reserve.with_room(write)
