"""A contact goes to the right day with what came of it, unless something came after already."""

from datetime import timedelta
from typing import Any

import pytest

from cors.cases.models import Case
from cors.contacts.entry import NewBarrier, NewMoment, NewOutcome, NewWork, PersonEntry
from cors.contacts.models import ContactPerson, Delivered
from cors.contacts.tests.factories import a_contact
from cors.contacts.tests.test_correct import again, an_entry, correct
from cors.core.errors import Refused
from cors.outcomes.actions import confirm_outcome
from cors.outcomes.models import Outcome
from cors.plans.actions import (
    end_goal,
    get_back_on_track,
    leave_barrier,
    rate_goal,
    resolve_barrier,
)
from cors.plans.models import Barrier, Goal, Intervention, Moment, Rating
from cors.plans.tests.factories import BEGAN, a_case, a_goal, an_intervention
from tests.stage.personas import TODAY, Stage

YESTERDAY = TODAY - timedelta(days=1)
EARLIER = TODAY - timedelta(days=2)


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def goal(stage: Stage, case: Case) -> Goal:
    return a_goal(case, stage.amina)


def full(stage: Stage, case: Case, goal: Goal, **more: Any) -> ContactPerson:
    return an_entry(
        case, stage.amina,
        ratings=[(goal, 6, "client")],
        delivered=[an_intervention(case, stage.amina)],
        moments=[NewMoment("setback", "Missed it.", goal)],
        barrier=NewBarrier("no-deposit", "No deposit.", [goal]),
        outcome=NewOutcome("bank-account", "own-word", goal),
        **more,
    )  # fmt: skip


def days(case: Case, goal: Goal) -> list[Any]:
    """Return the day of each thing that came of the contact."""
    rating = Rating.objects.filter(goal=goal).latest("created_at")
    return [
        rating.rated_date,
        Delivered.objects.get().happened_date,
        Moment.of(case).get().happened_date,
        Barrier.of(case).get().noticed_date,
        Outcome.of(case).get().happened_date,
    ]


def test_all_that_came_of_it_goes_along(stage: Stage, case: Case, goal: Goal) -> None:
    entry = full(stage, case, goal)
    correct(entry, stage.amina, on=YESTERDAY)
    assert days(case, goal) == [YESTERDAY] * 5
    correct(again(entry), stage.amina, on=TODAY)
    assert days(case, goal) == [TODAY] * 5


def test_what_came_of_it_for_the_others_goes_along(stage: Stage, case: Case, goal: Goal) -> None:
    other = a_case(stage, name="Ivo Example", reference="HS-2")
    people = [
        PersonEntry(case, "One."),
        PersonEntry(other, "Other.", moments=[NewMoment("success", "Rang.")]),
    ]
    contact = a_contact(stage.amina, *people, minutes=15)
    one = ContactPerson.objects.get(contact=contact, case=case)
    correct(one, stage.amina, on=YESTERDAY)
    assert Moment.of(other).get().happened_date == YESTERDAY


def test_what_has_a_day_of_its_own_keeps_it(stage: Stage, case: Case, goal: Goal) -> None:
    entry = full(stage, case, goal)
    Moment.of(case).update(happened_date=EARLIER)
    correct(entry, stage.amina, on=YESTERDAY)
    assert days(case, goal) == [YESTERDAY, YESTERDAY, EARLIER, YESTERDAY, YESTERDAY]


def test_what_was_begun_against_a_barrier_begins_with_it(stage: Stage, case: Case) -> None:
    barrier = NewBarrier("no-deposit", work=NewWork("practical-help"))
    entry = an_entry(case, stage.amina, barrier=barrier)
    correct(entry, stage.amina, on=EARLIER)
    begun = Intervention.of(case).get()
    assert begun.started_date == EARLIER
    an_entry(case, stage.amina, delivered=[begun])
    Delivered.objects.update(happened_date=EARLIER)
    correct(again(entry), stage.amina, on=YESTERDAY)
    assert Barrier.of(case).get().noticed_date == YESTERDAY
    assert Intervention.of(case).get().started_date == EARLIER


def test_what_was_done_must_have_begun(stage: Stage, case: Case) -> None:
    entry = an_entry(case, stage.amina, delivered=[an_intervention(case, stage.amina)])
    with pytest.raises(Refused):
        correct(entry, stage.amina, on=BEGAN - timedelta(days=1))
    assert Delivered.objects.get().happened_date == TODAY


def came_back(stage: Stage, case: Case, goal: Goal) -> None:
    get_back_on_track(
        moment=Moment.of(case).get(), on=YESTERDAY, by=stage.amina, what_helped="Her aunt."
    )


def out_of_the_way(stage: Stage, case: Case, goal: Goal) -> None:
    resolve_barrier(barrier=Barrier.of(case).get(), on=YESTERDAY, by=stage.amina)


def left_alone(stage: Stage, case: Case, goal: Goal) -> None:
    leave_barrier(barrier=Barrier.of(case).get(), on=YESTERDAY, by=stage.amina)


def goal_ended(stage: Stage, case: Case, goal: Goal) -> None:
    end_goal(goal=goal, how="reached", on=YESTERDAY, by=stage.amina)


def same_outcome(stage: Stage, case: Case, goal: Goal) -> None:
    confirm_outcome(
        case=case, outcome_type="bank-account", evidence="own-word", on=TODAY, by=stage.amina
    )


@pytest.mark.parametrize(
    ("came_after", "said"),
    [
        (came_back, "It went on again"),
        (out_of_the_way, "It was out of the way"),
        (left_alone, "was left alone"),
        (goal_ended, "The goal had ended by then"),
        (same_outcome, "The same outcome stands there"),
    ],
)
def test_nothing_comes_after_what_followed_it(
    stage: Stage, case: Case, goal: Goal, came_after: Any, said: str
) -> None:
    entry = full(stage, case, goal)
    correct(entry, stage.amina, on=EARLIER)
    came_after(stage, case, goal)
    with pytest.raises(Refused, match=said) as refused:
        correct(again(entry), stage.amina, on=TODAY)
    assert refused.value.field == "on"
    assert again(entry).happened_date == EARLIER
    correct(again(entry), stage.amina, on=EARLIER - timedelta(days=1))


def test_a_rating_stays_after_the_goal_and_after_the_start(
    stage: Stage, case: Case, goal: Goal
) -> None:
    rate_goal(goal=goal, value=2, on=YESTERDAY, by=stage.amina, rater="worker")
    entry = an_entry(case, stage.amina, ratings=[(goal, 6, "worker")])
    with pytest.raises(Refused, match="stays the start"):
        correct(entry, stage.amina, on=EARLIER)
    correct(entry, stage.amina, on=YESTERDAY)


def test_the_first_rating_stays_first(stage: Stage, case: Case, goal: Goal) -> None:
    entry = an_entry(case, stage.amina, ratings=[(goal, 6, "worker")])
    correct(entry, stage.amina, on=EARLIER)
    rate_goal(goal=goal, value=7, on=YESTERDAY, by=stage.amina, rater="worker")
    with pytest.raises(Refused, match="A later rating is of an earlier day"):
        correct(again(entry), stage.amina, on=TODAY)
