"""What was deleted also leaves the log of the database file."""

from django.db import connection, transaction


def wipe_log_after_commit() -> None:
    """Empty SQLite's write-ahead log once this transaction is written; PostgreSQL keeps its own."""
    if connection.vendor == "sqlite":
        transaction.on_commit(_empty_log)


def _empty_log() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
