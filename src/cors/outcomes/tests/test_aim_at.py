from datetime import timedelta

import pytest

from cors.audit.models import Event
from cors.core.errors import NotAllowed, Refused
from cors.outcomes.actions import stop_aiming
from cors.outcomes.models import Aim
from cors.outcomes.tests.factories import an_aim
from cors.plans.tests.factories import BEGAN, a_case, a_goal, ended, tomorrow
from tests.stage.personas import TODAY, Stage


def test_keeps_from_when_the_outcome_is_relevant_and_why(stage: Stage) -> None:
    case = a_case(stage)
    aim = an_aim(case, stage.amina, why="Sofa to sofa since June.")
    kept = Aim.objects.get(pk=aim.pk)
    assert (kept.outcome_type, kept.from_date, kept.to_date) == ("settled-housing", BEGAN, None)
    assert kept.why == "Sofa to sofa since June."
    assert Event.objects.filter(verb="aim_at", client_id=case.client_id).count() == 1


def test_hangs_on_a_goal_of_the_same_case(stage: Stage) -> None:
    case, other = a_case(stage), a_case(stage, reference="HS-2")
    assert an_aim(case, stage.amina, goal=a_goal(case, stage.amina)).goal
    with pytest.raises(Refused) as refused:
        an_aim(case, stage.amina, outcome_type="debt-plan", goal=a_goal(other, stage.amina))
    assert refused.value.field == "goal"


def test_refuses_what_the_case_works_towards_already(stage: Stage) -> None:
    case = a_case(stage)
    first = an_aim(case, stage.amina)
    with pytest.raises(Refused):
        an_aim(case, stage.amina)
    stop_aiming(aim=first, on=TODAY, by=stage.amina)
    assert an_aim(case, stage.amina, on=TODAY).pk != first.pk


def test_refuses_an_outcome_that_is_not_in_the_list(stage: Stage) -> None:
    with pytest.raises(Refused) as refused:
        an_aim(a_case(stage), stage.amina, outcome_type="world-peace")
    assert refused.value.field == "outcome_type"


def test_refuses_days_that_can_not_be(stage: Stage) -> None:
    case = a_case(stage)
    for day in (tomorrow(stage.amina), case.referred_date - timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            an_aim(case, stage.amina, on=day)
        assert refused.value.field == "on"


def test_refuses_a_case_that_has_ended(stage: Stage) -> None:
    with pytest.raises(Refused):
        an_aim(ended(a_case(stage)), stage.amina)


def test_a_volunteer_may_not(stage: Stage) -> None:
    case = a_case(stage)
    with pytest.raises(NotAllowed):
        an_aim(case, stage.gwen)
    assert not Aim.of(case).exists()


def test_is_gone_when_its_event_can_not_be_written(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    case = a_case(stage)
    with pytest.raises(audit_fails):
        an_aim(case, stage.amina)
    assert not Aim.of(case).exists()
