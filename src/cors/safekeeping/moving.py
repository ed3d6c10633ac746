"""Moves everything to the other kind of database; the old one stays as it was."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from cors.core.errors import Refused
from cors.safekeeping.database import Address, Database, SqliteFile, database_of, kind_of
from cors.safekeeping.tables.digest import TableDigest, differing
from cors.safekeeping.tables.postgresql import PostgresqlTables, read_one_moment
from cors.safekeeping.tables.reading import Tables, digests, migrations
from cors.safekeeping.tables.sqlite import SqliteTables, open_file
from cors.safekeeping.tables.writing import FillablePostgresql, FillableSqlite, FillableTables
from cors.safekeeping.working_folder import sync_folder, working_folder

TARGET = "target"
# Filled by every migration, on both sides.
MADE_BY_MIGRATIONS = ("django_migrations", "django_content_type", "auth_permission")
STOP_FIRST = "Somebody is writing. Stop the server first, then move."
Moved = dict[str, TableDigest]


def move(source: Database, settings: dict[str, Any]) -> Moved:
    """Copy every table into the empty database that these settings name, and compare them.

    Writers of the old database wait, so that nothing is saved there which is not in the new one.
    """
    target = database_of(settings)
    if kind_of(target) == kind_of(source):
        raise Refused(f"The records are in a {kind_of(source)} database already.")
    if isinstance(target, SqliteFile):
        with held(source) as tables:
            return _move_to_file(tables, target.path, settings)
    _check_empty(target)
    with held(source) as tables:
        _make_tables(settings)
        with target.connected() as connection:
            moved = copy_all(tables, FillablePostgresql(connection))
            connection.execute("COMMIT")
        return moved


def _move_to_file(tables: Tables, path: Path, settings: dict[str, Any]) -> Moved:
    for standing in SqliteFile(path).standing()[:1]:
        raise Refused(f"{standing} is there already. Move it away, or name another file.")
    with working_folder(path.parent) as work:
        passing = work / "database"
        _make_tables(settings | {"NAME": str(passing)})
        with contextlib.closing(open_file(passing)) as connection:
            moved = copy_all(tables, FillableSqlite(connection))
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode=DELETE")
        passing.chmod(0o600)
        passing.rename(path)
    sync_folder(path.parent)
    return moved


@contextlib.contextmanager
def held(source: Database) -> Iterator[Tables]:
    """Read a database while nobody writes it; it is not changed."""
    if isinstance(source, SqliteFile):
        if not source.path.exists():
            raise Refused(f"There is nothing to move yet: {source.path} is not there.")
        with contextlib.closing(open_file(source.path)) as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                raise Refused(STOP_FIRST) from None
            yield SqliteTables(connection)
            connection.execute("ROLLBACK")
    else:
        with source.connected() as connection:
            yield _hold(connection)
            connection.execute("ROLLBACK")


def _hold(connection: psycopg.Connection) -> Tables:
    tables = PostgresqlTables(connection)
    names = sql.SQL(", ").join(sql.Identifier(name) for name in tables.names())
    try:
        read_one_moment(connection, held=names)
    except psycopg.errors.LockNotAvailable:
        raise Refused(STOP_FIRST) from None
    return tables


def _check_empty(target: Address) -> None:
    with target.connected() as connection:
        tables = PostgresqlTables(connection)
        for name in tables.names():
            some = sql.SQL("SELECT 1 FROM {} LIMIT 1").format(sql.Identifier(name))
            if name not in MADE_BY_MIGRATIONS and connection.execute(some).fetchone():
                raise Refused(f"The database {target.name} is not empty. Name an empty one.")


def _make_tables(settings: dict[str, Any]) -> None:
    """Make tables, triggers, row security and grants, as a first start does."""
    connections.databases[TARGET] = connections.configure_settings(
        {"default": settings, TARGET: settings}
    )[TARGET]
    try:
        call_command("migrate", database=TARGET, verbosity=0, interactive=False)
    finally:
        connections[TARGET].close()
        del connections[TARGET], connections.databases[TARGET]


def copy_all(source: Tables, target: FillableTables) -> Moved:
    """Copy all rows within the target's transaction; Refused where the copy is not the same."""
    if migrations(source) != migrations(target):
        raise Refused("The records are of another version. Run ./cors migrate first.")
    for name in MADE_BY_MIGRATIONS:
        target.empty(name)
    try:
        for name in source.names():
            columns = source.columns(name)
            target.fill(name, columns, source.rows(name, columns))
    except (psycopg.DataError, sqlite3.DataError) as error:
        why = str(error).partition("\n")[0]
        raise Refused(f"The other database does not take what stands here: {why}.") from None
    target.count_on(source.counters())
    moved = digests(target)
    if tables := differing(digests(source), moved):
        raise Refused(f"Nothing was moved: the copy differs in {', '.join(tables)}.")
    if not target.check():
        raise Refused("Nothing was moved: some rows point at rows that are not there.")
    return moved
