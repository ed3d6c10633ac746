"""A database that is marked for practice, empty or with Harbour Street in it."""

from collections.abc import Callable

import pytest
from pytest_django import Settings

from cors.access.models import Membership, User
from cors.access.scope import show, within
from cors.core.models import Installation
from cors.practice.build import PEOPLE, build_house, build_if_empty, house_of
from cors.practice.pieces import load
from cors.practice.play import play
from cors.practice.script import FOLDER

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
def two_people(practice: None) -> None:
    """Make Harbour Street with Hana and Joe alone, which is soon done."""
    system = build_house()
    with within(system.organisation_id, user=system.user_id):
        house = house_of(system)
        for name in ("hana", "joe"):
            script = load(FOLDER / f"{name}.toml")
            play(script, house.members, house.services, house.today)


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
