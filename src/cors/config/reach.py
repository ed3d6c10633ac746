"""Reaching the database server by both of its addresses, and saying which does not answer."""

from typing import Any

from django.db import OperationalError, connections

ADDRESSES = {"default": "CORS_DATABASE_URL", "owner": "CORS_OWNER_DATABASE_URL"}


def who_does_not_answer() -> str:
    """Return which address reaches nobody, and why; nothing where all answer, or for a file."""
    for alias, name in ADDRESSES.items():
        if alias in connections and connections[alias].vendor == "postgresql":
            try:
                _connect(connections[alias])
            except OperationalError as error:
                return f"{name}: {str(error).strip().splitlines()[0]}"
    return ""


def _connect(database: Any) -> None:
    """Connect past the pool: a pool tells only that it waited."""
    with database.wrap_database_errors:
        database.Database.connect(**database.get_connection_params()).close()
