"""Once a day: a backup, the proof that it can be restored, and room for the next one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings

from cors.core.errors import Refused, SealError
from cors.core.master_key import master_key
from cors.safekeeping.backup import PATTERN, Made, make_backup
from cors.safekeeping.last import note
from cors.safekeeping.verify import verify

Clock = Callable[[], datetime]


def verify_daily(*, clock: Clock) -> Made:
    """Write a backup into CORS_BACKUPS, prove it, remove the oldest; note what came of it."""
    try:
        made = _proved(clock)
    except (Refused, SealError) as error:
        note(fault_at=clock(), fault=str(error))
        raise
    forget_oldest(made.path.parent, keep=settings.CORS_BACKUPS_KEPT)
    return made


def _proved(clock: Clock) -> Made:
    if settings.CORS_BACKUPS is None:
        raise Refused("Set CORS_BACKUPS to a folder on another disk: no backup can be made yet.")
    made = make_backup(Path(settings.CORS_BACKUPS), at=clock())
    note(backup_at=made.manifest.created_at, backup_bytes=made.bytes)
    verify(made.path, key=master_key())
    note(proved_at=clock())
    return made


def forget_oldest(folder: Path, *, keep: int) -> None:
    """Remove all but the newest backups; copies and files of other names stay."""
    for path in sorted(folder.glob(PATTERN), reverse=True)[keep:]:
        path.unlink(missing_ok=True)
