"""A form that could not be saved is given back whole, to be sent again with one press."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.template.loader import render_to_string

from cors.core.forms.key import KEY, NOT_CONTENT, OWNER, sign_owner


@dataclass(frozen=True)
class Held:
    """What was sent, and where to."""

    path: str
    fields: list[tuple[str, str]]

    @classmethod
    def of(cls, request: HttpRequest) -> "Held":
        """Take everything from a form but what only that one sending needed."""
        lists = request.POST.lists()
        fields = [(name, str(value)) for name, values in lists for value in values]
        return cls(request.get_full_path(), [pair for pair in fields if pair[0] not in NOT_CONTENT])

    def anew(self) -> "Held":
        """Return the same as a form of its own, beside the one that was saved."""
        fields = [(name, str(uuid4()) if name == KEY else value) for name, value in self.fields]
        return replace(self, fields=fields)

    def words(self) -> list[str]:
        """Return what somebody typed, as far as it looks like words."""
        return [value for _, value in self.fields if len(value.split()) > 1]

    def owned(self, mark: str) -> "Held":
        """Return the same with the mark of whose form it is."""
        return replace(self, fields=[*self.fields, (OWNER, mark)] if mark else self.fields)

    def by(self, user: UUID) -> "Held":
        """Return the same, marked as this person's."""
        return self.owned(sign_owner(user))


def held_page(
    request: HttpRequest, held: Held, *, title: str, said: list[str], status: int, save: str
) -> HttpResponse:
    """Show what was typed and a button that sends it again; asks the database nothing."""
    context: dict[str, Any] = {
        "held": held,
        "title": title,
        "said": said,
        "save": save,
        "csrf_token": get_token(request),
    }
    page = render_to_string("core/held.html", context)
    return HttpResponse(page, status=status)


class _Check(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(reason, status=403)


def came_from_our_page(request: HttpRequest) -> bool:
    """Say whether the form was one of ours; else it is never given back with a fresh token."""
    nothing: Callable[..., HttpResponse] = lambda _: HttpResponse()  # noqa: E731 - never called
    return _Check(nothing).process_view(request, nothing, (), {}) is None
