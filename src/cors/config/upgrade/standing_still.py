"""Nobody else may have the records open: what they wrote meanwhile would be lost."""

import contextlib
import sqlite3

from django.conf import settings

from cors.core.errors import Refused
from cors.safekeeping.database import Address, Database, SqliteFile

STOP = "Somebody has the records open. Stop the server first, then upgrade."


def refuse_while_open(database: Database) -> None:
    """Refuse when a server, or anybody else, is connected."""
    if is_open(database):
        raise Refused(STOP)


def is_open(database: Database) -> bool:
    """Tell whether somebody is connected."""
    return _file_is_open(database) if isinstance(database, SqliteFile) else _is_asked(database)


def _file_is_open(file: SqliteFile) -> bool:
    # With a write-ahead log each connection keeps a shared lock, also between its statements.
    with contextlib.closing(sqlite3.connect(file.path, timeout=0)) as alone:
        try:
            alone.execute("PRAGMA locking_mode=EXCLUSIVE")
            alone.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            return True
        alone.execute("ROLLBACK")
        return False


def _is_asked(database: Address) -> bool:
    asking = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND usename = %s"
    with database.connected() as connection:
        found = connection.execute(asking, (database.name, settings.CORS_WEB_ROLE)).fetchone()
    return bool(found and found[0])
