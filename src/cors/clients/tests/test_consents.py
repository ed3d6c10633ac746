from datetime import date, timedelta

import pytest

from cors.clients.actions import record_consent, withdraw_consent
from cors.clients.models import Client, Consent
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage

MAY = date(2026, 5, 4)
WORDS = "We write down what we do together, so that you need not tell it twice."


def give(stage: Stage, client: Client, **other: object) -> Consent:
    words = {
        "purpose": "record", "agreed": True, "read_out": WORDS, "on": MAY, **other
    }  # fmt: skip
    return record_consent(client=client, by=stage.amina, **words)  # type: ignore[arg-type]


def test_keeps_the_words_that_were_read_out(stage: Stage, hana: Client) -> None:
    give(stage, hana)
    consent = Consent.objects.get()
    assert (consent.read_out, consent.agreed, consent.given_date) == (WORDS, True, MAY)


def test_a_yes_holds_until_its_last_day(stage: Stage, hana: Client) -> None:
    consent = give(stage, hana, expires_date=TODAY)
    assert Consent.holding(hana, "record", MAY) == consent
    assert Consent.holding(hana, "record", TODAY) is None
    assert Consent.holding(hana, "share", MAY) is None


def test_a_later_no_takes_the_place_of_a_yes(stage: Stage, hana: Client) -> None:
    give(stage, hana)
    give(stage, hana, agreed=False, on=TODAY)
    assert Consent.holding(hana, "record", TODAY) is None
    assert Consent.holding(hana, "record", MAY) is not None


def test_a_no_has_no_last_day(stage: Stage, hana: Client) -> None:
    assert give(stage, hana, agreed=False, expires_date=TODAY).expires_date is None


def test_a_yes_can_be_taken_back(stage: Stage, hana: Client) -> None:
    consent = give(stage, hana)
    withdraw_consent(consent=consent, on=TODAY, by=stage.ben)
    assert Consent.objects.get().withdrawn_date == TODAY
    assert Consent.holding(hana, "record", TODAY) is None
    with pytest.raises(Refused):
        withdraw_consent(consent=consent, on=TODAY, by=stage.ben)


def test_a_no_is_not_taken_back(stage: Stage, hana: Client) -> None:
    with pytest.raises(Refused):
        withdraw_consent(consent=give(stage, hana, agreed=False), on=TODAY, by=stage.amina)


def test_refuses_to_take_back_before_it_was_given(stage: Stage, hana: Client) -> None:
    consent = give(stage, hana)
    with pytest.raises(Refused) as refused:
        withdraw_consent(consent=consent, on=MAY - timedelta(days=1), by=stage.amina)
    assert refused.value.field == "on"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"purpose": "everything"}, "purpose"),
        ({"read_out": ""}, "read_out"),
        ({"on": date(2099, 1, 1)}, "on"),
        ({"expires_date": MAY}, "expires_date"),
    ],
)
def test_refuses_what_cannot_be(
    stage: Stage, hana: Client, given: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        give(stage, hana, **given)
    assert refused.value.field == field


def test_is_not_for_a_volunteer(stage: Stage, hana: Client) -> None:
    with pytest.raises(NotAllowed):
        withdraw_consent(consent=give(stage, hana), on=TODAY, by=stage.gwen)
    with pytest.raises(NotAllowed):
        record_consent(
            client=hana, purpose="record", agreed=True, read_out="x", on=MAY, by=stage.gwen
        )


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, request: pytest.FixtureRequest
) -> None:
    consent = give(stage, hana)
    failed = request.getfixturevalue("audit_fails")
    with pytest.raises(failed):
        give(stage, hana, purpose="share")
    with pytest.raises(failed):
        withdraw_consent(consent=consent, on=TODAY, by=stage.amina)
    assert Consent.objects.get().withdrawn_date is None
