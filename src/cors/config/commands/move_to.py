"""`./cors move-to`: everything into the other kind of database."""

import argparse
from pathlib import Path
from typing import Any

from cors.config.commands.parts import Parts


def add(parts: Parts) -> None:
    part = parts.add_parser("move-to", help="move everything into the other kind of database")
    kinds = part.add_subparsers(metavar="KIND", required=True)
    server = kinds.add_parser("postgresql", help="an empty database, by the role that owns it")
    server.add_argument("url", metavar="postgresql://owner@host/name")
    server.set_defaults(run=to_postgresql)
    file = kinds.add_parser("sqlite", help="a file that is not there yet")
    file.add_argument("file", nargs="?", type=Path, help="otherwise where CORS looks for it")
    file.set_defaults(run=to_sqlite)


def to_postgresql(args: argparse.Namespace) -> int:
    """Move to PostgreSQL and say what to set next."""
    from cors.config.environment import postgresql

    settings = postgresql(args.url, pool=False)
    _move(settings)
    from django.conf import settings as here

    place = f"{settings['HOST']}:{settings['PORT']}".removesuffix(":") + f"/{settings['NAME']}"
    print(
        f"Now give the role {here.CORS_WEB_ROLE} a password, and set\n"
        f"  CORS_DATABASE_URL=postgresql://{here.CORS_WEB_ROLE}:PASSWORD@{place}\n"
        f"  CORS_OWNER_DATABASE_URL=postgresql://{settings['USER']}:PASSWORD@{place}"
    )
    return 0


def to_sqlite(args: argparse.Namespace) -> int:
    """Move to SQLite and say what to set next."""
    from django.conf import settings as here

    from cors.config.environment import sqlite, sqlite_file

    path = (args.file or sqlite_file(here.CORS_VAR)).absolute()
    _move(sqlite(path))
    print(f"Now unset CORS_DATABASE_URL and CORS_OWNER_DATABASE_URL, and set\n  CORS_SQLITE={path}")
    return 0


def _move(settings: dict[str, Any]) -> None:
    import django

    django.setup()
    from cors.safekeeping.database import database_here
    from cors.safekeeping.moving import move

    moved = move(database_here(), settings)
    rows = sum(table.rows for table in moved.values())
    print(f"All {len(moved)} tables ({rows} rows) are there and the same. Nothing changed here.")
