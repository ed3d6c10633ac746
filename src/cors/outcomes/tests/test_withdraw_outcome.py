import pytest
from django.utils import timezone

from cors.audit.models import Event
from cors.core.errors import NotAllowed, Refused
from cors.outcomes.actions import withdraw_outcome
from cors.outcomes.models import Outcome
from cors.outcomes.tests.factories import an_outcome
from cors.plans.tests.factories import a_case
from tests.stage.personas import Stage


def test_takes_it_off_the_case_and_leaves_a_trace(stage: Stage) -> None:
    case = a_case(stage)
    outcome = an_outcome(case, stage.amina)
    withdraw_outcome(outcome=outcome, by=stage.amina, at=timezone.now())
    assert not Outcome.of(case).exists()
    assert Event.objects.get(verb="withdraw_outcome").about_id == outcome.pk


def test_the_same_day_can_be_confirmed_anew(stage: Stage) -> None:
    case = a_case(stage)
    withdraw_outcome(outcome=an_outcome(case, stage.amina), by=stage.amina, at=timezone.now())
    assert an_outcome(case, stage.amina) == Outcome.of(case).get()


def test_refuses_a_second_time(stage: Stage) -> None:
    outcome = an_outcome(a_case(stage), stage.amina)
    withdraw_outcome(outcome=outcome, by=stage.amina, at=timezone.now())
    with pytest.raises(Refused):
        withdraw_outcome(outcome=outcome, by=stage.amina, at=timezone.now())


def test_a_volunteer_may_not(stage: Stage) -> None:
    outcome = an_outcome(a_case(stage), stage.amina)
    with pytest.raises(NotAllowed):
        withdraw_outcome(outcome=outcome, by=stage.gwen, at=timezone.now())


def test_stands_when_its_event_can_not_be_written(
    stage: Stage, request: pytest.FixtureRequest
) -> None:
    case = a_case(stage)
    outcome = an_outcome(case, stage.amina)
    with pytest.raises(request.getfixturevalue("audit_fails")):
        withdraw_outcome(outcome=outcome, by=stage.amina, at=timezone.now())
    assert Outcome.of(case).exists()
