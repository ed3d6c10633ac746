"""The job that fills the practice organisation: one person at a time, each whole or not at all."""

from functools import cache
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from cors.access.models import Membership, User
from cors.access.scope import within
from cors.practice.build import MANAGER, house_of
from cors.practice.lives import lives
from cors.practice.models import MovedIn
from cors.practice.pieces import cast
from cors.practice.play import play
from cors.practice.script import FOLDER
from cors.practice.switch import is_practice


@cache
def to_come() -> list[dict[str, Any]]:
    """Return the scripts of all who move in, drawn once in a process."""
    return lives()


def how_many_come() -> int:
    return 0 if settings.CORS_FEW else len(cast()["people"])


@cache
def here_from_the_start() -> int:
    return len(list(FOLDER.glob("*.toml")))


def in_words(member: Membership) -> str:
    """Say how many people have moved in so far; nothing once all have."""
    here, wanted = MovedIn.how_many(member), how_many_come()
    if here >= wanted:
        return ""
    first = here_from_the_start()
    return f"{first + here} of {first + wanted} people have moved in so far"


def move_next_in() -> bool:
    """Let one person move in, and say whether somebody is still to come."""
    if not is_practice() or how_many_come() == 0:
        return False
    user = User.with_email(MANAGER)
    if user is None:
        return False
    with within(None, user=user.pk):
        manager = Membership.current_of(user).get()
    with within(manager.organisation_id, user=user.pk):
        number = MovedIn.next_of(how_many_come(), manager)
        if number is not None:
            _move_in(number, manager)
    return number is not None


def _move_in(number: int, by: Membership) -> None:
    """Play one life and note it, in one transaction: a kill half-way leaves nothing behind."""
    house = house_of(by)
    try:
        with transaction.atomic():
            MovedIn.note(number, by)
            play(to_come()[number - 1], house.members, house.services, house.today)
    except IntegrityError:
        if number == MovedIn.next_of(how_many_come(), by):
            raise  # else another worker was quicker, and the person is here
