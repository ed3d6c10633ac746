from datetime import date

import pytest

from cors.audit.models import Event
from cors.cases.actions import decline_referral, open_case, refer, restrict_case
from cors.cases.models import Case
from cors.cases.tests.conftest import LONG_AGO, NOT_YET, OPENED
from cors.clients.models import Client
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage


def test_writes_the_referral(stage: Stage, referral: Case) -> None:
    found = Case.objects.get(pk=referral.pk)
    assert (found.referred_date, found.referral_source) == (LONG_AGO, "self")
    assert found.referral_words == "Sleeps on her sister's sofa"
    assert found.created_by == stage.amina.user
    assert found.state_on(TODAY) == "referred"
    assert "sofa" in Event.objects.get(verb="refer").changes


def test_takes_a_person_to_two_services_at_once(stage: Stage, case: Case) -> None:
    refer(client=case.client, service=stage.other_service, on=TODAY, by=stage.amina)
    assert Case.objects.filter(client=case.client).count() == 2


def test_refuses_a_second_case_with_the_same_service(stage: Stage, case: Case) -> None:
    with pytest.raises(Refused) as refused:
        refer(client=case.client, service=stage.service, on=TODAY, by=stage.amina)
    assert refused.value.field == "service"


def test_refers_anew_after_a_referral_was_declined(stage: Stage, referral: Case) -> None:
    decline_referral(case=referral, reason="full", on=OPENED, by=stage.amina)
    refer(client=referral.client, service=stage.service, on=TODAY, by=stage.amina)


def test_says_nothing_of_a_restricted_case(stage: Stage, hana: Client) -> None:
    hidden = refer(client=hana, service=stage.service, on=LONG_AGO, by=stage.carys)
    open_case(case=hidden, on=OPENED, by=stage.carys)
    restrict_case(case=hidden, words="Known to staff", by=stage.carys)
    refer(client=hana, service=stage.service, on=TODAY, by=stage.amina)


def test_refuses_a_day_that_has_not_come(stage: Stage, hana: Client) -> None:
    with pytest.raises(Refused) as refused:
        refer(client=hana, service=stage.service, on=NOT_YET, by=stage.amina)
    assert refused.value.field == "on"


def test_refuses_a_service_that_has_ended(stage: Stage, hana: Client) -> None:
    stage.service.ended_date = date(2026, 1, 1)
    with pytest.raises(Refused) as refused:
        refer(client=hana, service=stage.service, on=TODAY, by=stage.amina)
    assert refused.value.field == "service"


@pytest.mark.parametrize("who", ["gwen", "esi", "femi"])
def test_is_not_for_every_role(stage: Stage, hana: Client, who: str) -> None:
    with pytest.raises(NotAllowed):
        refer(client=hana, service=stage.service, on=TODAY, by=stage.member(who))


def test_is_not_for_another_organisation(stage: Stage, elsewhere: Stage, hana: Client) -> None:
    with pytest.raises(NotAllowed):
        refer(client=hana, service=elsewhere.service, on=TODAY, by=stage.amina)


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        refer(client=hana, service=stage.service, on=TODAY, by=stage.amina)
    assert not Case.objects.exists()
