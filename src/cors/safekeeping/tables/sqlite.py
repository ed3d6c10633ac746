"""A SQLite file as plain rows."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from cors.core.errors import Refused
from cors.safekeeping.tables.kinds import Column, Kind, Plain, plain

AT_ONCE = 2_000
_KINDS = {
    "char(32)": Kind.UUID,
    "bool": Kind.SWITCH,
    "datetime": Kind.MOMENT,
    "date": Kind.DAY,
    "time": Kind.TIME,
    "decimal": Kind.DECIMAL,
    "real": Kind.REAL,
    "blob": Kind.BYTES,
    "text": Kind.TEXT,
}


def open_file(path: Path) -> sqlite3.Connection:
    """Open a file that is there, without Django's settings around it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=30)
    connection.isolation_level = None
    return connection


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


class SqliteTables:
    """The tables behind an open connection; begin a transaction first to read one moment."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def names(self) -> list[str]:
        found = self.connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
            "ESCAPE '\\' ORDER BY name"
        )
        return [name for (name,) in found]

    def columns(self, table: str) -> list[Column]:
        ((sql,),) = self.connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", [table]
        )
        found = self.connection.execute(f"PRAGMA table_info({quoted(table)})")
        return [Column(row[1], _kind(row[2], row[1], sql)) for row in found]

    def rows(self, table: str, columns: Sequence[Column]) -> Iterator[tuple[Plain, ...]]:
        names = ", ".join(quoted(column.name) for column in columns)
        kinds = [column.kind for column in columns]
        found = self.connection.execute(f"SELECT {names} FROM {quoted(table)}")  # noqa: S608
        while some := found.fetchmany(AT_ONCE):
            for row in some:
                yield tuple(plain(value, kind) for value, kind in zip(row, kinds, strict=True))

    def counters(self) -> dict[tuple[str, str], int]:
        if not self.connection.execute(
            "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'"
        ).fetchone():
            return {}
        found = self.connection.execute("SELECT name, seq FROM sqlite_sequence")
        return {(name, self._counted(name)): last for name, last in found}

    def _counted(self, table: str) -> str:
        found = self.connection.execute(f"PRAGMA table_info({quoted(table)})")
        return next(str(row[1]) for row in found if row[5])


def _kind(declared: str, name: str, sql: str) -> Kind:
    written = declared.lower()
    if re.search(rf'JSON_VALID\("{re.escape(name)}"\)', sql, re.IGNORECASE):
        return Kind.JSON
    if written in _KINDS:
        return _KINDS[written]
    if written.removesuffix(" unsigned") in ("integer", "smallint", "bigint"):
        return Kind.INTEGER
    if written.startswith("varchar("):
        return Kind.TEXT
    raise Refused(f"The column {name} is of a kind ({declared}) that can't be copied yet.")
