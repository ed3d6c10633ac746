"""The file of the practice organisation: held by whoever serves it, and thrown away whole."""

import fcntl
import os
import sqlite3
from pathlib import Path

from cors.core.errors import Refused

MARK = "SELECT is_practice FROM core_installation"
IN_USE = "A server runs on the practice organisation. End it with Ctrl-C, then begin afresh."
NOT_PRACTICE = "{} holds no practice organisation, so it was left as it is. Move it elsewhere."


def hold(file: Path, *, alone: bool = False) -> int:
    """Hold the file until this process and those it hands the number to have ended.

    Several servers may hold it; `alone` is refused while any does. What was held alone is then
    held like the others, so that the next one may come.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    held = os.open(file.with_suffix(".held"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise Refused(IN_USE) from None
    os.set_inheritable(held, True)
    return held


def share(held: int) -> None:
    """Let others hold the file too."""
    fcntl.flock(held, fcntl.LOCK_SH)


def throw_away(file: Path) -> bool:
    """Delete the practice organisation; say whether there was one. Anything else is left alone."""
    if not file.exists():
        return False
    if not _is_practice(file):
        raise Refused(NOT_PRACTICE.format(file))
    for ending in ("-wal", "-shm", ""):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    return True


def _is_practice(file: Path) -> bool:
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)
        try:
            return bool(connection.execute(MARK).fetchone() == (1,))
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return False
