"""Restores a backup where nothing stands yet, and lets nobody come back who was erased."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from cors.core.errors import Refused
from cors.core.ledger import Erased, entries
from cors.core.master_key import FILE_NAME, backup_key, master_key, write_master_key
from cors.safekeeping.backup import attachments_folder
from cors.safekeeping.database import (
    Address,
    Database,
    SqliteFile,
    database_here,
    kind_of,
)
from cors.safekeeping.dump import bring_in, take_out_again
from cors.safekeeping.manifest import Manifest
from cors.safekeeping.opened import Opened, opened
from cors.safekeeping.package import ledger_in
from cors.safekeeping.snapshot import contents_of_database
from cors.safekeeping.tables.postgresql import PostgresqlTables
from cors.safekeeping.working_folder import alone, cant_write, sync_folder


def restore(path: Path, *, key: bytes) -> Manifest:
    """Put a backup where nothing stands; Refused, with nothing touched, where that can't be done.

    The database comes last: until it stands, this can be called again.
    """
    database = database_here()
    beside = database.path.parent if isinstance(database, SqliteFile) else Path(settings.CORS_VAR)
    with alone(beside):
        _check_empty(database)
        _check_key(key)
        with opened(path, key=key, beside=beside) as found:
            return _put(found, path, key, database)


def _put(found: Opened, path: Path, key: bytes, database: Database) -> Manifest:
    if found.manifest.database != kind_of(database):
        raise Refused(_other_kind(found.manifest.database))
    ledgers = [found.ledger, *_other_ledgers(path, key, found.folder)]
    lines = _joined(Path(settings.CORS_LEDGER), ledgers)
    try:
        _keep_key(key)
        _write_ledger(lines)
        _place_attachments(found)
        _place_database(found, database)
    except OSError as error:
        raise cant_write(Path(settings.CORS_VAR), error) from None
    return found.manifest


def _check_empty(database: Database) -> None:
    if isinstance(database, SqliteFile):
        for path in database.standing()[:1]:
            raise Refused(
                f"{path} is there already. Move it away, or set CORS_VAR to an empty folder."
            )
    else:
        with database.connected() as connection:
            if PostgresqlTables(connection).names():
                raise Refused(
                    f"The database {database.name} is not empty. Make an empty one, and name it "
                    "in CORS_DATABASE_URL and CORS_OWNER_DATABASE_URL."
                )
    if any(attachments_folder().glob("*")):
        raise Refused(
            f"{attachments_folder()} holds files. Move them away, or set CORS_VAR to an empty "
            "folder."
        )


def _check_key(key: bytes) -> None:
    folder = Path(settings.CORS_KEYS)
    if (folder / FILE_NAME).exists() and master_key() != key:
        raise Refused(
            f"There is another master key in {folder}. Move it away, or set CORS_KEYS to an "
            "empty folder."
        )


def _other_kind(kind: str) -> str:
    if kind == "SQLite":
        return (
            "This backup holds a SQLite database. Unset CORS_DATABASE_URL, restore it, and then "
            "run ./cors move-to postgresql."
        )
    return (
        "This backup holds a PostgreSQL database. Set CORS_DATABASE_URL and "
        "CORS_OWNER_DATABASE_URL to an empty one."
    )


def _other_ledgers(path: Path, key: bytes, into: Path) -> Iterable[Path]:
    """Yield the ledgers of the backups that lie beside this one: a newer one knows of more."""
    for number, other in enumerate(sorted(path.absolute().parent.glob("*.backup"))):
        if other.name == path.name:
            continue
        with contextlib.suppress(Refused):  # of another key, or damaged: not what was asked for
            ledger = into / f"ledger-{number}"
            ledger.write_bytes(ledger_in(other, backup_key(key)))
            yield ledger


def _joined(here: Path, others: Iterable[Path]) -> list[Erased]:
    """Return everybody who stands in one of the ledgers, each once."""
    found = {each.subject: each for path in others for each in entries(path)}
    found |= {each.subject: each for each in entries(here)}
    return sorted(found.values(), key=lambda each: each.at)


def _keep_key(key: bytes) -> None:
    folder = Path(settings.CORS_KEYS)
    if not (folder / FILE_NAME).exists():
        write_master_key(folder, key)
        sync_folder(folder)


def _write_ledger(lines: list[Erased]) -> None:
    ledger = Path(settings.CORS_LEDGER)
    ledger.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    passing = ledger.with_name(f"{ledger.name}.partial")
    with open(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        for each in lines:
            line = {
                "subject": str(each.subject),
                "organisation": str(each.organisation),
                "at": each.at.isoformat(),
            }
            file.write(json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())
    passing.rename(ledger)
    sync_folder(ledger.parent)


def _place_attachments(found: Opened) -> None:
    if found.attachments.exists():
        with contextlib.suppress(FileNotFoundError):
            attachments_folder().rmdir()
        shutil.move(found.attachments, attachments_folder())


def _place_database(found: Opened, database: Database) -> None:
    if isinstance(database, SqliteFile):
        found.database.rename(database.path)
        sync_folder(database.path.parent)
        return
    _place_dump(found, database)


def _place_dump(found: Opened, database: Address) -> None:
    bring_in(found.database, database)
    try:
        found.compare(contents_of_database(database))
    except Refused:
        take_out_again(database)
        raise
