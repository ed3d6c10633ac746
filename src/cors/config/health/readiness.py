"""What a server needs before people are sent to it."""

import shutil

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from cors.core.errors import SealError
from cors.core.master_key import check_value, master_key
from cors.core.models import Installation

LEAST_ROOM = 32 * 1024 * 1024
_current: set[str] = set()


def missing() -> list[str]:
    """Return in a word each what is missing; an empty list means ready."""
    try:
        found = [_of_records()]
    except DatabaseError:
        found = ["database"]
    return [*filter(None, found), *([] if room() >= LEAST_ROOM else ["disk"])]


def _of_records() -> str:
    if not migrations_are_current():
        return "migrations"
    return "" if keys_open() else "keys"


def migrations_are_current() -> bool:
    """Tell whether all tables are those of this version.

    Once they are they stay so for this process, whose version does not change either.
    """
    name = str(connection.settings_dict["NAME"])
    if name in _current:
        return True
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    _current.add(name)
    return True


def keys_open() -> bool:
    """Tell whether the master key is there and is the one of this database."""
    try:
        here = Installation.here()
        return here is not None and here.check_value == check_value(master_key())
    except (SealError, OSError):
        return False


def room() -> int:
    """Return how many bytes are free where the data is."""
    try:
        return shutil.disk_usage(settings.CORS_VAR).free
    except OSError:
        return 0
