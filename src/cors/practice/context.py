"""What every page knows in practice: where to change who one is."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cors.practice.switch import is_practice


def practice(request: HttpRequest) -> dict[str, Any]:
    """Return the way to the list of people, and nothing where the records are real."""
    if not is_practice():
        return {}
    return {"practice": {"people_url": reverse("practice:sign_in_as")}}
