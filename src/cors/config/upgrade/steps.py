"""The steps of an upgrade."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from cors.audit.triggers import missing_triggers
from cors.config.prepare import owner, prepare
from cors.config.upgrade.all_or_nothing import all_or_nothing
from cors.config.upgrade.standing_still import refuse_while_open
from cors.core.errors import Refused
from cors.safekeeping.backup import make_backup
from cors.safekeeping.database import Database, SqliteFile, database_here
from cors.safekeeping.last import note

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Upgraded:
    """How many migrations were done, and the backup from before; None where none was due."""

    migrations: int = 0
    backup: Path | None = None


def upgrade(folder: Path, *, clock: Clock) -> Upgraded:
    """Back up, migrate and look; Refused with the tables as they were where a step fails."""
    database = database_here()
    _refuse_nothing(database)
    refuse_while_open(database)
    due = len(pending())
    made = make_backup(folder, at=clock()) if due else None
    if made:
        note(backup_at=made.manifest.created_at, backup_bytes=made.bytes)
        _migrate(database, made.path)
    prepare()
    return Upgraded(due, made.path if made else None)


def pending() -> list[str]:
    """Name the migrations that this version brings and these tables lack."""
    connections["default"].close()
    executor = MigrationExecutor(connections[owner()])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _refuse_nothing(database: Database) -> None:
    if isinstance(database, SqliteFile) and not database.path.exists():
        raise Refused(f"There is nothing to upgrade: {database.path} is not there.")


def _migrate(database: Database, backup: Path) -> None:
    try:
        with all_or_nothing(database):
            call_command("migrate", database=owner(), verbosity=0, interactive=False)
            if names := missing_triggers(owner()):
                raise Refused(f"{', '.join(names)} missing")
    except Exception as error:
        why = str(error).strip().partition("\n")[0] or type(error).__name__
        raise Refused(
            f"The upgrade broke off ({why}). The records are as they were before. Start the "
            f"version that you had, and tell its makers. The backup is {backup}."
        ) from error
