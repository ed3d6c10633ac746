"""The slice as Django sees it."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The catalogue slice; nothing starts over a broken definition."""

    name = "cors.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        from cors.catalogue.shipped import shipped

        shipped()
