"""The slice as Django sees it."""

from django.apps import AppConfig


class CasefileConfig(AppConfig):
    """The casefile slice."""

    name = "cors.casefile"
    label = "casefile"
