from datetime import timedelta
from typing import Any

import pytest

from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import record_moment
from cors.plans.models import Moment
from cors.plans.tests.factories import BEGAN, a_case, a_goal, a_setback, ended, tomorrow
from tests.stage.personas import TODAY, Stage


def test_keeps_a_small_success_with_both_titles(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    record_moment(
        case=case,
        kind="success",
        words="Took the bus with me.",
        client_words="My first bus!",
        goal=goal,
        on=TODAY,
        by=stage.amina,
    )
    (read,) = Moment.of(case)
    assert (read.kind, read.goal_id, read.happened_date) == ("success", goal.pk, TODAY)
    assert (read.words, read.client_words) == ("Took the bus with me.", "My first bus!")


def test_keeps_what_could_help_with_a_setback(stage: Stage) -> None:
    case = a_case(stage)
    a_setback(case, stage.amina, could_help="Ringing her sister.")
    (read,) = Moment.of(case).still_off_track()
    assert read.could_help == "Ringing her sister."


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"kind": "relapse"}, "kind"),
        ({"words": ""}, "words"),
        ({"words": "a" * 2_001}, "words"),
        ({"client_words": "a" * 2_001}, "client_words"),
        ({"could_help": "a" * 2_001}, "could_help"),
        ({"on": BEGAN - timedelta(days=8)}, "on"),
    ],
)
def test_refuses_and_names_the_field(stage: Stage, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        a_setback(a_case(stage), stage.amina, **changed)
    assert refused.value.field == field
    assert not Moment.objects.exists()


def test_refuses_a_day_in_the_future_and_a_case_that_has_ended(stage: Stage) -> None:
    case = a_case(stage)
    with pytest.raises(Refused, match="still to come"):
        a_setback(case, stage.amina, on=tomorrow(stage.amina))
    with pytest.raises(Refused, match="re-open"):
        a_setback(ended(case), stage.amina)


def test_refuses_a_goal_of_another_case(stage: Stage) -> None:
    goal = a_goal(a_case(stage, reference="HS-2"), stage.amina)
    with pytest.raises(Refused) as refused:
        a_setback(a_case(stage), stage.amina, goal=goal)
    assert refused.value.field == "goal"


def test_is_for_a_volunteer_too_but_not_for_a_funder(stage: Stage) -> None:
    case = a_case(stage)
    a_setback(case, stage.gwen)
    with pytest.raises(NotAllowed):
        a_setback(case, stage.femi)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    with pytest.raises(audit_fails):
        a_setback(a_case(stage), stage.amina)
    assert not Moment.objects.exists()
