"""A backup opened into a folder and compared with what it says of itself."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db.migrations.loader import MigrationLoader

from cors.core.errors import Refused
from cors.core.master_key import backup_key
from cors.safekeeping.database import SQLITE
from cors.safekeeping.manifest import Manifest
from cors.safekeeping.package import ATTACHMENTS, DATABASE, LEDGER, unpack
from cors.safekeeping.snapshot import Contents, contents_of_file
from cors.safekeeping.tables.digest import differing
from cors.safekeeping.working_folder import working_folder


@dataclass(frozen=True)
class Opened:
    """A backup whose every byte was found as it was written."""

    name: str
    folder: Path
    manifest: Manifest

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def ledger(self) -> Path:
        return self.folder / LEDGER

    @property
    def attachments(self) -> Path:
        return self.folder / ATTACHMENTS

    def compare(self, contents: Contents) -> None:
        """Refuse a database that does not hold what the backup was made from."""
        tables = differing(self.manifest.tables, contents.tables)
        if tables:
            raise Refused(
                f"{self.name} does not hold what it was made from: {', '.join(tables)}. "
                "Use another copy of it."
            )


@contextlib.contextmanager
def opened(path: Path, *, key: bytes, beside: Path) -> Iterator[Opened]:
    """Open a backup with the master key into a folder that is removed afterwards."""
    with working_folder(beside) as folder:
        manifest = unpack(path, backup_key(key), folder)
        found = Opened(name=path.name, folder=folder, manifest=manifest)
        _check_known(found)
        if manifest.database == SQLITE:
            found.compare(contents_of_file(found.database))
        yield found


def _check_known(found: Opened) -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if set(found.manifest.migrations) - known:
        raise Refused(
            f"{found.name} was made by CORS {found.manifest.version}, which is newer than this "
            "one. Install that version first."
        )
