"""Making ready: keys, tables, the mark of the installation; faults are said in sentences."""

import os
import secrets
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from cors.access.models import SentForm
from cors.access.row_security import web_role_faults
from cors.audit.triggers import missing_triggers
from cors.config.reach import who_does_not_answer
from cors.core import reserve
from cors.core.errors import Refused
from cors.core.ledger import replay
from cors.core.master_key import FILE_NAME, check_value, make_master_key, master_key
from cors.core.master_key import recovery_words as in_words
from cors.core.models import Installation
from cors.core.sqlite.statistics import count_rows

DJANGO_KEY = "django.key"
KEYS_KEPT = timedelta(days=30)


def prepare(*, practice: bool = False) -> None:
    """Bring keys and tables to what this version needs, or raise Refused with one sentence."""
    _make_folder(settings.CORS_VAR)
    _reach()
    _make_keys()
    _migrate()
    _mark(practice=practice)
    found = faults()
    if found:
        raise Refused(" ".join(found))
    replay(settings.CORS_LEDGER)
    count_rows("default")
    reserve.keep(settings.CORS_RESERVE)
    with suppress(OperationalError):  # on a full disk it waits: reading has to start all the same
        SentForm.forget_before(timezone.now() - KEYS_KEPT, using=owner())


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            f"{folder} can't be made ({error.strerror}). Set CORS_VAR to a folder you may write to."
        ) from None
    if not os.access(folder, os.W_OK):
        raise Refused(f"{folder} is read-only. Set CORS_VAR to a folder you may write to.")


def _make_keys() -> None:
    folder: Path = settings.CORS_KEYS
    has_master, has_secret = ((folder / name).exists() for name in (FILE_NAME, DJANGO_KEY))
    if has_master and has_secret:
        return
    if not has_master and _holds_data():
        raise Refused(
            f"There are records but no master key in {folder}. Set CORS_KEYS to the folder with "
            f"{FILE_NAME}, or put the key back from its copy."
        )
    try:
        key = None if has_master else make_master_key(folder)
        if not has_secret:
            _write_secret(folder / DJANGO_KEY)
    except OSError as error:
        raise Refused(
            f"Keys can't be written to {folder} ({error.strerror}). "
            "Set CORS_KEYS to a folder you may write to."
        ) from None
    settings.SECRET_KEY = (folder / DJANGO_KEY).read_text().strip()
    if key:
        print(
            f"New keys in {folder}. Write the recovery key down and keep it in a safe place:\n"
            f"  {in_words(key)}",
            file=sys.stderr,
        )


def _write_secret(path: Path) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(secrets.token_hex(32) + "\n")


def _holds_data() -> bool:
    if connections["default"].vendor == "sqlite":
        return Path(str(connections["default"].settings_dict["NAME"])).exists()
    tables = connections["default"].introspection.table_names()
    return "core_installation" in tables


def owner() -> str:
    """Return the database alias under which tables are made and old events purged."""
    return "owner" if "owner" in connections else "default"


def _reach() -> None:
    """Refuse a database server that does not answer, before anything is made."""
    if why := who_does_not_answer():
        raise Refused(f"The database does not answer ({why}). Start it, or mend its address.")


def _make_file() -> None:
    """Make the database file its owner's alone before SQLite makes it; its log files follow it."""
    if connections["default"].vendor != "sqlite":
        return
    name = str(connections["default"].settings_dict["NAME"])
    try:
        os.close(os.open(name, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise Refused(
            f"{name} can't be written ({error.strerror}). Set CORS_SQLITE to a file you may write."
        ) from None


def _migrate() -> None:
    _make_file()
    executor = MigrationExecutor(connections[owner()])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", database=owner(), verbosity=0, interactive=False)


def _mark(*, practice: bool) -> None:
    here = Installation.here()
    if here is None:
        Installation.set_up(check_value=check_value(master_key()), is_practice=practice)
        return
    if here.check_value != check_value(master_key()):
        raise Refused(
            f"The master key in {settings.CORS_KEYS} is not the one of this database. "
            "Set CORS_KEYS to the folder with the right key."
        )
    if practice and not here.is_practice:
        raise Refused(
            "These are real records. Practice needs a database of its own: run ./cors demo with "
            "another CORS_VAR."
        )


def faults() -> list[str]:
    """Say what is unsafe, in sentences; an empty list is good."""
    found: list[str] = []
    if missing := missing_triggers("default"):
        found.append(f"The triggers that guard the events are missing: {', '.join(missing)}.")
    found.extend(web_role_faults("default"))
    here = Installation.here()
    if settings.CORS_PRACTICE and not (here and here.is_practice):
        found.append("Practice can't be switched on over real records. Unset CORS_PRACTICE.")
    return found


def collect_static() -> None:
    """Collect, hash and compress static files when any of them changed."""
    stamp = settings.STATIC_ROOT / "staticfiles.json"
    newest = max(_changed(), default=0.0)
    if not stamp.exists() or stamp.stat().st_mtime < newest:
        _collect()


def _collect() -> None:
    from django.test.utils import override_settings

    hashed = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    chosen: dict[str, Any] = {**settings.STORAGES, "staticfiles": {"BACKEND": hashed}}
    with override_settings(STORAGES=chosen):
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def _changed() -> list[float]:
    from django.contrib.staticfiles.finders import get_finders

    return [
        Path(storage.path(path)).stat().st_mtime
        for finder in get_finders()
        for path, storage in finder.list([])
    ]
