from datetime import timedelta
from typing import Any

import pytest

from cors.audit.models import Event
from cors.cases.actions import pause_case, re_open_case
from cors.cases.models import Case, Ending, Pause
from cors.core.errors import NotAllowed, Refused
from cors.plans.tests.factories import BEGAN, a_case, tomorrow
from cors.reviews.models import Review
from cors.reviews.tests.factories import a_review, close
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


def refusal(case: Case, stage: Stage, **changed: Any) -> str | None:
    """Return the field of the refusal; the case goes on."""
    with pytest.raises(Refused) as refused:
        close(case, stage.amina, **changed)
    assert case.ending() is None
    return refused.value.field


def test_keeps_when_and_why_the_support_ended(stage: Stage, hana: Case) -> None:
    close(hana, stage.amina, words="Went well.", no_review_reason="She could not be reached.")
    ending = Ending.objects.get()
    assert (ending.case, ending.ended_date, ending.reason) == (hana, TODAY, "enough-for-now")
    assert (ending.words, ending.no_review_reason) == ("Went well.", "She could not be reached.")
    assert Event.objects.get(verb="close_case").client_id == hana.client_id


def test_a_closing_review_stands_for_the_ending(stage: Stage, hana: Case) -> None:
    review = a_review(hana, stage.amina, on=TODAY - timedelta(days=28))
    assert Review.closing_one_of(hana, TODAY) == review
    ending = close(hana, stage.amina, review=review)
    assert Review.of(hana).get().ending == ending
    assert ending.no_review_reason == ""


def test_asks_for_a_review_or_the_reason_why_there_is_none(stage: Stage, hana: Case) -> None:
    review = a_review(hana, stage.amina)
    assert refusal(hana, stage, no_review_reason=" ") == "no_review_reason"
    assert refusal(hana, stage, review=review, no_review_reason="None.") == "no_review_reason"
    assert close(hana, stage.amina, review=review)


def test_refuses_a_review_too_old_to_close_with(stage: Stage, hana: Case) -> None:
    old = a_review(hana, stage.amina, on=TODAY - timedelta(days=29))
    assert Review.closing_one_of(hana, TODAY) is None
    assert refusal(hana, stage, review=old) == "review"


def test_refuses_a_review_of_another_case(stage: Stage, hana: Case) -> None:
    other = a_review(a_case(stage, reference="HS-2"), stage.amina)
    assert refusal(hana, stage, review=other) == "review"


def test_an_open_pause_ends_with_the_case(stage: Stage, hana: Case) -> None:
    pause_case(case=hana, on=BEGAN, by=stage.amina)
    close(hana, stage.amina)
    assert Pause.objects.get().to_date == TODAY


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"on": BEGAN - timedelta(days=1)}, "on"), ({"reason": "bored"}, "reason")],
)
def test_refuses_what_can_not_be(
    stage: Stage, hana: Case, changed: dict[str, Any], field: str
) -> None:
    assert refusal(hana, stage, **changed) == field
    assert close(hana, stage.amina)


def test_refuses_a_day_in_the_future(stage: Stage, hana: Case) -> None:
    assert refusal(hana, stage, on=tomorrow(stage.amina)) == "on"


def test_who_waited_and_never_began_can_be_closed(stage: Stage, hana: Case) -> None:
    Case.objects.filter(pk=hana.pk).update(started_date=None)
    assert close(hana, stage.amina, reason="never-began")


def test_a_referral_is_declined_instead(stage: Stage, hana: Case) -> None:
    Case.objects.filter(pk=hana.pk).update(started_date=None, accepted_date=None)
    assert refusal(hana, stage) is None


def test_a_case_ends_once(stage: Stage, hana: Case) -> None:
    close(hana, stage.amina)
    with pytest.raises(Refused):
        close(hana, stage.amina)
    assert Ending.objects.count() == 1


def test_two_closings_at_the_same_time_are_one(
    stage: Stage, hana: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(hana, stage.amina)
    monkeypatch.setattr(Case, "ending", lambda _: None)
    with pytest.raises(Refused):
        close(hana, stage.amina)
    assert Ending.objects.count() == 1


def test_a_case_that_was_re_opened_can_end_again(stage: Stage, hana: Case) -> None:
    first = close(hana, stage.amina)
    re_open_case(case=hana, on=TODAY, by=stage.amina)
    assert close(hana, stage.amina).pk != first.pk


@pytest.mark.parametrize("name", ["gwen", "esi", "femi"])
def test_who_closes_no_cases_may_not(stage: Stage, hana: Case, name: str) -> None:
    with pytest.raises(NotAllowed):
        close(hana, stage.member(name))


def test_the_case_goes_on_when_its_event_can_not_be_written(
    stage: Stage, hana: Case, request: pytest.FixtureRequest
) -> None:
    review = a_review(hana, stage.amina)
    with pytest.raises(request.getfixturevalue("audit_fails")):
        close(hana, stage.amina, review=review)
    assert hana.ending() is None
    assert Review.of(hana).get().ending is None
