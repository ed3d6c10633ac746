"""The copier: a copy when something changed, by turns, and a fault stops nothing."""

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cors.core.errors import Refused
from cors.safekeeping import copying
from cors.safekeeping.copying import LONGEST_SECONDS, copy_on
from cors.safekeeping.database import Address, SqliteFile
from cors.safekeeping.last import read_last
from cors.safekeeping.tests.a_small_house import AT, House, house

Turn = Callable[[], object]


class StoppedError(Exception):
    """Somebody stopped the copier."""


@pytest.fixture
def here(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house with records, and the first backup thrown away."""
    found = house(tmp_path / "house", settings, monkeypatch)
    found.backs_up().unlink()
    monkeypatch.setattr(copying, "database_here", lambda: SqliteFile(found.file))
    return found


def copied(here: House, *turns: Turn, every: float = 60) -> list[str]:
    """Copy while these things happen in the rests, then stop; return what was said."""
    said: list[str] = []
    slept: list[float] = []
    to_do = list(turns)

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if not to_do:
            raise StoppedError
        to_do.pop(0)()

    here.patch.setattr("cors.safekeeping.copying.time.sleep", sleep)
    times = (AT + timedelta(minutes=number) for number in range(100))
    with pytest.raises(StoppedError):
        copy_on(away(here), every=every, clock=lambda: next(times), say=said.append)
    assert set(slept) == {every}
    return said


def away(here: House) -> Path:
    return here.folder.parent / "away"


def names(here: House) -> list[str]:
    return sorted(path.name for path in away(here).glob("*"))


def write(here: House) -> Turn:
    def written() -> None:
        with contextlib.closing(sqlite3.connect(here.file)) as file:
            file.execute("UPDATE kinds SET text = text || '.' WHERE id = 1")
            file.commit()

    return written


def nothing() -> None:
    """Let a turn pass."""


def test_copies_at_once_and_then_rests_until_something_changes(here: House) -> None:
    seen: list[datetime | None] = []

    def look() -> None:
        seen.append(read_last().copied_at)

    assert copied(here, look, nothing, look) == []
    assert names(here) == ["copy-a.backup"]
    assert seen == [seen[0]] * 2
    assert seen[0]


def test_each_change_is_copied_to_the_older_of_two(here: House) -> None:
    found: list[list[str]] = []
    turns = [lambda: found.append(names(here)), write(here), nothing, write(here), nothing]
    copied(here, *turns)
    assert found == [["copy-a.backup"]]
    assert names(here) == ["copy-a.backup", "copy-b.backup"]
    one, other = (away(here) / name for name in names(here))
    assert one.stat().st_mtime_ns > other.stat().st_mtime_ns


def test_a_fault_is_said_noted_and_tried_again(here: House) -> None:
    away(here).write_text("no folder")

    def mend() -> None:
        assert read_last().copy_is_faulty
        away(here).unlink()

    said = copied(here, nothing, mend)
    assert len(said) == 2
    assert all("can't be written to" in each for each in said)
    assert names(here) == ["copy-a.backup"]
    assert not read_last().copy_is_faulty


def test_a_place_of_its_own_that_is_full_too_stops_nothing(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the copy nor the note of its fault can be written; it is said all the same."""
    away(here).write_text("no folder")

    def refuse(**_: object) -> None:
        raise Refused("There is no room.")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(copying, "note", refuse)
        assert len(copied(here, nothing)) == 2


@pytest.mark.parametrize("every", [0, -1, LONGEST_SECONDS + 1, float("nan")])
def test_a_copy_that_would_be_too_old_is_refused(here: House, every: float) -> None:
    with pytest.raises(Refused, match=r"Copy at least every 900 seconds."):
        copy_on(away(here), every=every, clock=lambda: AT, say=print)
    assert names(here) == []
    assert copied(here, every=LONGEST_SECONDS) == []


def test_nothing_is_copied_where_nothing_stands(here: House) -> None:
    here.file.unlink()
    with pytest.raises(Refused, match=r"nothing to copy yet: .*cors.sqlite3 is not there."):
        copy_on(away(here), every=1, clock=lambda: AT, say=print)


def test_a_server_of_databases_copies_itself(here: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "database_here", lambda: Address("cors"))
    with pytest.raises(Refused, match=r"archiving its log: see the how-to on backups."):
        copy_on(away(here), every=1, clock=lambda: AT, say=print)
