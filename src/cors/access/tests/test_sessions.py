"""A session is written on a full disk too, for as long as there is a reserve."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.db import OperationalError

from cors.access import sessions
from cors.access.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the first of two writes find no room, and the reserve make it."""
    found: list[str] = []
    save = InDatabase.save

    def first_full(self: Any, must_create: bool = False) -> None:
        found.append("full" if not found else "written")
        if len(found) == 1:
            raise OperationalError("database or disk is full")
        save(self, must_create)

    def with_room(write: Any) -> None:
        try:
            write()
        except OperationalError:
            write()

    monkeypatch.setattr(InDatabase, "save", first_full)
    monkeypatch.setattr(sessions, "with_room", with_room)
    return found


def test_sessions_of_this_system_are_these() -> None:
    assert settings.SESSION_ENGINE == "cors.access.sessions"


def test_what_is_remembered_is_written_in_the_reserve(asked: list[str]) -> None:
    session = SessionStore()
    session["said"] = "Saved."
    session.create()
    assert asked == ["full", "written"]
    assert SessionStore(session.session_key)["said"] == "Saved."


def test_one_of_the_usual_kind_is_read_still() -> None:
    """Who is signed in while the system is brought up to date stays signed in."""
    usual = InDatabase()
    usual["said"] = "Saved."
    usual.save(must_create=True)
    assert SessionStore(usual.session_key)["said"] == "Saved."
