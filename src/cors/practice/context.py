"""What every page knows in practice: where to change who one is."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cors.practice.moving_in import in_words
from cors.practice.switch import is_practice


def practice(request: HttpRequest) -> dict[str, Any]:
    """Return the way to the list of people, and nothing where the records are real."""
    if not is_practice():
        return {}
    told = {"people_url": reverse("practice:sign_in_as"), "tasks_url": reverse("practice:tasks")}
    member = getattr(request, "member", None)
    if member is None:
        return {"practice": told}
    # Counted on Today alone: no other page pays for it.
    return {"practice": told | {"moving_in": in_words(member) if request.path == "/" else ""}}
