from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cors.audit.models import Event
from cors.cases.models import Case
from cors.contacts.entry import NewBarrier, NewMoment, NewOutcome, NewStep, PersonEntry
from cors.contacts.models import (
    CameOf,
    Contact,
    ContactPerson,
    Delivered,
    barriers_of,
    moments_of,
    outcomes_of,
    ratings_of,
    steps_of,
    touched_goals,
)
from cors.contacts.tests.factories import a_contact, an_entry, assign
from cors.core.errors import NotAllowed
from cors.plans.models import Barrier, Moment, Rating
from cors.plans.tests.factories import a_case, a_goal, an_intervention
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


def test_keeps_who_when_how_and_how_long(stage: Stage, hana: Case) -> None:
    at = datetime(2026, 11, 22, 14, 30, tzinfo=ZoneInfo("Europe/London"))
    day = TODAY - timedelta(days=1)
    a_contact(
        stage.amina, PersonEntry(hana, "She rang back."), on=day, at=at, minutes=15, place="office"
    )
    kept = ContactPerson.of(hana).get()
    contact = kept.contact
    assert (kept.note, kept.happened_date) == ("She rang back.", day)
    assert (contact.kind, contact.result, contact.worker) == ("call", "held", stage.amina)
    assert (contact.minutes, contact.happened_at, contact.place) == (15, at, "office")


def test_the_kind_alone_is_enough(stage: Stage, hana: Case) -> None:
    a_contact(stage.amina, PersonEntry(hana))
    kept = ContactPerson.of(hana).get()
    assert (kept.note, kept.contact.minutes, CameOf.objects.count()) == ("", None, 0)


def test_an_attempt_had_no_answer_whatever_the_form_says(stage: Stage, hana: Case) -> None:
    contact = a_contact(stage.amina, PersonEntry(hana), kind="tried-to-reach")
    assert contact.result == Contact.Result.NO_ANSWER


def test_keeps_everything_that_came_of_it(stage: Stage, hana: Case) -> None:
    goal, other = a_goal(hana, stage.amina), a_goal(hana, stage.amina)
    entry = an_entry(
        hana,
        stage.amina,
        goals=[other],
        ratings=[(goal, 4, "client")],
        moments=[NewMoment("success", "Opened the letter.", goal)],
        barrier=NewBarrier("no-deposit", "No deposit.", [goal]),
        outcome=NewOutcome("bank-account", "own-word", goal),
        step=NewStep("Ring the council.", "client", TODAY + timedelta(days=2), goal),
    )
    assert set(touched_goals(entry)) == {goal, other}
    assert [(rating.goal, rating.value) for rating in ratings_of(entry)] == [(goal, 4)]
    assert [moment.words for moment in moments_of(entry)] == ["Opened the letter."]
    assert [barrier.blocked_goal_ids() for barrier in barriers_of(entry)] == [[goal.pk]]
    assert [outcome.outcome_type for outcome in outcomes_of(entry)] == ["bank-account"]
    assert [step.words for step in steps_of(entry)] == ["Ring the council."]


def test_a_rating_left_untouched_stores_nothing(stage: Stage, hana: Case) -> None:
    goal = a_goal(hana, stage.amina, rating=None)
    entry = an_entry(hana, stage.amina, ratings=[(goal, None, "client"), (goal, None, "worker")])
    assert not Rating.objects.exists()
    assert touched_goals(entry) == []


def test_what_was_done_gets_the_minutes_of_the_contact(stage: Stage, hana: Case) -> None:
    done = an_intervention(hana, stage.amina)
    a_contact(stage.amina, PersonEntry(hana, delivered=[done, done]), minutes=40)
    delivered = Delivered.of(hana).get()
    assert (delivered.intervention, delivered.type_key) == (done, done.type_key)
    assert (delivered.minutes, delivered.happened_date) == (40, TODAY)


def test_the_trail_of_the_person_tells_of_it_without_its_words(stage: Stage, hana: Case) -> None:
    an_entry(hana, stage.amina, "A secret of hers.")
    event = Event.objects.get(verb="record_contact")
    assert event.client_id == hana.client_id
    assert "secret" not in str(event.changes)


def test_a_quick_save_stays_quick(
    stage: Stage, hana: Case, django_assert_max_num_queries: Any
) -> None:
    goal = a_goal(hana, stage.amina)
    with django_assert_max_num_queries(25):
        an_entry(hana, stage.amina, ratings=[(goal, 4, "client")])


def test_a_volunteer_may_record_what_they_did(stage: Stage, hana: Case) -> None:
    goal = a_goal(hana, stage.amina)
    assign(hana, stage.gwen)
    moment = NewMoment("success", "A bus together.", goal)
    entry = an_entry(hana, stage.gwen, ratings=[(goal, 3, "client")], moments=[moment])
    assert len(ratings_of(entry)) == len(moments_of(entry)) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"barrier": NewBarrier("no-deposit")},
        {"outcome": NewOutcome("bank-account", "own-word")},
        {"step": NewStep("Ring.", "client")},
    ],
    ids=["barrier", "outcome", "step"],
)
def test_a_volunteer_plans_nothing(stage: Stage, hana: Case, more: dict[str, Any]) -> None:
    assign(hana, stage.gwen)
    with pytest.raises(NotAllowed):
        an_entry(hana, stage.gwen, **more)
    assert not Contact.objects.exists()
    assert not Barrier.objects.exists()


def test_nothing_is_kept_when_its_event_can_not_be_written(
    stage: Stage, hana: Case, request: pytest.FixtureRequest
) -> None:
    goal = a_goal(hana, stage.amina)
    with pytest.raises(request.getfixturevalue("audit_fails")):
        an_entry(hana, stage.amina, moments=[NewMoment("success", "Yes.", goal)])
    assert not Contact.objects.exists()
    assert not ContactPerson.objects.exists()
    assert not Moment.objects.exists()
