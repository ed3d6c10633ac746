"""The main navigation: what a member may open, and where they are."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cors.access.permissions import Permission as P

PLACES = [
    ("Today", "caseload:today", {P.SEE_PEOPLE}, "/"),
    ("People", "casefile:people", {P.SEE_PEOPLE}, "/people"),
    ("Figures", "reports:figures", {P.SEE_FIGURES}, "/figures"),
    ("Settings", "access:settings", {P.INVITE, P.GIVE_RESET_LINKS}, "/settings"),
]


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return the entries that this member may open."""
    member = getattr(request, "member", None)
    if member is None:
        return {"nav": []}
    may_record = member.can(P.RECORD)
    return {
        "quiet": not may_record,
        "may_search": member.can(P.SEE_PEOPLE),
        "record_url": reverse("casefile:choose_person") if may_record else "",
        "nav": [
            {"label": label, "url": reverse(name), "current": _is_here(request.path, prefix)}
            for label, name, one_of, prefix in PLACES
            if any(member.can(permission) for permission in one_of)
        ],
    }


def _is_here(path: str, prefix: str) -> bool:
    return path == prefix if prefix == "/" else path.startswith(prefix)
