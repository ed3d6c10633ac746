from datetime import timedelta

import pytest

from cors.core.errors import NotAllowed, Refused
from cors.outcomes.actions import stop_aiming
from cors.outcomes.models import Aim
from cors.outcomes.tests.factories import an_aim
from cors.plans.tests.factories import BEGAN, a_case, tomorrow
from tests.stage.personas import TODAY, Stage


def test_keeps_until_when_the_outcome_was_relevant(stage: Stage) -> None:
    case = a_case(stage)
    stop_aiming(aim=an_aim(case, stage.amina), on=TODAY, by=stage.amina)
    assert Aim.of(case).get().to_date == TODAY
    assert not Aim.is_aimed_at(case, "settled-housing")


def test_refuses_a_second_time(stage: Stage) -> None:
    aim = an_aim(a_case(stage), stage.amina)
    stop_aiming(aim=aim, on=TODAY, by=stage.amina)
    with pytest.raises(Refused):
        stop_aiming(aim=aim, on=TODAY, by=stage.amina)


def test_refuses_days_that_can_not_be(stage: Stage) -> None:
    aim = an_aim(a_case(stage), stage.amina)
    for day in (tomorrow(stage.amina), BEGAN - timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            stop_aiming(aim=aim, on=day, by=stage.amina)
        assert refused.value.field == "on"


def test_a_volunteer_may_not(stage: Stage) -> None:
    aim = an_aim(a_case(stage), stage.amina)
    with pytest.raises(NotAllowed):
        stop_aiming(aim=aim, on=TODAY, by=stage.gwen)


def test_goes_on_when_its_event_can_not_be_written(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    aim = an_aim(a_case(stage), stage.amina)
    with pytest.raises(request.getfixturevalue("audit_fails")):
        stop_aiming(aim=aim, on=TODAY, by=stage.amina)
    aim.refresh_from_db()
    assert aim.to_date is None
