"""A PostgreSQL database as plain rows, read by the role that owns it."""

from collections.abc import Iterator, Sequence

import psycopg
from psycopg import sql

from cors.core.errors import Refused
from cors.safekeeping.tables.kinds import Column, Kind, Plain, plain

AT_ONCE = 2_000
_KINDS = {
    "uuid": Kind.UUID,
    "bool": Kind.SWITCH,
    "timestamptz": Kind.MOMENT,
    "date": Kind.DAY,
    "time": Kind.TIME,
    "numeric": Kind.DECIMAL,
    "float8": Kind.REAL,
    "bytea": Kind.BYTES,
    "int2": Kind.INTEGER,
    "int4": Kind.INTEGER,
    "int8": Kind.INTEGER,
    "jsonb": Kind.JSON,
    "text": Kind.TEXT,
    "varchar": Kind.TEXT,
}
_READ = {
    Kind.UUID: "replace({}::text, '-', '')",
    Kind.MOMENT: "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
    Kind.DAY: "to_char({}, 'YYYY-MM-DD')",
    Kind.TIME: "to_char({}, 'HH24:MI:SS.US')",
    Kind.DECIMAL: "{}::text",
    Kind.JSON: "{}::text",
}


class PostgresqlTables:
    """The tables behind a connection; open it with `read_one_moment` to read one moment."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection

    def names(self) -> list[str]:
        found = self.connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
        )
        return [str(name) for (name,) in found]

    def columns(self, table: str) -> list[Column]:
        found = self.connection.execute(
            "SELECT column_name, udt_name FROM information_schema.columns "
            "WHERE table_schema = 'public' AND table_name = %s ORDER BY ordinal_position",
            [table],
        )
        return [Column(name, _kind(declared, name)) for name, declared in found]

    def rows(self, table: str, columns: Sequence[Column]) -> Iterator[tuple[Plain, ...]]:
        kinds = [column.kind for column in columns]
        expressions = [
            sql.SQL(_READ.get(column.kind, "{}")).format(sql.Identifier(column.name))
            for column in columns
        ]
        query = sql.SQL("SELECT {} FROM {}").format(
            sql.SQL(", ").join(expressions), sql.Identifier("public", table)
        )
        with psycopg.ServerCursor(self.connection, "cors_rows") as reading:
            reading.itersize = AT_ONCE
            reading.execute(query)
            for row in reading:
                yield tuple(plain(value, kind) for value, kind in zip(row, kinds, strict=True))

    def counters(self) -> dict[tuple[str, str], int]:
        found = {}
        for table, column, sequence in self._counted():
            last = self.connection.execute(
                sql.SQL("SELECT last_value, is_called FROM {}").format(sql.SQL(sequence))
            ).fetchone()
            if last and last[1]:
                found[table, column] = int(last[0])
        return found

    def _counted(self) -> list[tuple[str, str, str]]:
        return self.connection.execute(
            "SELECT table_name, column_name, "
            "pg_get_serial_sequence(quote_ident(table_name), column_name) "
            "FROM information_schema.columns WHERE table_schema = 'public' "
            "AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL"
        ).fetchall()


def read_one_moment(connection: psycopg.Connection, *, held: sql.Composable | None = None) -> str:
    """Begin to read one moment, every row or an error; return its name for other readers.

    Tables that are held are written by nobody until the end.
    """
    connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    if held is not None:  # before the first question, which chooses the moment
        connection.execute("SET LOCAL lock_timeout = '20s'")
        connection.execute(sql.SQL("LOCK TABLE {} IN SHARE MODE").format(held))
    connection.execute("SET LOCAL row_security = off")
    (name,) = connection.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
    return str(name)


def _kind(declared: str, name: str) -> Kind:
    if declared not in _KINDS:
        raise Refused(f"The column {name} is of a kind ({declared}) that can't be copied yet.")
    return _KINDS[declared]
