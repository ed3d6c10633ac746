"""The whole round of the doctor."""

from collections.abc import Iterator

from django.db import DatabaseError

from cors.config.doctor import database, files, habits, setting
from cors.config.doctor.finding import Finding, Look

OUTSIDE: list[Look] = [
    files.keys_beside_data,
    files.open_to_others,
    files.disk_nearly_full,
    setting.debug_is_on,
    setting.plain_http,
    setting.proxies_fit,
    setting.old_python,
    setting.time_zones,
    habits.no_backup,
]
BEFORE_RECORDS: list[Look] = [database.migrations_pending, database.web_role]
RECORDS: list[Look] = [
    database.key_fits,
    database.practice_mixed,
    database.triggers_missing,
    habits.clock_is_off,
    habits.no_codes,
]


def look_round() -> list[Finding]:
    """Return all that is unsafe or missing; nothing is changed."""
    found = [finding for look in OUTSIDE for finding in look()]
    if not database.answers():
        return [*found, database.NO_ANSWER]
    try:
        return found + list(_inside())
    except DatabaseError:
        return [*found, database.NO_ANSWER]


def _inside() -> Iterator[Finding]:
    for look in BEFORE_RECORDS:
        yield from look()
    if not any(database.migrations_pending()):
        for look in RECORDS:
            yield from look()
