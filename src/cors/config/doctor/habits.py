"""What people do and leave: backups, one-time codes, the clock."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from cors.access.models import Membership
from cors.audit.models import Event
from cors.config.doctor.finding import Finding
from cors.config.prepare import owner
from cors.safekeeping.last import read_last

DAY = timedelta(hours=24)
SLACK = timedelta(minutes=5)


def no_backup() -> Iterator[Finding]:
    last = read_last()
    do = "Run ./cors backup FOLDER now, and let a timer do so daily (docs/deploy.md)."
    if last.backup_at is None:
        yield Finding("no-backup", "There was never a backup.", do)
    elif (since := timezone.now() - last.backup_at) > DAY:
        hours = int(since / timedelta(hours=1))
        yield Finding("no-backup", f"The last backup was made {hours} hours ago.", do)
    if last.is_faulty:
        yield Finding("backup-fault", f"The last backup went wrong: {last.fault}", do)
    if last.copy_is_faulty:
        yield Finding(
            "copy-fault",
            f"The last copy to a second place went wrong: {last.copy_fault}",
            "Mend its cause; ./cors copy-to tries again by itself (docs/deploy.md).",
        )


def clock_is_off() -> Iterator[Finding]:
    newest = Event.newest_at(using=owner()) if _sees_all() else None
    if newest and newest > timezone.now() + SLACK:
        yield Finding(
            "clock",
            f"The clock is behind: something was recorded at {newest:%Y-%m-%d %H:%M} UTC, which "
            "has not come yet.",
            "Let the machine set its clock by itself: timedatectl set-ntp true.",
        )


def no_codes() -> Iterator[Finding]:
    for organisation in Membership.without_codes(using=owner()) if _sees_all() else ():
        yield Finding(
            "no-codes",
            f"No manager of {organisation} has one-time codes on: a guessed password opens it all.",
            "A manager turns them on at their own page, under one-time codes.",
        )


def _sees_all() -> bool:
    return connection.vendor == "sqlite" or owner() != "default"
