"""The slice as Django sees it."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """The reviews slice."""

    name = "cors.reviews"
    label = "reviews"
