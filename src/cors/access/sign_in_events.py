"""Writes an event whenever somebody signs in, signs out or is refused."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from cors.access.held_words import drop_of_others
from cors.access.models import User
from cors.audit.record import record_sign_in


def listen() -> None:
    """From now on each sign-in leaves an event; one that can't be written down fails with it."""
    user_logged_in.connect(_signed_in, dispatch_uid="cors_signed_in")
    user_logged_out.connect(_signed_out, dispatch_uid="cors_signed_out")
    user_login_failed.connect(_refused, dispatch_uid="cors_sign_in_refused")


def _signed_in(user: User, request: HttpRequest, **_: Any) -> None:
    drop_of_others(request, user.pk)
    record_sign_in(verb="sign_in", user=user.pk)


def _signed_out(user: User | None, **_: Any) -> None:
    if user is not None:
        record_sign_in(verb="sign_out", user=user.pk)


def _refused(credentials: dict[str, Any], **_: Any) -> None:
    # An address that nobody has here may be a mistyped password: it is written down nowhere.
    known = User.with_email(str(credentials.get("email") or ""))
    record_sign_in(verb="sign_in_refused", user=known.pk if known else None)
