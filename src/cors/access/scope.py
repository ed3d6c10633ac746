"""Which organisation the database shows: on PostgreSQL the second net under the door."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def within(organisation: Any = None, *, user: Any = None) -> Iterator[None]:
    """Show the rows of one organisation inside this block, in one transaction.

    On SQLite there is no second net, and a block that only reads opens no transaction.
    """
    if connection.vendor != "postgresql":
        yield
        return
    before = _settings() if connection.in_atomic_block else None
    with transaction.atomic():
        show(organisation, user=user)
        yield
        if before and not connection.needs_rollback:  # else it goes with the transaction
            _set(*before)


def show(organisation: Any, *, user: Any = None) -> None:
    """Set the organisation (and the person) for the rest of the transaction."""
    if connection.vendor == "postgresql":
        _set(str(organisation or ""), str(user or ""))


def _settings() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting('cors.organisation', true), ''), "
            "coalesce(current_setting('cors.user', true), '')"
        )
        organisation, user = cursor.fetchone()
    return organisation, user


def _set(organisation: str, user: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('cors.organisation', %s, true), set_config('cors.user', %s, true)",
            [organisation, user],
        )
