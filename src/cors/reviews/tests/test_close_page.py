from datetime import timedelta

import pytest
from django.urls import reverse

from cors.audit.models import Event
from cors.cases.models import Case, Ending
from cors.plans.tests.factories import a_case, tomorrow
from cors.reviews.models import Review
from cors.reviews.tests.factories import a_review, close
from tests.stage.personas import TODAY, Stage, browser_of

SENT = {"reason": "goals-reached", "on": TODAY}


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


def page(case: Case) -> str:
    return reverse("reviews:close", args=[case.pk])


def test_without_a_review_it_asks_why_and_offers_to_look_back(stage: Stage, hana: Case) -> None:
    browser = browser_of(stage.amina)
    assert "Look back together first" in browser.get(page(hana)).content.decode()
    assert set(browser.post(page(hana), SENT).context["form"].errors) == {"no_review_reason"}
    browser.post(page(hana), SENT | {"no_review_reason": "She moved to Leeds."})
    assert Ending.objects.get().no_review_reason == "She moved to Leeds."


def test_a_recent_review_stands_for_the_ending(stage: Stage, hana: Case) -> None:
    review = a_review(hana, stage.amina, on=TODAY - timedelta(days=2))
    browser = browser_of(stage.amina)
    assert "no_review_reason" not in browser.get(page(hana)).context["form"].fields
    answer = browser.post(page(hana), SENT)
    assert answer.url == reverse("casefile:case", args=[hana.pk])  # type: ignore[attr-defined]
    assert Review.of(hana).get(pk=review.pk).ending == hana.ending()


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(stage: Stage, hana: Case) -> None:
    a_review(hana, stage.amina)
    sent = SENT | {"on": tomorrow(stage.amina), "words": "Her own words."}
    answer = browser_of(stage.amina).post(page(hana), sent)
    assert answer.status_code == 422
    assert answer.context["form"].errors["on"]
    assert "Her own words." in answer.content.decode()


def test_a_case_that_has_ended_leads_back_to_the_case(stage: Stage, hana: Case) -> None:
    close(hana, stage.amina)
    for answer in (
        browser_of(stage.amina).get(page(hana)),
        browser_of(stage.amina).post(page(hana), SENT),
    ):
        assert answer.status_code == 302
    assert Ending.objects.count() == 1


def test_leaves_one_read_event(stage: Stage, hana: Case) -> None:
    browser_of(stage.amina).get(page(hana))
    assert Event.objects.get(kind="read").client_id == hana.client_id


@pytest.mark.parametrize(("name", "status"), [("olu", 404), ("gwen", 403), ("esi", 403)])
def test_strangers_find_nothing_and_others_may_not(
    stage: Stage, hana: Case, name: str, status: int
) -> None:
    assert browser_of(stage.member(name)).get(page(hana)).status_code == status
    assert browser_of(stage.member(name)).post(page(hana), SENT).status_code == status
    assert hana.ending() is None
