from datetime import timedelta

import pytest

from cors.audit.models import Event
from cors.cases.actions import accept_referral, assign_keyworker, open_case
from cors.cases.models import Assignment, Case
from cors.cases.tests.conftest import LONG_AGO, NOT_YET, OPENED
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage


def _keyworker(case: Case) -> object:
    assignment = Assignment.keyworker_of(case)
    return assignment.member if assignment else None


def test_accepts_on_the_same_day_what_nobody_accepted(stage: Stage, referral: Case) -> None:
    open_case(case=referral, on=OPENED, by=stage.amina)
    found = Case.objects.open().get()
    assert (found.accepted_date, found.started_date) == (OPENED, OPENED)
    assert (found.accepted_by, found.opened_by) == (stage.amina.user, stage.amina.user)
    assert found.state_on(TODAY) == "open"
    assert Event.objects.filter(verb="open_case", client_id=found.client_id).exists()


def test_keeps_the_day_of_acceptance(stage: Stage, referral: Case) -> None:
    accept_referral(case=referral, on=LONG_AGO, by=stage.ben)
    open_case(case=referral, on=OPENED, by=stage.amina)
    assert (referral.accepted_date, referral.accepted_by) == (LONG_AGO, stage.ben.user)


def test_a_keyworker_who_names_nobody_holds_it(stage: Stage, case: Case) -> None:
    assert _keyworker(case) == stage.amina


def test_who_held_it_while_waiting_holds_it_on(stage: Stage, referral: Case) -> None:
    assign_keyworker(case=referral, member=stage.ben, on=LONG_AGO, by=stage.carys)
    open_case(case=referral, on=OPENED, by=stage.amina)
    assert _keyworker(referral) == stage.ben


def test_a_lead_who_names_nobody_leaves_it_open_who_holds_it(stage: Stage, referral: Case) -> None:
    open_case(case=referral, on=OPENED, by=stage.carys)
    assert _keyworker(referral) is None


def test_a_keyworker_names_a_team_mate(stage: Stage, referral: Case) -> None:
    open_case(case=referral, on=OPENED, by=stage.amina, keyworker=stage.ben)
    assert _keyworker(referral) == stage.ben


def test_a_keyworker_names_nobody_of_another_team(stage: Stage, referral: Case) -> None:
    with pytest.raises(NotAllowed):
        open_case(case=referral, on=OPENED, by=stage.amina, keyworker=stage.olu)
    assert not Case.objects.open().exists()


def test_a_volunteer_holds_no_case(stage: Stage, referral: Case) -> None:
    with pytest.raises(Refused) as refused:
        open_case(case=referral, on=OPENED, by=stage.carys, keyworker=stage.gwen)
    assert refused.value.field == "member"


def test_refuses_to_open_twice(stage: Stage, case: Case) -> None:
    with pytest.raises(Refused):
        open_case(case=case, on=TODAY, by=stage.amina)


@pytest.mark.parametrize("on", [LONG_AGO - timedelta(days=1), LONG_AGO, NOT_YET])
def test_refuses_days_that_cannot_be(stage: Stage, referral: Case, on: object) -> None:
    accept_referral(case=referral, on=OPENED, by=stage.ben)
    with pytest.raises(Refused) as refused:
        open_case(case=referral, on=on, by=stage.amina)  # type: ignore[arg-type]
    assert refused.value.field == "on"


def test_is_not_for_a_volunteer(stage: Stage, referral: Case) -> None:
    with pytest.raises(NotAllowed):
        open_case(case=referral, on=TODAY, by=stage.gwen)


def test_is_undone_when_its_event_fails(
    stage: Stage, referral: Case, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        open_case(case=referral, on=TODAY, by=stage.amina)
    assert not Case.objects.open().exists()
    assert not Assignment.objects.exists()
