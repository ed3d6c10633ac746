"""The barest write and read on the same database: what a task is compared with."""

from typing import Any

from django.conf import settings
from django.db import connection, connections, transaction

from cors.core.identity import uuid7

WORDS = "A place with a door that I can shut, and the key in my pocket."
AT_ONCE = 10_000


def lay_bare_table(using: str, rows: int) -> None:
    """Make a table with so many rows that nothing else uses."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("CREATE TABLE bench_bare (id char(32) PRIMARY KEY, words text NOT NULL)")
        for start in range(0, rows, AT_ONCE):
            some = [(uuid7().hex, WORDS) for _ in range(start, min(start + AT_ONCE, rows))]
            cursor.executemany("INSERT INTO bench_bare (id, words) VALUES (%s, %s)", some)
        if connections[using].vendor == "postgresql":
            cursor.execute(f'GRANT SELECT, INSERT ON bench_bare TO "{settings.CORS_WEB_ROLE}"')


def insert_one() -> None:
    """Write one row, in a transaction of its own."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_bare (id, words) VALUES (%s, %s)", [uuid7().hex, WORDS])


class SelectOne:
    """Reads one row by its key."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM bench_bare ORDER BY id LIMIT 500")
            self.keys: list[Any] = [row[0] for row in cursor.fetchall()]
        self.turn = 0

    def __call__(self) -> None:
        self.turn += 1
        key = self.keys[self.turn % len(self.keys)]
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, words FROM bench_bare WHERE id = %s", [key])
            cursor.fetchone()
