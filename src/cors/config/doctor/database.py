"""The database: whether it answers, is of this version, and guards what it holds."""

from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError, connection

from cors.access.row_security import web_role_faults
from cors.audit.triggers import missing_triggers
from cors.config.doctor.finding import Finding
from cors.config.health.readiness import keys_open, migrations_are_current
from cors.config.prepare import owner
from cors.config.reach import who_does_not_answer
from cors.core.models import Installation

NO_ANSWER = Finding(
    "database-away",
    "The database does not answer, so nothing in it was looked at.",
    "Start it, and look at CORS_DATABASE_URL.",
)


def answers() -> bool:
    """Tell whether there is a database to look at."""
    if who_does_not_answer():
        return False
    try:
        return bool(connection.introspection.table_names())
    except DatabaseError:
        return False


def migrations_pending() -> Iterator[Finding]:
    if not migrations_are_current():
        yield Finding(
            "migrations", "The tables are not those of this version.", "Run ./cors upgrade."
        )


def key_fits() -> Iterator[Finding]:
    if not keys_open():
        yield Finding(
            "master-key",
            f"The master key in {settings.CORS_KEYS} is missing, damaged or of another database.",
            "Set CORS_KEYS to the folder with the right key, or put it back from its copy.",
        )


def triggers_missing() -> Iterator[Finding]:
    if names := missing_triggers("default"):
        yield Finding(
            "triggers",
            f"Events can be changed: {', '.join(names)} missing.",
            "Run ./cors upgrade, and ask who took them away.",
        )


def web_role() -> Iterator[Finding]:
    for fault in web_role_faults("default"):
        yield Finding("web-role", fault, "Run deploy/postgresql-roles.sql again (docs/deploy.md).")
    if connection.vendor == "postgresql" and owner() == "default":
        yield Finding(
            "no-owner",
            "CORS_OWNER_DATABASE_URL is not set, so people and the clock were not looked at.",
            "Run ./cors doctor with it set, as for an upgrade.",
        )


def practice_mixed() -> Iterator[Finding]:
    here = Installation.here()
    if here and here.is_practice and not settings.CORS_PRACTICE:
        yield Finding(
            "practice",
            "This database holds a practice organisation, into which anybody may sign in.",
            "Set CORS_VAR or CORS_DATABASE_URL to an empty place for real records.",
        )
