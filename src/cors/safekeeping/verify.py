"""Proves a backup: restores it into an empty place that is thrown away, and compares."""

from pathlib import Path
from uuid import uuid4

import psycopg
from django.conf import settings
from psycopg import sql

from cors.core.errors import Refused
from cors.safekeeping.database import POSTGRESQL, Address, SqliteFile, database_here
from cors.safekeeping.dump import bring_in
from cors.safekeeping.manifest import Manifest
from cors.safekeeping.opened import Opened, opened
from cors.safekeeping.snapshot import contents_of_database


def verify(path: Path, *, key: bytes) -> Manifest:
    """Restore a backup into an empty place and compare every table; Refused where one differs."""
    with opened(path, key=key, beside=Path(settings.CORS_VAR)) as found:
        if found.manifest.database == POSTGRESQL:
            _verify_dump(found)
        return found.manifest


def _verify_dump(found: Opened) -> None:
    here = database_here()
    if isinstance(here, SqliteFile):
        raise Refused(
            f"{found.name} holds a PostgreSQL database. Set CORS_OWNER_DATABASE_URL to a server "
            "on which it can be tried."
        )
    empty = here.other(f"cors_verify_{uuid4().hex[:12]}")
    _make(here, empty)
    try:
        bring_in(found.database, empty)
        found.compare(contents_of_database(empty))
    finally:
        with here.connected() as server:
            server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(empty.name)))


def _make(here: Address, empty: Address) -> None:
    with here.connected() as server:
        try:
            # Not the usual template: what somebody put there would be in the way.
            server.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(empty.name))
            )
        except psycopg.errors.InsufficientPrivilege:
            raise Refused(
                "The owner role may not make the database in which a backup is tried. "
                f'Run once as a superuser: ALTER ROLE "{server.info.user}" CREATEDB;'
            ) from None
