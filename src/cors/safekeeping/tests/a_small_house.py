"""A small file of records with its key and ledger, to back up and restore without processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from cors.core.ledger import Erased, append, entries
from cors.core.master_key import FILE_NAME, write_master_key
from cors.safekeeping import backup, restore
from cors.safekeeping.backup import make_backup
from cors.safekeeping.database import SqliteFile
from cors.safekeeping.tests.test_moving import ROWS, file_at

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
KEY, OTHER_KEY = bytes(range(32)), bytes(32)


def erased(number: int) -> Erased:
    """Return who was erased on a day of this number."""
    return Erased(UUID(int=number), UUID(int=0), AT + timedelta(days=number))


@dataclass
class House:
    """A folder with records, and the settings that point into it."""

    folder: Path
    settings: Any
    patch: pytest.MonkeyPatch

    @property
    def file(self) -> Path:
        return self.folder / "var" / "cors.sqlite3"

    @property
    def ledger(self) -> list[int]:
        """Return the numbers of who stands in the ledger, in its order."""
        return [each.subject.int for each in entries(Path(self.settings.CORS_LEDGER))]

    @property
    def has_key(self) -> bool:
        return (self.folder / "keys" / FILE_NAME).exists()

    def is_bare(self) -> bool:
        """Say whether nothing was put here."""
        left = [path for path in self.folder.rglob("*") if path.is_file()]
        return left == []

    def erase(self, *numbers: int) -> None:
        for number in numbers:
            append(Path(self.settings.CORS_LEDGER), erased(number))

    def backs_up(self, day: int = 0, rows: Sequence[tuple[object, ...]] = ROWS) -> Path:
        """Return a backup, beside the house, of this many days later."""
        if not self.file.exists():
            self.file.parent.mkdir(parents=True, exist_ok=True)
            file_at(self.file, rows)
        made = make_backup(self.folder.parent / "backups", at=AT + timedelta(days=day))
        return made.path


def house(folder: Path, settings: Any, patch: pytest.MonkeyPatch, key: bytes | None = KEY) -> House:
    """Point all settings into a folder; with a key if one is given."""
    found = House(folder, settings, patch)
    settings.CORS_VAR, settings.CORS_KEYS = folder / "var", folder / "keys"
    settings.CORS_LEDGER = folder / "keys" / "erasures.jsonl"
    patch.setattr(backup, "database_here", lambda: SqliteFile(found.file))
    patch.setattr(restore, "database_here", lambda: SqliteFile(found.file))
    if key is not None:
        write_master_key(folder / "keys", key)
    return found
