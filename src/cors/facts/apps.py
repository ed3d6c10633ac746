"""The slice as Django sees it."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """The facts slice."""

    name = "cors.facts"
    label = "facts"
