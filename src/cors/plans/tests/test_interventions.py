from datetime import timedelta

import pytest

from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import end_intervention
from cors.plans.models import Intervention
from cors.plans.tests.factories import (
    BEGAN,
    a_barrier,
    a_case,
    a_goal,
    an_intervention,
    ended,
    tomorrow,
)
from tests.stage.personas import TODAY, Stage


def test_is_for_goals_and_against_barriers(stage: Stage) -> None:
    case = a_case(stage)
    goal, barrier = a_goal(case, stage.amina), a_barrier(case, stage.amina)
    an_intervention(case, stage.amina, goals=[goal, goal], barriers=[barrier])
    (read,) = Intervention.of(case)
    addressed = {(row.goal_id, row.barrier_id) for row in read.addressed()}
    assert addressed == {(goal.pk, None), (None, barrier.pk)}
    assert len(read.addressed()) == 2


def test_refuses_what_belongs_to_another_case(stage: Stage) -> None:
    case, other = a_case(stage), a_case(stage, reference="HS-2")
    with pytest.raises(Refused) as goals:
        an_intervention(case, stage.amina, goals=[a_goal(other, stage.amina)])
    with pytest.raises(Refused) as barriers:
        an_intervention(case, stage.amina, barriers=[a_barrier(other, stage.amina)])
    assert (goals.value.field, barriers.value.field) == ("goals", "barriers")


def test_refuses_an_unknown_type_a_day_to_come_and_a_case_that_has_ended(stage: Stage) -> None:
    case = a_case(stage)
    with pytest.raises(Refused) as unknown:
        an_intervention(case, stage.amina, type_key="telling-off")
    with pytest.raises(Refused) as ahead:
        an_intervention(case, stage.amina, on=tomorrow(stage.amina))
    assert (unknown.value.field, ahead.value.field) == ("type_key", "on")
    with pytest.raises(Refused, match="re-open"):
        an_intervention(ended(case), stage.amina)


def test_ends_once_and_not_before_it_began(stage: Stage) -> None:
    case = a_case(stage)
    intervention = an_intervention(case, stage.amina, on=BEGAN)
    with pytest.raises(Refused, match="it began") as early:
        end_intervention(intervention=intervention, on=BEGAN - timedelta(days=1), by=stage.amina)
    end_intervention(intervention=intervention, on=TODAY, by=stage.amina)
    assert early.value.field == "on"
    assert not Intervention.of(case).going_on().exists()
    with pytest.raises(Refused, match="already"):
        end_intervention(intervention=intervention, on=TODAY, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage) -> None:
    case = a_case(stage)
    intervention = an_intervention(case, stage.amina)
    with pytest.raises(NotAllowed):
        an_intervention(case, stage.gwen)
    with pytest.raises(NotAllowed):
        end_intervention(intervention=intervention, on=TODAY, by=stage.gwen)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    case = a_case(stage)
    with pytest.raises(audit_fails):
        an_intervention(case, stage.amina)
    assert not Intervention.objects.exists()


def test_goes_on_if_the_event_of_its_end_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    case = a_case(stage)
    running = Intervention(
        organisation=stage.organisation, case=case, type_key="budgeting", started_date=BEGAN
    )
    running.save(force_insert=True)
    with pytest.raises(audit_fails):
        end_intervention(intervention=running, on=TODAY, by=stage.amina)
    assert Intervention.of(case).going_on().exists()
