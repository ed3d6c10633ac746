import re
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader

ONLY_THERE = "the SQL that PostgreSQL is sent is looked at when the tests run there"
# What would lock out or break the version that still runs while this one is being put in.
RISKY = {
    r"\bDROP TABLE\b": "drops a table: stop using it first, drop it in a later version",
    r"\bRENAME\b": "renames: add the new name, move over, drop the old one later",
    r"\bDROP COLUMN\b": "drops a column: stop using it first, drop it in a later version",
    r"\bADD COLUMN (?!.*\bDEFAULT\b).*\bNOT NULL\b": "adds a column that old rows can't fill",
}
# app.migration → why a risky statement in it is safe
EXEMPT = {
    "clients.0003_who_is_around": "no verb wrote a relationship before it: the table is empty",
}


def ours(loader: MigrationLoader) -> Iterator[tuple[str, Migration]]:
    for (app, name), migration in sorted(loader.disk_migrations.items()):
        if migration.__module__.startswith("cors."):
            yield f"{app}.{name}", migration


@pytest.fixture
def loader() -> MigrationLoader:
    return MigrationLoader(None)


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_migrations_of_a_slice_stand_in_one_line(loader: MigrationLoader) -> None:
    apps = {migration.app_label for _, migration in ours(loader)}
    assert apps
    forked = [app for app in apps if len(loader.graph.leaf_nodes(app)) != 1]
    assert not forked


def test_migrations_are_numbered_without_a_gap(loader: MigrationLoader) -> None:
    numbers: dict[str, list[int]] = {}
    for _, migration in ours(loader):
        numbers.setdefault(migration.app_label, []).append(int(migration.name[:4]))
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


def test_every_migration_can_be_taken_back(loader: MigrationLoader) -> None:
    stuck = [
        name
        for name, migration in ours(loader)
        if not all(operation.reversible for operation in migration.operations)
    ]
    assert not stuck


@pytest.mark.django_db
def test_postgresql_is_sent_nothing_risky() -> None:
    if connection.vendor != "postgresql":
        pytest.skip(ONLY_THERE)
    loader = MigrationLoader(connection)
    found = [
        f"{name} {why}"
        for name, migration in ours(loader)
        if name not in EXEMPT and not migration.name.startswith("0001")
        for why in risks(statements(loader, migration))
    ]
    assert not found, "\n".join(found)


def statements(loader: MigrationLoader, migration: Migration) -> str:
    key = (migration.app_label, migration.name)
    return "\n".join(loader.collect_sql([(loader.graph.nodes[key], False)]))


def risks(sql: str) -> list[str]:
    """Return what is risky in a migration, leaving aside tables that it makes itself."""
    made = re.findall(r'CREATE TABLE ("[^"]+")', sql)
    old = [line for line in sql.splitlines() if not any(table in line for table in made)]
    return [
        why
        for pattern, why in RISKY.items()
        if any(re.search(pattern, line, re.IGNORECASE) for line in old)
    ]


@pytest.mark.parametrize(
    ("sql", "risky"),
    [
        ('DROP TABLE "goals";', True),
        ('ALTER TABLE "goals" ADD COLUMN "kind" varchar(9) NOT NULL;', True),
        ('ALTER TABLE "goals" ADD COLUMN "kind" varchar(9) DEFAULT \'\' NOT NULL;', False),
        ('CREATE TABLE "t" ();\nALTER TABLE "t" ADD COLUMN "c" uuid NOT NULL;', False),
        ('CREATE INDEX "by_day" ON "goals" ("day_date");', False),
    ],
)
def test_a_risky_statement_is_recognised(sql: str, risky: bool) -> None:
    assert bool(risks(sql)) is risky
