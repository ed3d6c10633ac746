"""The slice as Django sees it."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The reports slice."""

    name = "cors.reports"
    label = "reports"
