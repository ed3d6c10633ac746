from datetime import timedelta
from typing import Any

import pytest

from cors.cases.models import Case
from cors.contacts.entry import NewStep
from cors.contacts.tests.factories import FORM
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import end_goal
from cors.plans.models import Rating
from cors.plans.tests.factories import BEGAN, a_case, a_goal, ended, tomorrow
from cors.reviews.entry import GoalDecision
from cors.reviews.models import Review
from cors.reviews.tests.factories import a_review
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


def refusal(case: Case, stage: Stage, *goals: GoalDecision, **changed: Any) -> str | None:
    """Return the field of the refusal; nothing of the review was kept."""
    with pytest.raises(Refused) as refused:
        a_review(case, stage.amina, *goals, **changed)
    assert not Review.objects.exists()
    return refused.value.field


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": BEGAN - timedelta(days=1)}, "on"),
        ({"next_date": TODAY}, "next_date"),
        ({"client_words": "w" * 2001}, "client_words"),
        ({"steps": [NewStep("Ring.", "client", BEGAN)]}, "step_day"),
        ({"steps": [NewStep("", "client")]}, "step_words"),
    ],
)
def test_what_can_not_be(stage: Stage, hana: Case, changed: dict[str, Any], field: str) -> None:
    assert refusal(hana, stage, **changed) == field
    assert a_review(hana, stage.amina)


def test_a_day_in_the_future(stage: Stage, hana: Case) -> None:
    assert refusal(hana, stage, on=tomorrow(stage.amina)) == "on"


def test_a_case_that_has_not_begun_or_has_ended(stage: Stage, hana: Case) -> None:
    waiting = a_case(stage, reference="HS-2")
    Case.objects.filter(pk=waiting.pk).update(started_date=None)
    waiting.refresh_from_db()
    for case in (waiting, ended(hana)):
        assert refusal(case, stage) is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"decision": "perhaps"}, "decision"),
        ({"decision": "reword", "new_words": " "}, "words"),
        ({"client_rating": 11}, "client"),
        ({"worker_rating": -1}, "worker"),
    ],
)
def test_a_decision_that_can_not_be(
    stage: Stage, hana: Case, changed: dict[str, Any], field: str
) -> None:
    goal = a_goal(hana, stage.amina)
    given: dict[str, Any] = {"decision": "keep", "client_rating": 5}
    assert refusal(hana, stage, GoalDecision(goal, **(given | changed))) == f"{field}-{goal.pk}"
    assert Rating.objects.count() == 1


def test_a_goal_twice(stage: Stage, hana: Case) -> None:
    once = GoalDecision(a_goal(hana, stage.amina), "keep")
    assert refusal(hana, stage, once, once) == "goals"


def test_a_goal_of_another_case_an_ended_one_and_a_younger_one(stage: Stage, hana: Case) -> None:
    strange = a_goal(a_case(stage, reference="HS-2"), stage.amina)
    over, young = a_goal(hana, stage.amina), a_goal(hana, stage.amina, on=TODAY)
    end_goal(goal=over, how="reached", on=TODAY, by=stage.amina)
    for goal in (strange, over, young):
        earlier = TODAY - timedelta(days=1)
        field = refusal(hana, stage, GoalDecision(goal, "keep"), on=earlier)
        assert field == f"decision-{goal.pk}"


def test_a_case_of_another_organisation(stage: Stage, elsewhere: Stage, hana: Case) -> None:
    with pytest.raises(NotAllowed):
        a_review(hana, elsewhere.amina)


def test_a_form_that_was_sent_for_another_case(stage: Stage, hana: Case) -> None:
    a_review(a_case(stage, reference="HS-2"), stage.amina, form_key=FORM)
    with pytest.raises(Refused):
        a_review(hana, stage.amina, form_key=FORM)
    assert not Review.of(hana).exists()
