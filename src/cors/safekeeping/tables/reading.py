"""What both databases offer to whoever copies or compares them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from cors.safekeeping.tables.digest import TableDigest, digest_of
from cors.safekeeping.tables.kinds import Column, Plain


class Tables(Protocol):
    """A database read in one moment: what is written meanwhile does not show."""

    def names(self) -> list[str]:
        """Return the tables."""

    def columns(self, table: str) -> list[Column]:
        """Return the columns of a table in their order."""

    def rows(self, table: str, columns: Sequence[Column]) -> Iterator[tuple[Plain, ...]]:
        """Read a table, a few rows at a time."""

    def counters(self) -> dict[tuple[str, str], int]:
        """Return the last number that was given out, by table and column."""


def digests(tables: Tables) -> dict[str, TableDigest]:
    """Return the digest of each table."""
    found = {}
    for name in tables.names():
        columns = tables.columns(name)
        found[name] = digest_of(columns, tables.rows(name, columns))
    return found


def migrations(tables: Tables) -> list[str]:
    """Return the migrations that were applied, as `app.name`."""
    if "django_migrations" not in tables.names():
        return []
    columns = tables.columns("django_migrations")
    names = [column.name for column in columns]
    app, name = names.index("app"), names.index("name")
    rows = tables.rows("django_migrations", columns)
    return sorted(".".join((str(row[app]), str(row[name]))) for row in rows)
