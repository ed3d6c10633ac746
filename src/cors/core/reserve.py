"""Room kept back beside the records, so that reading goes on when the disk is full.

Whoever opens a page about a person is written down, and that needs room. When the disk is full
the reserve is given up for it; from then on nothing else is written until the reserve fits again.
"""

import contextlib
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import connection

from cors.core.errors import NoRoom, causes_of

R = TypeVar("R")

FILE_NAME = "reserve"
FULL_WORDS = ("database or disk is full", "no space left on device", "disk quota exceeded")


def is_full(error: BaseException) -> bool:
    """Say whether this is the database's way of saying that the disk is full."""
    return isinstance(error, NoRoom) or any(word in str(error).lower() for word in FULL_WORDS)


def keep(size: int) -> bool:
    """Keep room back where none is kept yet; False where there is not enough of it."""
    place = _place()
    if place is None or place.exists():
        return True
    # Twice its size, so that what is written next finds room as well.
    return shutil.disk_usage(place.parent).free >= 2 * size and _made(place, size)


def _made(place: Path, size: int) -> bool:
    fresh = place.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    try:
        fresh.touch(mode=0o600)
        fresh.write_bytes(bytes(size))
        fresh.replace(place)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        return False
    return True


def give_up() -> bool:
    """Give the room kept back to what has to be written; False where there was none."""
    place = _place()
    if place is None or not place.exists():
        return False
    with contextlib.suppress(OSError):
        place.unlink()
    return True


def with_room(write: Callable[[], R]) -> R:
    """Write what goes with something that is saved already, in the reserve if need be.

    Otherwise what is saved would be answered as if it were not.
    """
    try:
        return write()
    except Exception as error:
        is_for_room = any(is_full(cause) for cause in causes_of(error))
        if connection.in_atomic_block or not is_for_room or not give_up():
            raise
        return write()


def check() -> None:
    """Raise NoRoom while the reserve does not fit on the disk."""
    if not keep(settings.CORS_RESERVE):
        raise NoRoom


def _place() -> Path | None:
    # Only what stands in a file beside it: a server of databases has a disk of its own.
    if connection.vendor != "sqlite" or not settings.CORS_RESERVE:
        return None
    name = str(connection.settings_dict["NAME"])
    return None if "memory" in name else Path(name).parent / FILE_NAME
