"""Somebody signed in, whose requests go through the real handler and all middleware."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test import Client as Browser

from cors.access.models import Membership, User
from cors.access.scope import within
from cors.core.errors import Refused

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
HOST = "localhost"


class Visitor:
    """One member in a browser without a network."""

    def __init__(self, email: str) -> None:
        user = User.with_email(email)
        if user is None:
            raise Refused("This is no database of the bench. Load it anew: leave --again away.")
        self.user = user
        self.browser = Browser(headers={"host": HOST})
        self.browser.force_login(user, backend=BACKEND)

    def member(self) -> Membership:
        """Return the membership; on PostgreSQL inside `within`."""
        found: Membership = Membership.current_of(self.user).get()
        return found

    @contextmanager
    def at_home(self) -> Iterator[Membership]:
        """Show the rows of this person's organisation inside this block."""
        with within(None, user=self.user.pk):
            member = self.member()
            with within(member.organisation_id, user=self.user.pk):
                yield member

    def get(self, path: str, data: Mapping[str, Any] | None = None) -> None:
        """Ask for a page; anything but a page is a fault of the bench."""
        answer = self.browser.get(path, data)
        if answer.status_code != 200:
            raise Refused(f"{path} answered {answer.status_code}.")

    def post(self, path: str, data: Mapping[str, Any]) -> None:
        """Send a form that must be saved."""
        answer = self.browser.post(path, data)
        if answer.status_code != 302:
            raise Refused(f"{path} answered {answer.status_code} and saved nothing.")


@contextmanager
def counted() -> Iterator[list[str]]:
    """Count the statements inside this block, those that open and close transactions too."""
    found: list[str] = []

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield found
