"""What the last backup, proof and copy came to, kept in a file for the managers' page."""

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path

from django.conf import settings

from cors.safekeeping.working_folder import cant_write

FILE_NAME = "safekeeping.json"


@dataclass(frozen=True)
class Last:
    """When each last went well, and what last went wrong; nothing where it never happened."""

    backup_at: datetime | None = None
    backup_bytes: int = 0
    proved_at: datetime | None = None
    fault_at: datetime | None = None
    fault: str = ""
    copied_at: datetime | None = None
    copy_fault_at: datetime | None = None
    copy_fault: str = ""

    @property
    def is_faulty(self) -> bool:
        """Say whether the last daily backup went wrong; only one that is proved mends it."""
        return _stands(self.fault_at, self.proved_at)

    @property
    def copy_is_faulty(self) -> bool:
        """Say whether the last copy to a second place went wrong; backups are another thing."""
        return _stands(self.copy_fault_at, self.copied_at)


def _stands(fault_at: datetime | None, good_at: datetime | None) -> bool:
    return fault_at is not None and (good_at is None or fault_at >= good_at)


def _path() -> Path:
    return Path(settings.CORS_VAR) / FILE_NAME


def read_last() -> Last:
    """Return what was noted; nothing where the file is not there or can't be read."""
    try:
        found = json.loads(_path().read_text(encoding="utf-8"))
        times = {
            name: datetime.fromisoformat(value)
            for name, value in found.items()
            if name.endswith("_at") and value
        }
        known = {field.name for field in fields(Last)}
        return Last(**{name: value for name, value in (found | times).items() if name in known})
    except (OSError, ValueError, TypeError, AttributeError):
        return Last()


def note(**changes: datetime | int | str) -> None:
    """Add what just happened to what was noted."""
    words = asdict(replace(read_last(), **changes))  # type: ignore[arg-type]
    passing = _path().with_suffix(".partial")
    try:
        passing.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(words, file, default=datetime.isoformat)
        passing.rename(_path())
    except OSError as error:
        raise cant_write(Path(settings.CORS_VAR), error) from None
