from datetime import date, timedelta

import pytest

from cors.cases.actions import accept_referral, decline_referral, open_case
from cors.cases.models import Case
from cors.cases.tests.conftest import LONG_AGO, NOT_YET, OPENED
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage


def test_accepting_puts_the_person_on_the_waiting_list(stage: Stage, referral: Case) -> None:
    accept_referral(case=referral, on=OPENED, by=stage.ben)
    found = Case.objects.waiting().get()
    assert (found.accepted_date, found.accepted_by) == (OPENED, stage.ben.user)
    assert found.state_on(TODAY) == "waiting"


def test_declining_keeps_the_reason(stage: Stage, referral: Case) -> None:
    decline_referral(case=referral, reason="no-room", on=OPENED, by=stage.ben, words="Try in May")
    found = Case.objects.get(pk=referral.pk)
    assert (found.declined_date, found.declined_by) == (OPENED, stage.ben.user)
    assert (found.declined_reason, found.declined_words) == ("no-room", "Try in May")
    assert found.state_on(TODAY) == "declined"
    assert not Case.objects.referred().exists()


def test_declining_wants_a_reason(stage: Stage, referral: Case) -> None:
    with pytest.raises(Refused) as refused:
        decline_referral(case=referral, reason="", on=OPENED, by=stage.ben)
    assert refused.value.field == "reason"


def test_a_referral_is_decided_once(stage: Stage, referral: Case) -> None:
    seen_before = Case.objects.get(pk=referral.pk)
    accept_referral(case=referral, on=OPENED, by=stage.ben)
    with pytest.raises(Refused):
        accept_referral(case=seen_before, on=OPENED, by=stage.amina)
    with pytest.raises(Refused):
        decline_referral(case=seen_before, reason="no-room", on=OPENED, by=stage.amina)


def test_an_open_case_is_not_decided_again(stage: Stage, case: Case) -> None:
    with pytest.raises(Refused):
        accept_referral(case=case, on=TODAY, by=stage.ben)


def test_a_declined_referral_does_not_open(stage: Stage, referral: Case) -> None:
    decline_referral(case=referral, reason="no-room", on=OPENED, by=stage.ben)
    with pytest.raises(Refused):
        open_case(case=referral, on=TODAY, by=stage.ben)


@pytest.mark.parametrize("on", [LONG_AGO - timedelta(days=1), NOT_YET])
def test_refuses_days_that_cannot_be(stage: Stage, referral: Case, on: date) -> None:
    with pytest.raises(Refused) as refused:
        accept_referral(case=referral, on=on, by=stage.ben)
    assert refused.value.field == "on"
    with pytest.raises(Refused) as refused:
        decline_referral(case=referral, reason="no-room", on=on, by=stage.ben)
    assert refused.value.field == "on"


def test_is_not_for_a_volunteer(stage: Stage, referral: Case) -> None:
    with pytest.raises(NotAllowed):
        accept_referral(case=referral, on=TODAY, by=stage.gwen)
    with pytest.raises(NotAllowed):
        decline_referral(case=referral, reason="no-room", on=TODAY, by=stage.gwen)


def test_is_not_for_another_organisation(stage: Stage, elsewhere: Stage, referral: Case) -> None:
    with pytest.raises(NotAllowed):
        accept_referral(case=referral, on=TODAY, by=elsewhere.dev)


def test_accepting_is_undone_when_its_event_fails(
    stage: Stage, referral: Case, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        accept_referral(case=referral, on=TODAY, by=stage.amina)
    assert Case.objects.referred().exists()


def test_declining_is_undone_when_its_event_fails(
    stage: Stage, referral: Case, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        decline_referral(case=referral, reason="no-room", on=TODAY, by=stage.amina)
    assert Case.objects.referred().exists()
