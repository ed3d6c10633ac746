"""Pages for what went wrong, in plain words; what was typed is given back."""

import sys

from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from cors.core import reserve
from cors.core.errors import causes_of
from cors.core.forms.key import OWNER
from cors.core.held import Held, came_from_our_page, held_page
from cors.core.tally import DATABASE_ERRORS

AWAY_STATUS = 503
AWAY = [
    "CORS does not reach its records for the moment. What was saved before is safe.",
    "Nothing of this is saved yet. Keep this page open, wait a moment, and try again.",
]
FULL = [
    "There is no room left where CORS keeps its records. What was saved before is safe, and you "
    "can go on reading.",
    "Tell whoever looks after CORS where you work: the disk is full. Keep this page open and try "
    "again when there is room.",
]
BROKE = [
    "You did nothing wrong. What was saved before is safe; this is not saved yet.",
    "Try once more. If it happens again, copy your words and tell whoever looks after CORS where "
    "you work what you were doing.",
]


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer what nobody caught: the database is away, the disk is full, or we made a mistake."""
    causes = list(causes_of(sys.exc_info()[1]))
    _count(causes)
    if any(reserve.is_full(cause) for cause in causes):
        return _full(request)
    if any(isinstance(cause, OperationalError | InterfaceError) for cause in causes):
        return away(request)
    return _given_back(request, 500, BROKE) or _plain("500.html", 500)


def away(request: HttpRequest) -> HttpResponse:
    """Say that the database is away, with what was typed; asks it nothing."""
    page = _given_back(request, AWAY_STATUS, AWAY) or _plain("503.html", AWAY_STATUS)
    return _soon(page)


def no_room(request: HttpRequest) -> HttpResponse:
    """Say that the disk is full, with what was typed."""
    page = _given_back(request, 507, FULL) or _plain("core/errors/507.html", 507)
    return _soon(page)


def _full(request: HttpRequest) -> HttpResponse:
    # A page that is only read needs room for the line that says who read it.
    if reserve.give_up() and request.method in ("GET", "HEAD"):
        return redirect(request.get_full_path())
    return no_room(request)


def _count(causes: list[BaseException]) -> None:
    if any(reserve.is_full(cause) for cause in causes):
        DATABASE_ERRORS.add("full")
    elif any(isinstance(cause, OperationalError | InterfaceError) for cause in causes):
        DATABASE_ERRORS.add("away")
    elif any(isinstance(cause, DatabaseError) for cause in causes):
        DATABASE_ERRORS.add("other")


def _given_back(request: HttpRequest, status: int, said: list[str]) -> HttpResponse | None:
    if request.method != "POST" or OWNER not in request.POST or not came_from_our_page(request):
        return None
    held = Held.of(request).owned(request.POST[OWNER])
    return held_page(
        request, held, title="This is not saved yet", said=said, status=status, save="Try again"
    )


def _plain(template: str, status: int) -> HttpResponse:
    return HttpResponse(render_to_string(template), status=status)


def _soon(page: HttpResponse) -> HttpResponse:
    page["Retry-After"] = "5"
    return page


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was opened too long ago, and what to do."""
    return render(request, "core/errors/csrf.html", status=403)
