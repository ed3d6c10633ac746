"""Backups, restores and moves: nothing lost."""

from django.apps import AppConfig
from django.conf import settings


def _verify() -> bool:
    from django.utils import timezone

    from cors.safekeeping.daily import verify_daily

    verify_daily(clock=timezone.now)
    return False


class SafekeepingConfig(AppConfig):
    """Backups, restores and moves: nothing lost."""

    name = "cors.safekeeping"
    label = "safekeeping"

    def ready(self) -> None:
        from cors.core.jobs import DAILY, Job, register

        if settings.CORS_BACKUPS is not None:
            register(Job("daily_backup", _verify, every=DAILY))
