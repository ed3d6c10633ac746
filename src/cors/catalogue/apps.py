"""The slice as Django sees it."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The catalogue slice."""

    name = "cors.catalogue"
    label = "catalogue"
