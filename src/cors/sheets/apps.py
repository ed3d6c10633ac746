"""The slice as Django sees it."""

from django.apps import AppConfig


class SheetsConfig(AppConfig):
    """The sheets slice."""

    name = "cors.sheets"
    label = "sheets"
