"""One moment of the database, taken while others write, and what its tables hold."""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cors.core.errors import Refused
from cors.safekeeping.database import Address, Database, SqliteFile
from cors.safekeeping.programs import program, run, server_version
from cors.safekeeping.tables.digest import TableDigest
from cors.safekeeping.tables.postgresql import PostgresqlTables, read_one_moment
from cors.safekeeping.tables.reading import digests, migrations
from cors.safekeeping.tables.sqlite import SqliteTables, open_file


@dataclass(frozen=True)
class Contents:
    """What stands in a database at one moment."""

    tables: dict[str, TableDigest]
    migrations: list[str]


def take(database: Database, into: Path) -> Contents:
    """Write one moment of a database to a file, and say what it holds."""
    if isinstance(database, SqliteFile):
        return _take_file(database, into)
    return _take_dump(database, into)


def _take_file(database: SqliteFile, into: Path) -> Contents:
    if not database.path.exists():
        raise Refused(f"There is nothing to back up yet: {database.path} is not there.")
    try:
        with (
            contextlib.closing(open_file(database.path)) as source,
            contextlib.closing(sqlite3.connect(into)) as copy,
        ):
            into.chmod(0o600)
            source.backup(copy)  # all pages in one reading: writers go on, and are not in it
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise Refused(
            f"The database can't be copied to {into.parent} ({error}). Make room there."
        ) from None
    return contents_of_file(into)


def contents_of_file(path: Path) -> Contents:
    """Say what a SQLite file holds; Refused when it is not sound."""
    try:
        with contextlib.closing(open_file(path)) as connection:
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            if not sound or connection.execute("PRAGMA foreign_key_check").fetchone():
                raise Refused("The database is damaged: restore the newest backup that is sound.")
            tables = SqliteTables(connection)
            return Contents(tables=digests(tables), migrations=migrations(tables))
    except sqlite3.DatabaseError as error:
        raise Refused(f"The database can't be read ({error}).") from None


def _take_dump(database: Address, into: Path) -> Contents:
    with one_moment(database) as (tables, moment):
        if not tables.names():
            raise Refused("There is nothing to back up yet: the database has no tables.")
        dump = program("pg_dump", for_server=server_version(tables.connection))
        command = [dump, "--format=custom", f"--snapshot={moment}", f"--file={into}"]
        run([*command, "--no-owner", "--no-privileges", "--no-password"], database.environment())
        return Contents(tables=digests(tables), migrations=migrations(tables))


@contextlib.contextmanager
def one_moment(database: Address) -> Iterator[tuple[PostgresqlTables, str]]:
    """Read one moment of a PostgreSQL database, which has a name for other readers."""
    with database.connected() as connection:
        moment = read_one_moment(connection)
        yield PostgresqlTables(connection), moment
        connection.execute("ROLLBACK")


def contents_of_database(database: Address) -> Contents:
    """Say what a PostgreSQL database holds."""
    with one_moment(database) as (tables, _):
        return Contents(tables=digests(tables), migrations=migrations(tables))
