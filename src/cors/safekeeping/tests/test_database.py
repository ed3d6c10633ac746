"""Which database is kept safe, and by which role it is reached."""

from pathlib import Path
from typing import Any

import pytest

from cors.config.environment import postgresql, sqlite
from cors.core.errors import Refused
from cors.safekeeping import database
from cors.safekeeping.database import (
    POSTGRESQL,
    SQLITE,
    Address,
    SqliteFile,
    database_here,
    database_of,
    kind_of,
)

URL = "postgresql://own%20er:s%3Acret@db.example:5433/cors"


def test_a_file_is_told_from_a_server(tmp_path: Path) -> None:
    file = database_of(sqlite(tmp_path / "cors.sqlite3"))
    assert file == SqliteFile(tmp_path / "cors.sqlite3")
    server = database_of(postgresql(URL, pool=False))
    assert server == Address("cors", "own er", "s:cret", "db.example", "5433")
    assert (kind_of(file), kind_of(server)) == (SQLITE, POSTGRESQL)


def test_the_owner_goes_before_the_web_role(monkeypatch: pytest.MonkeyPatch) -> None:
    class Known(dict[str, Any]):
        def __getitem__(self, alias: str) -> Any:
            return type("Wrapper", (), {"settings_dict": self.get(alias)})

    web = postgresql("postgresql://cors_web@db.example/cors", pool=False)
    monkeypatch.setattr(database, "connections", Known(default=web))
    here = database_here()
    assert isinstance(here, Address)
    assert here.user == "cors_web"
    monkeypatch.setattr(
        database, "connections", Known(default=web, owner=postgresql(URL, pool=False))
    )
    assert database_here() == database_of(postgresql(URL, pool=False))


def test_programs_are_told_a_password_where_nobody_sees_it() -> None:
    server = database_of(postgresql(URL, pool=False))
    assert isinstance(server, Address)
    told = server.environment()
    assert told["PGPASSWORD"] == "s:cret"
    assert (told["PGUSER"], told["PGHOST"], told["PGPORT"]) == ("own er", "db.example", "5433")
    assert server.other("empty").environment()["PGDATABASE"] == "empty"


def test_what_sqlite_left_of_a_file_counts_as_there(tmp_path: Path) -> None:
    file = SqliteFile(tmp_path / "cors.sqlite3")
    assert file.standing() == []
    # A log without its file would be played into the next one of that name.
    log = tmp_path / "cors.sqlite3-wal"
    log.touch()
    assert file.standing() == [log]


def test_a_server_that_does_not_answer_is_named() -> None:
    nobody = Address("none", "nobody", host="127.0.0.1", port="1")
    with pytest.raises(Refused, match="The database does not answer"), nobody.connected():
        pass
