"""The slice as Django sees it."""

from django.apps import AppConfig


class ClientsConfig(AppConfig):
    """The clients slice."""

    name = "cors.clients"
    label = "clients"
