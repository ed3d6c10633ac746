"""A device that is handed to somebody: one page opens on it until the worker has it back.

What is locked is the session, on the server: closing the page, another address or the way back in
the browser open nothing.
"""

from collections.abc import Callable

from allauth.core.ratelimit import consume
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cors.access.models import User
from cors.core.errors import Refused

LOCK = "handed_over"
WRONG = "This is not your password. Try again, or sign out."
TOO_OFTEN = "That was tried too often. Wait a minute, then try again."


def hand_over(request: HttpRequest, *, page: str, then: str) -> None:
    """Lock the session to one page; `then` is where the worker goes once it is open again."""
    request.session[LOCK] = {"page": page, "then": then}


def is_handed_over(request: HttpRequest) -> bool:
    return LOCK in request.session


def asks_for_password(user: User) -> bool:
    """Say whether there is a password to ask for; those who are made up for practice have none."""
    return bool(user.has_usable_password())


def take_back(request: HttpRequest, user: User, password: str) -> str:
    """Open the session for the worker, who says their password, and return where to go.

    Raises Refused for a wrong password, and after too many.
    """
    if asks_for_password(user):
        if not consume(request, action="reauthenticate", user=user):
            raise Refused(TOO_OFTEN, field="password")
        if not user.check_password(password):
            raise Refused(WRONG, field="password")
    found = request.session.pop(LOCK, None)
    return found["then"] if found else "/"


class HandedOverMiddleware:
    """While a device is handed over, every other address leads to the page that gives it back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_handed_over(request) or request.path in self._open(request):
            return self.get_response(request)
        return redirect("access:hand_back")

    def _open(self, request: HttpRequest) -> set[str]:
        ways_out = {reverse("access:hand_back"), reverse("account_logout")}
        return {request.session[LOCK]["page"], *ways_out}
