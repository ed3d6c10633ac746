"""Where the snapshot of an organisation lies, and who makes it anew just now."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings

from cors.facts.tables import TABLES

# Another version of CORS that lays other tables finds no snapshot of its own, and makes one.
LAYOUT = hashlib.sha256(repr([(each.name, each.reads, each.laid) for each in TABLES]).encode())


def place_of(organisation: UUID) -> Path:
    """Return the file of an organisation's facts in the layout of this version."""
    return Path(settings.CORS_VAR) / "facts" / f"{organisation}.{LAYOUT.hexdigest()[:8]}"


@contextmanager
def alone_with(path: Path) -> Iterator[bool]:
    """Say whether nobody else renews this snapshot, and let nobody begin inside this block.

    The mark goes with the process that set it, however it ends.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    mark = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(mark)
