"""The slice as Django sees it."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The plans slice."""

    name = "cors.plans"
    label = "plans"
