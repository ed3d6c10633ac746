"""How many rows there are, so that SQLite takes the right index at volume."""

from django.db import connections

ROWS_AN_INDEX = 1_000


def count_rows(using: str) -> None:
    """Look at some rows of each index; PostgreSQL does this by itself."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit={ROWS_AN_INDEX}")
            cursor.execute("ANALYZE")
