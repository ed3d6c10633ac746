"""The slice as Django sees it."""

from django.apps import AppConfig


class ClientsConfig(AppConfig):
    """The clients slice; tells the ledger how a person is erased again."""

    name = "cors.clients"
    label = "clients"

    def ready(self) -> None:
        from cors.clients.actions.erasure import erase_again
        from cors.core.ledger import register

        register(erase_again=erase_again)
