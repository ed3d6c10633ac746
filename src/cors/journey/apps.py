"""The slice as Django sees it."""

from django.apps import AppConfig


class JourneyConfig(AppConfig):
    """The journey slice."""

    name = "cors.journey"
    label = "journey"
