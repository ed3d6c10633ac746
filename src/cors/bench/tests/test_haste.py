"""Haste for the load only: indexes come back, and progress is said now and then."""

import contextlib
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cors.bench import haste
from cors.bench.haste import hurry, without_indexes
from cors.bench.load import STEP, _Said
from cors.bench.writers import _wait_for
from cors.core.errors import Refused

TABLE = """
CREATE TABLE kept (id integer PRIMARY KEY, word text UNIQUE, other text);
CREATE INDEX by_other ON kept (other);
CREATE UNIQUE INDEX by_both ON kept (word, other) WHERE other <> '';
"""


class Database:
    """A SQLite file that looks like one of Django's connections."""

    vendor = "sqlite"

    def __init__(self, path: Path) -> None:
        self.raw = sqlite3.connect(path, isolation_level=None)
        self.raw.executescript("PRAGMA journal_mode=WAL;" + TABLE)
        self.is_closed = False

    @contextlib.contextmanager
    def cursor(self) -> Iterator[Any]:
        yield self.raw.cursor()

    def close(self) -> None:
        self.is_closed = True

    def indexes(self) -> set[str]:
        asked = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        return {name for (name,) in self.raw.execute(asked)}


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    found = Database(tmp_path / "bench.sqlite3")
    monkeypatch.setattr(haste, "connections", {"default": found})
    yield found
    found.raw.close()


def test_indexes_are_away_while_loading_and_the_same_afterwards(database: Database) -> None:
    before = database.raw.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    with without_indexes("default"):
        assert database.indexes() == set()
        database.raw.execute("INSERT INTO kept VALUES (1, 'a', 'b')")
    assert database.indexes() == {"by_other", "by_both"}
    after = database.raw.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    assert after == before
    assert database.is_closed


def test_what_is_unique_is_so_again_after_the_load(database: Database) -> None:
    database.raw.execute("DROP TABLE kept")
    database.raw.executescript(
        "CREATE TABLE kept (word text); CREATE UNIQUE INDEX by_word ON kept (word);"
    )
    with pytest.raises(sqlite3.IntegrityError), without_indexes("default"):
        database.raw.execute("INSERT INTO kept VALUES ('a'), ('a')")


def test_the_log_is_empty_after_the_load(database: Database, tmp_path: Path) -> None:
    with without_indexes("default"):
        database.raw.execute("INSERT INTO kept VALUES (1, 'a', 'b')")
        assert (tmp_path / "bench.sqlite3-wal").stat().st_size > 0
    assert (tmp_path / "bench.sqlite3-wal").stat().st_size == 0


def test_nothing_waits_for_the_disk_in_a_hurry(database: Database) -> None:
    hurry("default")
    for pragma in ("synchronous", "foreign_keys", "secure_delete"):
        assert database.raw.execute(f"PRAGMA {pragma}").fetchone() == (0,), pragma


def test_progress_is_said_every_few_thousand_people(capsys: pytest.CaptureFixture[str]) -> None:
    said = _Said(12_000, 0.0)
    for _ in range(30):
        said.more(400)
    told = capsys.readouterr().err.splitlines()
    assert [line.split(",")[0].strip() for line in told] == ["5", "10"]
    assert "of 12,000 people" in told[0]
    assert STEP == 5_000


@pytest.mark.parametrize("status", [0, 1])
def test_a_server_that_ended_is_not_waited_for(status: int) -> None:
    ended = subprocess.Popen([sys.executable, "-S", "-c", f"raise SystemExit({status})"])
    ended.wait()
    began = time.monotonic()
    with pytest.raises(Refused, match=r"The server did not start. Run ./cors serve to see why."):
        _wait_for(1, ended)
    assert time.monotonic() - began < 5
