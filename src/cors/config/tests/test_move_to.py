"""Everything moves to the other kind of database and back, and the old one stays as it was."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from cors.config.tests.lived_in import Kept, live, told
from cors.config.tests.place import SERVER, Place, _url, leave, new_place
from cors.safekeeping.database import Address, Database, SqliteFile
from cors.safekeeping.moving import held
from cors.safekeeping.tables.reading import digests

pytestmark = pytest.mark.slow
needs_a_server = pytest.mark.skipif(not SERVER, reason="moves between SQLite and PostgreSQL")


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Place]:
    """Return a place with an empty database, and no keys."""
    place = new_place(tmp_path / "another")
    yield place
    leave(place)


@pytest.fixture
def in_a_file(lived_in: Place) -> Place:
    """Return the place of Amina and Hana with its database moved to a file."""
    done = lived_in.run("move-to", "sqlite")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"set\n  CORS_SQLITE={lived_in.var / 'cors.sqlite3'}" in done.stdout
    return Place(lived_in.folder)


def url(place: Place) -> str:
    return _url("postgres" if "@" in SERVER else "", place.database)


def address(place: Place) -> Address:
    parts = psycopg.conninfo.conninfo_to_dict(url(place))
    return Address(
        name=place.database,
        user=str(parts.get("user") or ""),
        host=str(parts.get("host") or ""),
        port=str(parts.get("port") or ""),
    )


def what_stands(database: Database) -> tuple[object, object]:
    with held(database) as tables:
        return digests(tables), tables.counters()


@needs_a_server
def test_moves_to_a_file_and_back_to_a_server(
    lived_in: Place, kept: Kept, in_a_file: Place, another: Place
) -> None:
    file = SqliteFile(in_a_file.var / "cors.sqlite3")
    assert file.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.standing()] == ["cors.sqlite3"]
    assert what_stands(file) == what_stands(address(lived_in))
    before = file.path.read_bytes()
    done = in_a_file.run("move-to", "postgresql", url(another))
    assert (done.returncode, done.stderr) == (0, "")
    assert "are there and the same. Nothing changed here." in done.stdout
    assert "CORS_DATABASE_URL=postgresql://cors_web:PASSWORD@" in done.stdout
    assert file.path.read_bytes() == before
    assert what_stands(address(another)) == what_stands(file)
    another = Place(in_a_file.folder, another.database)
    assert told(another) == kept.told


@needs_a_server
def test_what_moved_is_served_guarded_and_goes_on(in_a_file: Place, another: Place) -> None:
    assert in_a_file.run("migrate").returncode == 0
    live(in_a_file, "erase")
    assert in_a_file.run("move-to", "postgresql", url(another)).returncode == 0
    moved = Place(in_a_file.folder, another.database)
    assert (moved.run("migrate").returncode, told(moved)["goal"]) == (0, "erased")
    with psycopg.connect(url(another)) as server:
        with pytest.raises(psycopg.errors.RaiseException, match="only ever added"):
            server.execute("DELETE FROM audit_event")
        server.rollback()
        server.execute("SET ROLE cors_web")
        assert server.execute("SELECT count(*) FROM plans_goal").fetchone() == (0,)
        server.execute("RESET ROLE")
        assert server.execute("SELECT count(*) FROM plans_goal").fetchone() != (0,)
        last, next_one = server.execute(
            "SELECT max(id), nextval(pg_get_serial_sequence('django_migrations', 'id')) "
            "FROM django_migrations"
        ).fetchone() or (0, 0)
        assert next_one > last


@needs_a_server
def test_what_the_other_database_does_not_take_moves_nothing(
    in_a_file: Place, another: Place
) -> None:
    path = in_a_file.var / "cors.sqlite3"
    name("Move-on\x00team", path)
    done = in_a_file.run("move-to", "postgresql", url(another))
    assert done.returncode == 2
    assert "The other database does not take what stands here" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    with psycopg.connect(url(another)) as server:
        assert server.execute("SELECT count(*) FROM access_user").fetchone() == (0,)
    name("Move-on team", path)
    assert in_a_file.run("move-to", "postgresql", url(another)).returncode == 0


def name(team: str, path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE access_team SET name = ? WHERE name LIKE 'Move%'", [team])
        file.commit()


@needs_a_server
def test_moves_over_nobodys_records(lived_in: Place, in_a_file: Place) -> None:
    before = what_stands(address(lived_in))
    done = in_a_file.run("move-to", "postgresql", url(lived_in))
    assert done.returncode == 2
    assert done.stderr == f"The database {lived_in.database} is not empty. Name an empty one.\n"
    done = lived_in.run("move-to", "sqlite")
    assert done.returncode == 2
    assert "cors.sqlite3 is there already. Move it away, or name another file." in done.stderr
    assert what_stands(address(lived_in)) == before


def test_there_is_no_move_to_the_same_kind(ready: Place) -> None:
    words = ("postgresql", url(ready)) if SERVER else ("sqlite", str(ready.folder / "other"))
    done = ready.run("move-to", *words)
    assert done.returncode == 2
    assert "database already." in done.stderr
    assert not (ready.folder / "other").exists()
