"""One writer at a time, in turn: SQLite's own waiting is unfair, and the last one waits long."""

import fcntl
import os
import threading
from pathlib import Path

_locks: dict[str, "FairLock"] = {}
_guard = threading.Lock()


class FairLock:
    """A lock among the threads of this process and, through a file, among processes."""

    def __init__(self, path: Path | None) -> None:
        self._thread_lock = threading.Lock()
        self._path = path
        self._descriptor: int | None = None
        self._pid = 0

    def acquire(self) -> None:
        """Wait for the turn to write."""
        self._thread_lock.acquire()
        if self._path is None:
            return
        try:
            fcntl.flock(self._file(), fcntl.LOCK_EX)
        except BaseException:
            self._thread_lock.release()
            raise

    def release(self) -> None:
        """Let the next one write."""
        if self._path is not None:
            fcntl.flock(self._file(), fcntl.LOCK_UN)
        self._thread_lock.release()

    def _file(self) -> int:
        path = str(self._path)
        if self._descriptor is None or self._pid != os.getpid():
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self._pid = os.getpid()
        return self._descriptor


def fair_lock(database: str) -> FairLock:
    """Return the lock of a database file; a database in memory needs none between processes."""
    with _guard:
        if database not in _locks:
            in_memory = ":memory:" in database or "mode=memory" in database
            _locks[database] = FairLock(None if in_memory else Path(f"{database}.lock"))
        return _locks[database]
