"""A database that is marked for practice, empty or with Harbour Street in it."""

from collections.abc import Callable

import pytest
from pytest_django import Settings

from cors.access.models import Membership, User
from cors.access.scope import show
from cors.core.models import Installation
from cors.practice.build import PEOPLE, build_if_empty

LookInside = Callable[[], Membership]


@pytest.fixture
def practice(db: None, settings: Settings) -> None:
    """Switch practice on, over a database that is marked for it."""
    settings.CORS_PRACTICE = True
    Installation.set_up(check_value="made up", is_practice=True)


@pytest.fixture
def harbour_street(practice: None) -> None:
    """Make Harbour Street."""
    build_if_empty()


@pytest.fixture
def look_inside() -> LookInside:
    """Return what sets the organisation and hands back its manager."""

    def look() -> Membership:
        dev = next(person for person in PEOPLE if person.role == "manager")
        user = User.with_email(dev.email)
        assert user
        show(None, user=user.pk)
        member: Membership = Membership.current_of(user).get()
        show(member.organisation_id, user=user.pk)
        return member

    return look
