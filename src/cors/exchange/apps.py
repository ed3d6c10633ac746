"""The slice as Django sees it."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The exchange slice."""

    name = "cors.exchange"
    label = "exchange"
