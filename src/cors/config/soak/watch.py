"""What the server takes of the machine, read from /proc while it works."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
MB = 1024 * 1024


@dataclass(frozen=True)
class Reading:
    """One look: minutes since the start, megabytes, open files, the size of the log, load."""

    minute: float
    rss_mb: float
    files: int
    wal_mb: float
    load: float


def look(group: int, database: Path, began: float) -> Reading:
    """Look at all processes of a group, and at the log beside the database."""
    members = [pid for pid in _pids() if _group_of(pid) == group]
    wal = database.with_name(database.name + "-wal")
    return Reading(
        minute=(time.monotonic() - began) / 60,
        rss_mb=sum(_rss(pid) for pid in members) / MB,
        files=sum(_files(pid) for pid in members),
        wal_mb=wal.stat().st_size / MB if wal.exists() else 0.0,
        load=os.getloadavg()[0],
    )


def _pids() -> list[int]:
    return [int(path.name) for path in PROC.iterdir() if path.name.isdigit()]


def _group_of(pid: int) -> int:
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return -1


def _rss(pid: int) -> int:
    try:
        pages = int((PROC / str(pid) / "statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _files(pid: int) -> int:
    try:
        return sum(1 for _ in (PROC / str(pid) / "fd").iterdir())
    except OSError:
        return 0
