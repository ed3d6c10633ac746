"""Which database is kept safe, and the ways into it that bypass no row."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg
from django.db import connections

from cors.core.errors import Refused

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
LEFT_BY_SQLITE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Address:
    """A PostgreSQL database, and the role that owns what is in it."""

    name: str
    user: str = ""
    password: str = ""
    host: str = ""
    port: str = ""

    def _parts(self) -> dict[str, str]:
        parts = {
            "dbname": self.name,
            "user": self.user,
            "password": self.password,
            "host": self.host,
            "port": self.port,
        }
        return {name: value for name, value in parts.items() if value}

    @contextlib.contextmanager
    def connected(self) -> "Iterator[psycopg.Connection]":
        """Connect without a transaction; Refused where nobody answers."""
        try:
            connection = psycopg.connect(**self._parts(), autocommit=True)  # type: ignore[arg-type]
        except psycopg.OperationalError as error:
            why = str(error).strip().partition("\n")[0]
            raise Refused(f"The database does not answer ({why}). Check its address.") from None
        with contextlib.closing(connection):
            yield connection

    def environment(self) -> dict[str, str]:
        """Return what PostgreSQL's programs need to reach it; a password stays off their line."""
        names = {"dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD"}
        parts = {names.get(key, f"PG{key.upper()}"): value for key, value in self._parts().items()}
        return dict(os.environ) | parts | {"LC_ALL": "C"}

    def other(self, name: str) -> "Address":
        """Return the address of another database on the same server."""
        return replace(self, name=name)


@dataclass(frozen=True)
class SqliteFile:
    """A database in one file."""

    path: Path

    def standing(self) -> list[Path]:
        """Return the files of this database that are there."""
        found = (self.path.with_name(self.path.name + ending) for ending in LEFT_BY_SQLITE)
        return [path for path in found if path.exists()]


Database = SqliteFile | Address


def kind_of(database: Database) -> str:
    return SQLITE if isinstance(database, SqliteFile) else POSTGRESQL


def database_of(settings: dict[str, Any]) -> Database:
    """Return the database that Django's settings name."""
    if "sqlite" in settings["ENGINE"]:
        return SqliteFile(Path(str(settings["NAME"])))
    words = {name: str(settings.get(name.upper()) or "") for name in ("user", "password", "host")}
    return Address(name=str(settings["NAME"]), port=str(settings.get("PORT") or ""), **words)


def database_here() -> Database:
    """Return the database that this installation serves, by its owner's way in."""
    alias = "owner" if "owner" in connections else "default"
    return database_of(connections[alias].settings_dict)
