"""Copies the SQLite file to a second place, again and again, sealed like a backup.

Two files take turns, and each gets its name only when it is whole. Whatever is killed at whatever
moment, the newest of them that opens is one moment of the records, at most one turn old.
"""

import contextlib
import sqlite3
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cors.core.errors import Refused, SealError
from cors.core.master_key import backup_key
from cors.safekeeping.backup import make_backup
from cors.safekeeping.database import Address, database_here
from cors.safekeeping.last import note
from cors.safekeeping.package import read_whole
from cors.safekeeping.tables.sqlite import open_file

NAMES = ("copy-a.backup", "copy-b.backup")
LONGEST_SECONDS = 15 * 60
Clock = Callable[[], datetime]


def copy_on(folder: Path, *, every: float, clock: Clock, say: Callable[[str], None]) -> None:
    """Copy whenever something changed, until this process is stopped."""
    database = database_here()
    if isinstance(database, Address):
        raise Refused("PostgreSQL copies itself by archiving its log: see the how-to on backups.")
    if not 0 < every <= LONGEST_SECONDS:
        raise Refused(f"Copy at least every {LONGEST_SECONDS} seconds.")
    if not database.path.exists():
        raise Refused(f"There is nothing to copy yet: {database.path} is not there.")
    with contextlib.closing(open_file(database.path)) as watching:
        seen = None
        while True:
            now = _version(watching)
            if now != seen and _copied(folder, clock, say):
                seen = now
            time.sleep(every)


def _version(watching: sqlite3.Connection) -> int:
    """Return a number that changes when others write."""
    (version,) = watching.execute("PRAGMA data_version").fetchone()
    return int(version)


def _copied(folder: Path, clock: Clock, say: Callable[[str], None]) -> bool:
    """Copy once; a fault is said and noted, and the next turn tries again."""
    try:
        make_backup(folder, at=clock(), name=next_name(folder))
    except (Refused, SealError) as error:
        say(str(error))
        with contextlib.suppress(Refused):
            note(copy_fault_at=clock(), copy_fault=str(error))
        return False
    note(copied_at=clock())
    return True


def next_name(folder: Path) -> str:
    """Return the name of the copy that is older or missing."""
    return min(NAMES, key=lambda name: _written_at(folder / name))


def _written_at(path: Path) -> float:
    return path.stat().st_mtime_ns if path.exists() else 0


def newest_good(folder: Path, *, key: bytes) -> Path:
    """Return the newest backup or copy in a folder that opens to its last byte."""
    faults = []
    for path in sorted(folder.glob("*.backup"), key=_written_at, reverse=True):
        try:
            read_whole(path, backup_key(key))
        except Refused as refused:
            faults.append(refused.sentence)
        else:
            return path
    raise Refused(" ".join(faults) or f"There is no backup in {folder}.")
