from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import drop_step, finish_step, take_up_step
from cors.plans.models import Step
from cors.plans.tests.factories import (
    BEGAN,
    a_case,
    a_goal,
    a_step,
    an_intervention,
    ended,
    tomorrow,
)
from tests.stage.personas import TODAY, Stage

Verb = Callable[..., None]
both = pytest.mark.parametrize("verb", [finish_step, drop_step])


def test_has_an_owner_a_day_and_what_it_is_for(stage: Stage) -> None:
    case = a_case(stage)
    goal, work = a_goal(case, stage.amina), an_intervention(case, stage.amina)
    due = TODAY + timedelta(days=3)
    a_step(case, stage.amina, due_date=due, goal=goal, intervention=work)
    (read,) = Step.of(case).ahead()
    assert (read.words, read.owner, read.due_date) == ("Ring the council.", "client", due)
    assert (read.goal_id, read.intervention_id) == (goal.pk, work.pk)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"words": ""}, "words"),
        ({"owner": "cat"}, "owner"),
        ({"due_date": BEGAN - timedelta(days=1)}, "due_date"),
    ],
)
def test_refuses_and_names_the_field(stage: Stage, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        a_step(a_case(stage), stage.amina, **changed)
    assert refused.value.field == field


def test_refuses_what_belongs_to_another_case_and_a_case_that_has_ended(stage: Stage) -> None:
    case, other = a_case(stage), a_case(stage, reference="HS-2")
    with pytest.raises(Refused) as goal:
        a_step(case, stage.amina, goal=a_goal(other, stage.amina))
    with pytest.raises(Refused) as work:
        a_step(case, stage.amina, intervention=an_intervention(other, stage.amina))
    assert (goal.value.field, work.value.field) == ("goal", "intervention")
    with pytest.raises(Refused, match="re-open"):
        a_step(ended(case), stage.amina)


@both
def test_is_done_or_dropped_once(stage: Stage, verb: Verb) -> None:
    case = a_case(stage)
    step = a_step(case, stage.amina)
    verb(step=step, on=TODAY, by=stage.amina)
    (read,) = Step.of(case)
    assert (read.done_date or read.dropped_date) == TODAY
    assert not Step.of(case).ahead().exists()
    for again in (finish_step, drop_step):
        with pytest.raises(Refused, match="no longer ahead"):
            again(step=read, on=TODAY, by=stage.amina)


@both
def test_can_be_taken_up_again(stage: Stage, verb: Verb) -> None:
    case = a_case(stage)
    step = a_step(case, stage.amina)
    with pytest.raises(Refused, match="still ahead"):
        take_up_step(step=step, on=TODAY, by=stage.amina)
    verb(step=step, on=TODAY, by=stage.amina)
    with pytest.raises(NotAllowed):
        take_up_step(step=step, on=TODAY, by=stage.gwen)
    take_up_step(step=step, on=TODAY, by=stage.amina)
    assert Step.of(case).ahead().exists()


@both
def test_is_not_done_in_the_future_or_once_the_case_has_ended(stage: Stage, verb: Verb) -> None:
    case = a_case(stage)
    step = a_step(case, stage.amina)
    with pytest.raises(Refused, match="still to come"):
        verb(step=step, on=tomorrow(stage.amina), by=stage.amina)
    ended(case)
    with pytest.raises(Refused, match="re-open"):
        verb(step=step, on=TODAY, by=stage.amina)


@both
def test_is_not_for_a_volunteer(stage: Stage, verb: Verb) -> None:
    case = a_case(stage)
    step = a_step(case, stage.amina)
    with pytest.raises(NotAllowed):
        verb(step=step, on=TODAY, by=stage.gwen)
    with pytest.raises(NotAllowed):
        a_step(case, stage.gwen)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    case = a_case(stage)
    with pytest.raises(audit_fails):
        a_step(case, stage.amina)
    assert not Step.objects.exists()


@both
def test_stays_ahead_if_the_event_fails(
    stage: Stage, audit_fails: type[Exception], verb: Verb
) -> None:
    case = a_case(stage)
    step = Step(organisation=stage.organisation, case=case, owner="client")
    step.save(force_insert=True)
    with pytest.raises(audit_fails):
        verb(step=step, on=TODAY, by=stage.amina)
    assert Step.of(case).ahead().exists()


def test_stays_done_if_the_event_of_taking_it_up_fails(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    case = a_case(stage)
    step = Step(organisation=stage.organisation, case=case, owner="client", done_date=TODAY)
    step.save(force_insert=True)
    with pytest.raises(audit_fails):
        take_up_step(step=step, on=TODAY, by=stage.amina)
    assert not Step.of(case).ahead().exists()
