"""What every page knows: who is asking, for which organisation, and its word for client."""

from typing import Any

from django.http import HttpRequest


def member(request: HttpRequest) -> dict[str, Any]:
    """Return member, organisation and words for templates."""
    found = getattr(request, "member", None)
    organisation = found.organisation if found else None
    return {
        "member": found,
        "organisation": organisation,
        "words": {
            "client": organisation.client_word if organisation else "client",
            "clients": organisation.clients_word if organisation else "clients",
        },
    }
