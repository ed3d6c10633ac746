"""The last app: what must happen once all tables stand."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _after_migrate(using: str, **_: Any) -> None:
    from cors.access.row_security import lay_policies
    from cors.audit.triggers import lay_triggers

    lay_triggers(using)
    lay_policies(using)


class ConfigConfig(AppConfig):
    """Puts the parts together."""

    name = "cors.config"
    label = "config"

    def ready(self) -> None:
        post_migrate.connect(_after_migrate, sender=self)
