"""Triggers that forbid changing or deleting events, on both databases.

Django remakes SQLite tables during some migrations and drops their triggers in silence, so they are
laid again after every migrate and looked for at every start.
"""

from typing import Any

from django.db import connections

TABLES = ("audit_event", "audit_namedonpage")
VERBS = ("UPDATE", "DELETE")
REASON = "Events are only ever added."


def lay_triggers(using: str) -> None:
    """Lay the triggers anew."""
    connection = connections[using]
    lay = _lay_on_sqlite if connection.vendor == "sqlite" else _lay_on_postgresql
    with connection.cursor() as cursor:
        for table in TABLES:
            lay(cursor, table)


def _lay_on_sqlite(cursor: Any, table: str) -> None:
    for verb in VERBS:
        name = f"{table}_no_{verb.lower()}"
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{REASON}'); END"
        )


def _lay_on_postgresql(cursor: Any, table: str) -> None:
    cursor.execute(
        "CREATE OR REPLACE FUNCTION audit_only_added() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN RAISE EXCEPTION '{REASON}'; END $$"
    )
    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_only_added ON {table}")
    cursor.execute(
        f"CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION audit_only_added()"
    )


def lift_triggers(using: str) -> None:
    """Take the triggers away for the rest of a transaction; only who owns the tables can."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for table in TABLES:
            if connection.vendor == "sqlite":
                for verb in VERBS:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb.lower()}")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_only_added ON {table}")


def missing_triggers(using: str) -> list[str]:
    """Name the triggers that do not stand."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        wanted = [f"{table}_no_{verb.lower()}" for table in TABLES for verb in VERBS]
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        wanted = [f"{table}_only_added" for table in TABLES]
        query = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        standing = {row[0] for row in cursor.fetchall()}
    return [name for name in wanted if name not in standing]
