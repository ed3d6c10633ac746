"""The slice as Django sees it."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """The measures slice."""

    name = "cors.measures"
    label = "measures"
