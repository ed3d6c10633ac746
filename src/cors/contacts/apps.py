"""The slice as Django sees it."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    """The contacts slice."""

    name = "cors.contacts"
    label = "contacts"
