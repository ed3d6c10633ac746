from datetime import timedelta

import pytest

from cors.audit.models import Event
from cors.catalogue.models import Choice
from cors.core.errors import NotAllowed, Refused
from cors.outcomes.models import Outcome
from cors.outcomes.tests.factories import HOME, an_aim, an_outcome
from cors.plans.tests.factories import BEGAN, a_case, a_goal, ended, tomorrow
from tests.stage.personas import Stage


def test_keeps_the_day_and_what_shows_it(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    an_outcome(case, stage.amina, goal=goal, evidence="tenancy-agreement", words="Flat 3.")
    kept = Outcome.of(case).get()
    assert (kept.outcome_type, kept.happened_date) == (HOME, BEGAN)
    assert (kept.evidence, kept.words, kept.goal) == ("tenancy-agreement", "Flat 3.", goal)
    assert Event.objects.get(verb="confirm_outcome").client_id == case.client_id


def test_a_rung_of_a_ladder_is_an_outcome(stage: Stage) -> None:
    case = a_case(stage)
    an_outcome(case, stage.amina, outcome_type="bus-together", evidence="worker-saw")
    assert Outcome.of(case).get().outcome_type == "bus-together"


def test_what_became_known_after_the_ending_is_kept_too(stage: Stage) -> None:
    case = ended(a_case(stage))
    assert an_outcome(case, stage.amina).case == case


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"evidence": ""}, "evidence"),
        ({"evidence": "a-hunch"}, "evidence"),
        ({"outcome_type": "world-peace"}, "outcome_type"),
        ({"on": BEGAN - timedelta(days=8)}, "on"),
    ],
)
def test_refuses_what_can_not_be(stage: Stage, changed: dict[str, object], field: str) -> None:
    case = a_case(stage)
    with pytest.raises(Refused) as refused:
        an_outcome(case, stage.amina, **changed)
    assert refused.value.field == field
    assert an_outcome(case, stage.amina)


def test_refuses_a_day_in_the_future(stage: Stage) -> None:
    with pytest.raises(Refused) as refused:
        an_outcome(a_case(stage), stage.amina, on=tomorrow(stage.amina))
    assert refused.value.field == "on"


def test_refuses_the_same_outcome_twice_on_one_day(stage: Stage) -> None:
    case = a_case(stage)
    an_outcome(case, stage.amina)
    with pytest.raises(Refused):
        an_outcome(case, stage.amina)
    an_outcome(case, stage.amina, on=BEGAN + timedelta(days=1))
    assert Outcome.of(case).count() == 2


def test_refuses_a_referral_that_was_declined(stage: Stage) -> None:
    case = a_case(stage)
    case.started_date, case.declined_date = None, BEGAN
    with pytest.raises(Refused):
        an_outcome(case, stage.amina)


def test_refuses_a_goal_of_another_case(stage: Stage) -> None:
    other = a_case(stage, reference="HS-2")
    with pytest.raises(Refused) as refused:
        an_outcome(a_case(stage), stage.amina, goal=a_goal(other, stage.amina))
    assert refused.value.field == "goal"


def test_an_outcome_off_the_list_can_still_come_of_an_aim(stage: Stage) -> None:
    aimed, unaimed = a_case(stage), a_case(stage, reference="HS-2")
    an_aim(aimed, stage.amina)
    Choice.objects.create(
        organisation=stage.organisation, kind="outcome_type", key=HOME, is_on=False
    )
    assert an_outcome(aimed, stage.amina)
    with pytest.raises(Refused):
        an_outcome(unaimed, stage.amina)


def test_a_volunteer_may_not(stage: Stage) -> None:
    case = a_case(stage)
    with pytest.raises(NotAllowed):
        an_outcome(case, stage.gwen)
    assert not Outcome.of(case).exists()


def test_nobody_of_another_organisation_may(stage: Stage, elsewhere: Stage) -> None:
    with pytest.raises(NotAllowed):
        an_outcome(a_case(stage), elsewhere.amina)


def test_is_gone_when_its_event_can_not_be_written(
    stage: Stage, audit_fails: type[Exception]
) -> None:
    case = a_case(stage)
    with pytest.raises(audit_fails):
        an_outcome(case, stage.amina)
    assert not Outcome.of(case).exists()
