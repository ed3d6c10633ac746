"""The erasure ledger: a file apart from the database, so that no restore brings anybody back."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from cors.core.errors import SealError


@dataclass(frozen=True)
class Erased:
    """Who was erased, where, when."""

    subject: UUID
    organisation: UUID
    at: datetime


EraseAgain = Callable[[Erased], bool]
_erasers: dict[str, EraseAgain] = {}


def register(*, erase_again: EraseAgain) -> None:
    """Say how a person is erased again; it returns whether they were there."""
    _erasers["clients"] = erase_again


def append(ledger: Path, erased: Erased) -> None:
    """Add one line and wait until it is on the disk; OSError when that can't be done."""
    ledger.parent.mkdir(parents=True, exist_ok=True)
    line = {
        "subject": str(erased.subject),
        "organisation": str(erased.organisation),
        "at": erased.at.isoformat(),
    }
    descriptor = os.open(ledger, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())


def entries(ledger: Path) -> Iterator[Erased]:
    """Read the ledger; SealError names a damaged line, for nobody may be served past it."""
    if not ledger.exists():
        return
    for number, line in enumerate(ledger.read_bytes().splitlines(), start=1):
        try:
            found = json.loads(line.decode("utf-8"))
            yield Erased(
                subject=UUID(found["subject"]),
                organisation=UUID(found["organisation"]),
                at=datetime.fromisoformat(found["at"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            raise SealError(
                f"Line {number} of {ledger} is damaged. Mend it or put the ledger back from a copy."
            ) from None


def replay(ledger: Path) -> int:
    """Erase again whoever stands again after a restore; return how many did."""
    return sum(
        erase_again(erased) for erased in entries(ledger) for erase_again in _erasers.values()
    )
