"""The slice as Django sees it."""

from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    """The outcomes slice."""

    name = "cors.outcomes"
    label = "outcomes"
