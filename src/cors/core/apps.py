"""Core: no domain words."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The record base, sealing, components."""

    name = "cors.core"
    label = "core"
