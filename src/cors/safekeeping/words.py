"""What the managers' page says of backups, in plain words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cors.core.plain_days import as_heading, plain_day
from cors.safekeeping.last import Last

LATE = timedelta(hours=26)  # a day, and what a nightly run may come late
ASK = "Ask whoever runs the server to run ./cors backup --daily every night."
NONE_YET = (
    "There is no backup yet. If this disk breaks, everything is lost. Ask whoever runs the server "
    "to set CORS_BACKUPS to a folder on another disk, and to run ./cors backup --daily every night."
)


@dataclass(frozen=True)
class Line:
    """One thing that is known, and whether somebody has to do something."""

    name: str
    words: str
    is_urgent: bool = False


def lines(last: Last, now: datetime) -> list[Line]:
    """Return what there is to say; times are said in the zone of `now`."""
    if not any((last.backup_at, last.copied_at, last.fault_at, last.copy_fault_at)):
        return [Line("Backups", NONE_YET, is_urgent=True)]
    return [
        line
        for line in (_fault(last, now), _backup(last, now), _proof(last, now), _copy(last, now))
        if line
    ]


def _fault(last: Last, now: datetime) -> Line | None:
    if not last.is_faulty or last.fault_at is None:
        return None
    return Line("Last try", _went_wrong(last.fault_at, last.fault, now), is_urgent=True)


def _went_wrong(at: datetime, fault: str, now: datetime) -> str:
    return f"{_when(at, now)} it did not work. {fault}"


def _backup(last: Last, now: datetime) -> Line:
    if last.backup_at is None:
        return Line("Last backup", f"None yet. {ASK}", is_urgent=True)
    words = f"{_when(last.backup_at, now)}, {_size(last.backup_bytes)}."
    if now - last.backup_at > LATE:
        return Line("Last backup", f"{words} That is more than a day ago. {ASK}", is_urgent=True)
    return Line("Last backup", words)


def _proof(last: Last, now: datetime) -> Line:
    if last.proved_at is None:
        return Line("Last proof", f"None yet: no backup was ever restored. {ASK}", is_urgent=True)
    words = f"{_when(last.proved_at, now)} a backup was restored apart: every table was the same."
    if now - last.proved_at > LATE:
        return Line("Last proof", f"{words} That is more than a day ago. {ASK}", is_urgent=True)
    return Line("Last proof", words)


def _copy(last: Last, now: datetime) -> Line | None:
    name = "Last copy to a second place"
    if last.copy_is_faulty and last.copy_fault_at:
        words = _went_wrong(last.copy_fault_at, last.copy_fault, now)
        return Line(name, words, is_urgent=True)
    if last.copied_at is None:
        return None
    return Line(name, f"{_when(last.copied_at, now)}.")


def _when(at: datetime, now: datetime) -> str:
    here = at.astimezone(now.tzinfo)
    return f"{as_heading(plain_day(here.date(), now.date()))} at {here:%H:%M}"


def _size(size: int) -> str:
    for unit in ("bytes", "KB", "MB"):
        if size < 1000:
            return f"{size} {unit}"
        size = round(size / 1000)
    return f"{size} GB"
