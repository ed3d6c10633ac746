"""Each view says which permission it needs; a test finds any that does not."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required

from cors.access.permissions import Permission

V = TypeVar("V", bound=Callable[..., Any])


def needs(*permissions: Permission) -> Callable[[V], V]:
    """Let only members in who have one of these permissions."""

    def decorate(view: V) -> V:
        view.needs = permissions  # type: ignore[attr-defined]
        return view

    return decorate


def any_member(view: V) -> V:
    """Let every member in, whatever their role."""
    view.needs = ()  # type: ignore[attr-defined]
    return view


def any_user(view: V) -> V:
    """Let everybody in who is signed in, with or without an organisation."""
    view.for_any_user = True  # type: ignore[attr-defined]
    return view


def no_sign_in(why: str) -> Callable[[V], V]:
    """Let people in who are not signed in, for the reason given."""

    def decorate(view: V) -> V:
        open_view = login_not_required(view)
        open_view.open_because = why  # type: ignore[attr-defined]
        return open_view

    return decorate
