"""Migrations all together: where one fails, none was."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connections, transaction

from cors.config.prepare import owner
from cors.safekeeping.database import Database, SqliteFile
from cors.safekeeping.working_folder import working_folder


@contextlib.contextmanager
def all_or_nothing(database: Database) -> Iterator[None]:
    """Let everything that is done to the tables inside stand, or on any exception nothing."""
    if isinstance(database, SqliteFile):
        with _file_kept(database.path):
            yield
    else:
        with _one_transaction():
            yield


@contextlib.contextmanager
def _file_kept(path: Path) -> Iterator[None]:
    # SQLite remakes tables with foreign keys off, which no transaction can hold together.
    with working_folder(Path(settings.CORS_VAR)) as folder:
        kept = folder / path.name
        _copy(path, kept)
        try:
            yield
        except BaseException:
            connections.close_all()
            _copy(kept, path)
            raise


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(source)) as one,
        contextlib.closing(sqlite3.connect(target)) as other,
    ):
        one.backup(other)
    target.chmod(0o600)


@contextlib.contextmanager
def _one_transaction() -> Iterator[None]:
    with transaction.atomic(using=owner()):
        # Else rows that a migration wrote wait for their check, and the next may not alter them.
        connections[owner()].connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield
