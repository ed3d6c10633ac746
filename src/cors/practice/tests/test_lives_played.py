"""Drawn lives are played: the verbs accept them, and the same seed writes the same."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cors.access.models import Membership
from cors.cases.models import Case
from cors.contacts.models import ContactPerson
from cors.core.errors import Refused
from cors.outcomes.models import Outcome, SustainedCheck
from cors.plans.models import Barrier, Goal, Moment
from cors.practice.build import House, build_house, house_of
from cors.practice.lives import lives
from cors.practice.play import play
from cors.practice.tests.conftest import LookInside
from cors.practice.tests.digest import digest


@pytest.fixture
def house(practice: None, look_inside: LookInside) -> House:
    """Harbour Street with its workers and services, and nobody to work with."""
    build_house()
    manager: Membership = look_inside()
    return house_of(manager)


def written() -> Iterator[Any]:
    """Tell what was written, without keys: an order of its own for each kind."""
    yield sorted([each.client.name, str(each.referred_date)] for each in Case.objects.all())
    yield sorted([each.words, str(each.set_date)] for each in Goal.objects.all().in_full())
    for model, day in ((Moment, "happened_date"), (Barrier, "noticed_date")):
        yield sorted([each.words, str(getattr(each, day))] for each in model.objects.all())
    yield sorted([each.note, str(each.happened_date)] for each in ContactPerson.objects.all())
    yield sorted([each.outcome_type, str(each.happened_date)] for each in Outcome.objects.all())
    yield sorted([each.weeks, each.result] for each in SustainedCheck.objects.all())


def play_and_forget(scripts: list[dict[str, Any]], house: House) -> str:
    with transaction.atomic():
        for script in scripts:
            play(script, house.members, house.services, house.today)
        found = digest(list(written()))
        transaction.set_rollback(True)
    return found


def test_a_seed_writes_the_same_again(house: House) -> None:
    first = play_and_forget(lives(5)[:2], house)
    assert play_and_forget(lives(5)[:2], house) == first
    assert play_and_forget(lives(6)[:2], house) != first


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(min_value=0, max_value=10**6))
def test_the_verbs_accept_any_seed(house: House, seed: int) -> None:
    scripts = Random(seed).sample(lives(seed), 2)
    assert play_and_forget(scripts, house)


def test_what_can_not_be_is_refused_even_here(house: House) -> None:
    script = next(each for each in lives() if len(each["day"]) > 10)
    upside_down = script | {"day": [day | {"ago": -3} for day in script["day"]]}
    with pytest.raises(Refused):
        play_and_forget([upside_down], house)
