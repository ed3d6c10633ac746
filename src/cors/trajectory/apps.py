"""The slice as Django sees it."""

from django.apps import AppConfig


class TrajectoryConfig(AppConfig):
    """The trajectory slice."""

    name = "cors.trajectory"
    label = "trajectory"
