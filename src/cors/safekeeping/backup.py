"""Makes a backup: one sealed file with everything but the keys."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from cors import VERSION
from cors.core.master_key import backup_key, master_key
from cors.safekeeping.database import database_here, kind_of
from cors.safekeeping.manifest import MANIFEST, Manifest
from cors.safekeeping.package import ATTACHMENTS, DATABASE, LEDGER, packing
from cors.safekeeping.snapshot import take
from cors.safekeeping.working_folder import working_folder

PATTERN = "cors-*.backup"


@dataclass(frozen=True)
class Made:
    """A backup that is on the disk."""

    path: Path
    bytes: int
    manifest: Manifest


def name_at(at: datetime) -> str:
    """Return the name of a backup made at this time."""
    return f"cors-{at.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}.backup"


def attachments_folder() -> Path:
    return Path(settings.CORS_VAR) / ATTACHMENTS


def make_backup(folder: Path, *, at: datetime, name: str = "") -> Made:
    """Write a backup into a folder, while others go on writing records."""
    key = backup_key(master_key())
    path = folder.absolute() / (name or name_at(at))
    database = database_here()
    with working_folder(Path(settings.CORS_VAR)) as work:
        contents = take(database, work / DATABASE)
        with packing(path, key) as package:
            # After the database: whoever is erased in it stands in the ledger, and no later one
            # is missing.
            ledger = Path(settings.CORS_LEDGER)
            package.add_bytes(LEDGER, ledger.read_bytes() if ledger.exists() else b"")
            package.add_file(DATABASE, work / DATABASE)
            package.add_folder(ATTACHMENTS, attachments_folder())
            manifest = Manifest(
                created_at=at,
                version=VERSION,
                database=kind_of(database),
                migrations=contents.migrations,
                tables=contents.tables,
                members=dict(package.members),
            )
            package.add_bytes(MANIFEST, manifest.written())
    return Made(path=path, bytes=path.stat().st_size, manifest=manifest)
