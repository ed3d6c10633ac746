"""Fills an empty database with rows from another one, in one transaction."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Protocol

import psycopg
from psycopg import sql

from cors.safekeeping.tables.kinds import Column, Plain
from cors.safekeeping.tables.postgresql import PostgresqlTables
from cors.safekeeping.tables.reading import Tables
from cors.safekeeping.tables.sqlite import AT_ONCE, SqliteTables, quoted

Rows = Iterable[Sequence[Plain]]


class FillableTables(Tables, Protocol):
    """Tables that take rows. Constraints are looked at by `check`, so any order will do."""

    def empty(self, table: str) -> None:
        """Take the rows out that migrations put in."""

    def fill(self, table: str, columns: Sequence[Column], rows: Rows) -> None:
        """Put rows in, a few at a time."""

    def count_on(self, counters: dict[tuple[str, str], int]) -> None:
        """Let numbers be given out from where the other database stopped."""

    def check(self) -> bool:
        """Say whether every row points at one that is there."""


class FillableSqlite(SqliteTables):
    """A SQLite file that is being filled."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")

    def empty(self, table: str) -> None:
        self.connection.execute(f"DELETE FROM {quoted(table)}")  # noqa: S608

    def fill(self, table: str, columns: Sequence[Column], rows: Rows) -> None:
        names = ", ".join(quoted(column.name) for column in columns)
        marks = ", ".join("?" * len(columns))
        insert = f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})"  # noqa: S608
        waiting = iter(rows)
        while some := list(islice(waiting, AT_ONCE)):
            self.connection.executemany(insert, some)

    def count_on(self, counters: dict[tuple[str, str], int]) -> None:
        self.connection.execute("DELETE FROM sqlite_sequence")
        for (table, _), last in counters.items():
            self.connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", [table, last])

    def check(self) -> bool:
        return not self.connection.execute("PRAGMA foreign_key_check").fetchone()


class FillablePostgresql(PostgresqlTables):
    """A PostgreSQL database that is being filled by its owner."""

    def __init__(self, connection: psycopg.Connection) -> None:
        super().__init__(connection)
        connection.execute("BEGIN")
        connection.execute("SET LOCAL TimeZone = 'UTC'")
        connection.execute("SET CONSTRAINTS ALL DEFERRED")

    def empty(self, table: str) -> None:
        self.connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))

    def fill(self, table: str, columns: Sequence[Column], rows: Rows) -> None:
        names = sql.SQL(", ").join(sql.Identifier(column.name) for column in columns)
        into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
        with psycopg.Cursor(self.connection) as writing, writing.copy(into) as copy:
            for row in rows:
                copy.write_row(row)

    def count_on(self, counters: dict[tuple[str, str], int]) -> None:
        for (table, column), last in counters.items():
            self.connection.execute(
                "SELECT setval(pg_get_serial_sequence(quote_ident(%s), %s), %s)",
                [table, column, last],
            )

    def check(self) -> bool:
        try:
            self.connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except psycopg.IntegrityError:
            return False
        return True
