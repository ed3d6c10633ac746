"""What makes loading fast, for the load only: no indexes to keep up, nothing to survive a crash."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

SQLITE = (
    "PRAGMA synchronous=OFF",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA secure_delete=OFF",
    "PRAGMA cache_size=-400000",
    "PRAGMA wal_autocheckpoint=20000",
)
STANDING = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgresql": "SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i "
    "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE n.nspname = 'public' AND NOT EXISTS "
    "(SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)",
}


def hurry(using: str) -> None:
    """Let this connection load fast: checks of keys are left out, the rows are made to fit."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for pragma in SQLITE:
                cursor.execute(pragma)
            return
        cursor.execute("SET synchronous_commit = off")
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            cursor.execute("SET session_replication_role = replica")


@contextmanager
def without_indexes(using: str) -> Iterator[None]:
    """Take the indexes away and build them anew at the end, sorted, in one go each."""
    connection = connections[using]
    hurry(using)
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        standing = cursor.fetchall()
        for name, _ in standing:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    hurry(using)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET maintenance_work_mem = '512MB'")
        for _, made_by in standing:
            cursor.execute(made_by)
        _settle(cursor, connection.vendor)
    connection.close()


def _settle(cursor: Any, vendor: str) -> None:
    """Leave the database as one that has been running: the log empty, statistics on PostgreSQL."""
    if vendor == "sqlite":
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        cursor.execute("VACUUM ANALYZE")  # its server does this by itself, in time
