"""The slice as Django sees it."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """The practice slice."""

    name = "cors.practice"
    label = "practice"
