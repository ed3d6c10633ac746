"""Harbour Street is made whole, and once."""

import time
from datetime import date, timedelta

import pytest
from django.db import transaction

from cors.audit.models import Event
from cors.caseload.recent import recent_news
from cors.cases.models import Case
from cors.clients.models import Client
from cors.contacts.models import ContactPerson
from cors.core.errors import Refused
from cors.core.models import Installation
from cors.plans.models import Goal, Moment
from cors.practice.build import build_if_empty
from cors.practice.script import day_ahead, day_of, scripts
from cors.practice.tests.conftest import LookInside

LONGEST = 20  # seconds of computing: the first page has thirty, whatever else the machine does


@pytest.mark.slow
@pytest.mark.usefixtures("practice")
def test_is_built_well_within_the_time_of_a_first_page(look_inside: LookInside) -> None:
    before = time.process_time()
    assert build_if_empty()
    assert time.process_time() - before < LONGEST
    look_inside()
    assert Client.objects.count() == len(scripts()) == 12


@pytest.mark.usefixtures("harbour_street")
def test_gains_nothing_when_built_twice(look_inside: LookInside) -> None:
    look_inside()
    before = Event.objects.count()
    assert not build_if_empty()
    assert Event.objects.count() == before


@pytest.mark.usefixtures("practice")
def test_tells_the_same_for_the_same_day(look_inside: LookInside) -> None:
    def told() -> list[tuple[str, date, str]]:
        with transaction.atomic():
            build_if_empty()
            look_inside()
            rows = ContactPerson.objects.select_related("case__client")
            found = sorted((row.case.client.name, row.happened_date, row.note) for row in rows)
            transaction.set_rollback(True)
        return found

    first = told()
    assert len(first) > 100
    assert told() == first


@pytest.mark.usefixtures("harbour_street")
def test_is_full_of_life(look_inside: LookInside) -> None:
    manager = look_inside()
    today = manager.organisation.today()
    states = {case.state_on(today) for case in Case.objects.all()}
    assert states == {"waiting", "open", "paused", "ended"}
    assert Case.objects.filter(re_opening_rows__isnull=False).exists()
    assert len(recent_news(manager, today - timedelta(days=7))) >= 4
    assert Moment.objects.all().still_off_track().count() == 1
    words = [goal.words for goal in Goal.objects.all().in_full()]
    assert len(set(words)) == len(words) >= 12
    assert all(len(each.split()) > 4 for each in words)


@pytest.mark.django_db
def test_is_refused_where_the_records_are_real() -> None:
    Installation.set_up(check_value="real", is_practice=False)
    with pytest.raises(Refused, match="a database of their own"):
        build_if_empty()


@pytest.mark.parametrize("weekday", range(7))
def test_plays_on_working_days_only_and_in_order(weekday: int) -> None:
    today = date(2026, 11, 23) + timedelta(days=weekday)
    days = [day_of(ago, today) for ago in range(60)]
    assert all(day.weekday() < 5 for day in days)
    assert days == sorted(days, reverse=True)
    assert days[0] <= today
    assert all(day_ahead(ahead, today).weekday() < 5 for ahead in range(1, 60))
    assert day_ahead(0, today) == today
