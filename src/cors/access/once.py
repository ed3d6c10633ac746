"""What is sent twice is done once, and leads to where it led the first time."""

import time
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect, render

from cors.access.door import member_of
from cors.access.held_words import drop_saved
from cors.access.models import SentForm
from cors.access.sending import Sending, sent
from cors.core.error_pages import no_room
from cors.core.errors import NoRoom, SentBefore
from cors.core.held import Held, held_page
from cors.core.reserve import with_room

LOOKS, PAUSE = 20, 0.05
OTHERWISE = [
    "You saved this form before, and what you sent now reads otherwise. The first stands.",
    "Save this too if it is something else. If it is the same, leave it.",
]


class OnceMiddleware:
    """Lets each form be taken once by a verb; the constraint decides, not a look-up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        member = member_of(request)
        sending = Sending.of(request, member) if member else None
        if sending is None:
            return self.get_response(request)
        request.sending = sending  # type: ignore[attr-defined]
        with sent(sending):
            response = self.get_response(request)
        led_on = isinstance(response, HttpResponseRedirectBase)
        if sending.is_taken:
            led_to = response["Location"] if led_on else ""
            with_room(partial(SentForm.note, sending.key, member.organisation_id, led_to))
            drop_saved(request)
        elif (
            not sending.is_answered
            and not led_on
            and not transaction.get_connection().needs_rollback
        ):
            return _as_before(request, sending) or response
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NoRoom):
            return no_room(request)
        if not isinstance(exception, SentBefore):
            return None
        sending: Sending = request.sending  # type: ignore[attr-defined]
        sending.is_answered = True
        return _as_before(request, sending) or _otherwise(request)


def _as_before(request: HttpRequest, sending: Sending) -> HttpResponse | None:
    """Lead to where the same form led before; None where it was not this one."""
    first = SentForm.of(sending.key, member_of(request).organisation_id)
    if first is None or first.digest != sending.digest:
        return None
    for _ in range(LOOKS):
        if first.led_to is not None:
            break
        time.sleep(PAUSE)  # the first is saved, and is being answered at this moment
        first.refresh_from_db()
    drop_saved(request)
    return redirect(first.led_to) if first.led_to else render(request, "access/saved_before.html")


def _otherwise(request: HttpRequest) -> HttpResponse:
    held = Held.of(request).anew().by(member_of(request).user_id)
    title = "This form was saved before"
    return held_page(request, held, title=title, said=OTHERWISE, status=409, save="Save this too")
