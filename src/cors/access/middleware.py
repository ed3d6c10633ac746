"""Each request: whose it is, in which organisation, with keys that are forgotten at its end."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.scope import show, within
from cors.core.errors import NotAllowed
from cors.core.keyring import fresh_keyring

CHOSEN = "organisation"


class MemberMiddleware:
    """Sets `request.member`, opens the organisation's scope and asks each view what it needs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.member = None  # type: ignore[attr-defined]
        if not request.user.is_authenticated:
            with fresh_keyring():
                return self.get_response(request)
        with fresh_keyring(), within(None, user=request.user.pk):
            member = self._member(request)
            request.member = member  # type: ignore[attr-defined]
            if member:
                show(member.organisation_id, user=member.user_id)
            with timezone.override(member.organisation.time_zone if member else None):
                response = self.get_response(request)
            if response.status_code >= 500 and transaction.get_connection().in_atomic_block:
                transaction.set_rollback(True)
            return response

    def _member(self, request: HttpRequest) -> Membership | None:
        memberships = list(Membership.current_of(request.user))  # type: ignore[arg-type]
        chosen = request.session.get(CHOSEN)
        for membership in memberships:
            if str(membership.organisation_id) == chosen:
                return membership
        return memberships[0] if memberships else None

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        needs: tuple[Permission, ...] | None = getattr(view, "needs", None)
        if needs is None or not request.user.is_authenticated:
            return None
        member: Membership | None = request.member  # type: ignore[attr-defined]
        if member is None:
            return redirect("access:no_organisation")
        if needs and not any(member.can(permission) for permission in needs):
            return forbidden(request, f"Your role does not {needs[0].value}.")
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotAllowed):
            if transaction.get_connection().in_atomic_block:
                transaction.set_rollback(True)
            return forbidden(request, str(exception))
        return None


def forbidden(request: HttpRequest, sentence: str) -> HttpResponse:
    """Say what is not allowed and whom to ask."""
    page = render_to_string("core/errors/403.html", {"sentence": sentence}, request)
    return HttpResponseForbidden(page)
