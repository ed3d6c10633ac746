"""Organisations, people who sign in, roles, visibility."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Organisations, people who sign in, roles, visibility."""

    name = "cors.access"
    label = "access"

    def ready(self) -> None:
        from cors.access.sign_in_events import listen

        listen()
