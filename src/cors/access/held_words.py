"""What was typed when a session ended: sealed, kept for whoever typed it, and for nobody else."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cors.core import error_pages
from cors.core.forms.key import KEY, owner_of
from cors.core.held import Held, held_page
from cors.core.master_key import held_words_key

HELD = "held_words"
TOO_OLD = [
    "The page was open for a long time, or you signed in again in between.",
    "Read through what you typed, and save it.",
]


class SignInMiddleware(LoginRequiredMiddleware):
    """Asks people to sign in, and holds what they were sending until they did."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseRedirect:
        if hold(request):
            return redirect_to_login(reverse("access:held"))
        return super().handle_no_permission(request, view_func)


def hold(request: HttpRequest) -> bool:
    """Keep what is being sent for whom its form was shown to; False where that is not known."""
    owner = owner_of(request.POST) if request.method == "POST" else None
    if owner is None:
        return False
    held = Held.of(request)
    words = json.dumps({"owner": owner, "path": held.path, "fields": held.fields})
    sealed = Fernet(held_words_key()).encrypt(words.encode()).decode()
    request.session[HELD] = {"owner": owner, "key": request.POST.get(KEY, ""), "sealed": sealed}
    return True


def held_for(request: HttpRequest) -> Held | None:
    """Open what was kept for the person who is signed in."""
    kept = request.session.get(HELD)
    if kept is None or not request.user.is_authenticated:
        return None
    try:
        opened = json.loads(Fernet(held_words_key()).decrypt(kept["sealed"].encode()))
    except InvalidToken:
        return None
    if opened["owner"] != str(request.user.pk):
        return None
    return Held(opened["path"], [(name, value) for name, value in opened["fields"]])


def drop_of_others(request: HttpRequest | None, user: UUID) -> None:
    """Forget what somebody else typed here before."""
    kept = request.session.get(HELD) if request else None
    if request and kept and kept["owner"] != str(user):
        del request.session[HELD]


def drop_saved(request: HttpRequest) -> None:
    """Forget what was kept once it is saved."""
    kept = request.session.get(HELD)
    if kept and kept["key"] == request.POST.get(KEY):
        del request.session[HELD]


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Give a form back whose protection has passed, to the person it was shown to."""
    owner = owner_of(request.POST)
    if owner and not request.user.is_authenticated and hold(request):
        return redirect_to_login(reverse("access:held"))
    if owner is None or owner != str(request.user.pk):
        return error_pages.form_too_old(request, reason)
    return held_page(
        request,
        Held.of(request).by(UUID(owner)),
        title="This is not saved yet",
        said=TOO_OLD,
        status=403,
        save="Save it now",
    )
