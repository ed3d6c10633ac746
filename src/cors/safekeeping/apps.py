"""Backups, restores and moves: nothing lost."""

from django.apps import AppConfig


class SafekeepingConfig(AppConfig):
    """Backups, restores and moves: nothing lost."""

    name = "cors.safekeeping"
    label = "safekeeping"
