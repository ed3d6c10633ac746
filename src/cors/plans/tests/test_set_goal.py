from datetime import timedelta
from typing import Any

import pytest

from cors.audit.models import Event
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import set_goal
from cors.plans.models import Goal
from cors.plans.tests.factories import BEGAN, WORDS, a_case, a_goal, ended, tomorrow
from tests.stage.personas import TODAY, Stage


def test_keeps_the_words_as_said_and_the_first_rating(stage: Stage) -> None:
    case = a_case(stage)
    goal = set_goal(
        case=case,
        words=f"  {WORDS}\n",
        agreed_words="Move into a flat of her own.",
        life_area="housing",
        on=BEGAN,
        target_date=TODAY + timedelta(days=60),
        rating=3,
        by=stage.amina,
    )
    (read,) = Goal.of(case)
    baseline = read.baseline()
    assert (read.pk, read.words, read.first_words) == (goal.pk, WORDS, WORDS)
    assert baseline is not None
    assert (baseline.value, baseline.rater, baseline.rated_date) == (3, "client", BEGAN)
    assert read.wordings()[0].agreed_words == "Move into a flat of her own."
    assert read.created_by_id == stage.amina.user_id


def test_writes_who_did_it_without_the_words(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    event = Event.objects.get(verb="set_goal")
    assert (event.about_id, event.actor_id) == (goal.pk, stage.amina.user_id)
    assert "housing" in event.changes
    assert WORDS not in event.changes


def test_leaves_a_rating_that_was_not_given_out(stage: Stage) -> None:
    assert a_goal(a_case(stage), stage.amina, rating=None).baseline() is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"words": "  "}, "words"),
        ({"words": "a" * 2_001}, "words"),
        ({"agreed_words": "a" * 2_001}, "agreed_words"),
        ({"life_area": "weather"}, "life_area"),
        ({"source": "neighbour"}, "source"),
        ({"rating": 11}, "rating"),
        ({"rating": -1}, "rating"),
        ({"on": BEGAN - timedelta(days=8)}, "on"),
        ({"target_date": BEGAN - timedelta(days=1)}, "target_date"),
    ],
)
def test_refuses_and_names_the_field(stage: Stage, changed: dict[str, Any], field: str) -> None:
    case = a_case(stage)
    with pytest.raises(Refused) as refused:
        a_goal(case, stage.amina, **changed)
    assert refused.value.field == field
    assert not Goal.of(case).exists()


def test_refuses_a_day_in_the_future(stage: Stage) -> None:
    with pytest.raises(Refused, match="still to come") as refused:
        a_goal(a_case(stage), stage.amina, on=tomorrow(stage.amina))
    assert refused.value.field == "on"


def test_refuses_a_case_that_has_ended_and_says_whom_to_ask(stage: Stage) -> None:
    with pytest.raises(Refused, match="re-open"):
        a_goal(ended(a_case(stage)), stage.amina)


def test_refuses_a_case_that_was_declined(stage: Stage) -> None:
    case = a_case(stage)
    case.started_date, case.declined_date = None, BEGAN
    with pytest.raises(Refused, match="declined"):
        a_goal(case, stage.amina)


@pytest.mark.parametrize("name", ["gwen", "esi", "femi"])
def test_is_not_for_those_who_do_not_plan(stage: Stage, name: str) -> None:
    case = a_case(stage)
    with pytest.raises(NotAllowed):
        a_goal(case, stage.member(name))
    assert not Goal.of(case).exists()


def test_is_not_for_another_organisation(stage: Stage, elsewhere: Stage) -> None:
    with pytest.raises(NotAllowed):
        a_goal(a_case(stage), elsewhere.amina)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    case = a_case(stage)
    with pytest.raises(audit_fails):
        a_goal(case, stage.amina)
    assert not Goal.of(case).exists()
