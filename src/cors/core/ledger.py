"""The ledger of erasures, outside the database: an erased person stays erased after a restore."""

import json
import os
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from cors.core.models import SealingKey


def enter(*, subject: UUID, organisation: UUID, at: datetime) -> None:
    """Add one erasure and wait until it is on the disk."""
    line = json.dumps(
        {"subject": str(subject), "organisation": str(organisation), "at": at.isoformat()}
    )
    path = Path(settings.CORS_LEDGER)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "a") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


def entries() -> list[tuple[UUID, UUID]]:
    """Return subject and organisation of every erasure."""
    path = Path(settings.CORS_LEDGER)
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return [(UUID(row["subject"]), UUID(row["organisation"])) for row in rows]


def replay() -> int:
    """Destroy again the keys of erased people that a restore brought back; return how many."""
    again = 0
    for subject, _organisation in entries():
        key = SealingKey.objects.filter(subject=subject, wrapped__isnull=False).first()
        if key is not None:
            key.destroy()
            again += 1
    return again
