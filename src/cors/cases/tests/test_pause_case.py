from datetime import date, timedelta

import pytest

from cors.cases.actions import end_pause, pause_case
from cors.cases.models import Case, Ending, Pause
from cors.cases.tests.conftest import NOT_YET, OPENED
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage

MAY = date(2026, 5, 4)
JUNE = date(2026, 6, 1)


def test_the_support_rests_and_goes_on(stage: Stage, case: Case) -> None:
    pause = pause_case(case=case, on=MAY, by=stage.ben, words="In hospital")
    assert Pause.objects.get().words == "In hospital"
    assert case.state_on(JUNE) == "paused"
    end_pause(pause=pause, on=JUNE, by=stage.amina)
    assert [case.state_on(day) for day in (MAY, JUNE)] == ["paused", "open"]
    assert Pause.objects.get().ended_by == stage.amina.user


def test_refuses_a_second_pause_at_once(stage: Stage, case: Case) -> None:
    pause_case(case=case, on=MAY, by=stage.ben)
    with pytest.raises(Refused):
        pause_case(case=case, on=JUNE, by=stage.ben)


def test_refuses_a_pause_that_laps_over_an_earlier_one(stage: Stage, case: Case) -> None:
    end_pause(pause=pause_case(case=case, on=MAY, by=stage.ben), on=JUNE, by=stage.ben)
    with pytest.raises(Refused) as refused:
        pause_case(case=case, on=MAY, by=stage.ben)
    assert refused.value.field == "on"
    pause_case(case=case, on=JUNE, by=stage.ben)


def test_refuses_to_end_a_pause_twice_or_before_it_began(stage: Stage, case: Case) -> None:
    pause = pause_case(case=case, on=MAY, by=stage.ben)
    for on in (MAY - timedelta(days=1), NOT_YET):
        with pytest.raises(Refused) as refused:
            end_pause(pause=pause, on=on, by=stage.ben)
        assert refused.value.field == "on"
    end_pause(pause=pause, on=JUNE, by=stage.ben)
    with pytest.raises(Refused):
        end_pause(pause=pause, on=JUNE, by=stage.ben)


def test_only_an_open_case_rests(stage: Stage, case: Case) -> None:
    Ending.objects.create(
        organisation=stage.organisation, case=case, ended_date=JUNE, reason="moved-away"
    )
    with pytest.raises(Refused):
        pause_case(case=case, on=TODAY, by=stage.ben)


def test_a_referral_does_not_rest(stage: Stage, referral: Case) -> None:
    with pytest.raises(Refused):
        pause_case(case=referral, on=TODAY, by=stage.ben)


@pytest.mark.parametrize("on", [OPENED - timedelta(days=1), NOT_YET])
def test_refuses_days_that_cannot_be(stage: Stage, case: Case, on: date) -> None:
    with pytest.raises(Refused) as refused:
        pause_case(case=case, on=on, by=stage.ben)
    assert refused.value.field == "on"


def test_is_not_for_a_volunteer(stage: Stage, case: Case) -> None:
    with pytest.raises(NotAllowed):
        pause_case(case=case, on=TODAY, by=stage.gwen)
    pause = pause_case(case=case, on=TODAY, by=stage.ben)
    with pytest.raises(NotAllowed):
        end_pause(pause=pause, on=TODAY, by=stage.gwen)


def test_is_not_for_another_organisation(stage: Stage, elsewhere: Stage, case: Case) -> None:
    with pytest.raises(NotAllowed):
        pause_case(case=case, on=TODAY, by=elsewhere.dev)


def test_pausing_is_undone_when_its_event_fails(
    stage: Stage, case: Case, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        pause_case(case=case, on=TODAY, by=stage.ben)
    assert not Pause.objects.exists()


def test_going_on_is_undone_when_its_event_fails(
    stage: Stage, case: Case, request: pytest.FixtureRequest
) -> None:
    pause = pause_case(case=case, on=MAY, by=stage.ben)
    with pytest.raises(request.getfixturevalue("audit_fails")):
        end_pause(pause=pause, on=JUNE, by=stage.ben)
    assert Pause.objects.get().to_date is None
