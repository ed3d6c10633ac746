from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from cors.audit.models import Event
from cors.cases.models import Case, Ending
from cors.contacts.tests.factories import FORM
from cors.plans.tests.factories import a_case, tomorrow
from cors.reviews.actions import prepare_review
from cors.reviews.models import Review
from cors.reviews.tests.factories import a_review, close
from tests.stage.personas import TODAY, Stage, browser_of

NOW = datetime(2026, 11, 23, 14, 20, tzinfo=UTC)
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


def test_both_ways_are_offered_the_look_back_first(stage: Stage, hana: Case) -> None:
    text = browser_of(stage.amina).get(page(hana)).content.decode()
    assert text.index("With a look back together") < text.index("Without a look back")
    assert f"{reverse('casefile:review', args=[hana.pk])}?close=1" in text
    a_review(hana, stage.amina)
    text = browser_of(stage.amina).get(page(hana)).content.decode()
    assert "Without a look back" not in text
    assert "That stands as the closing review." in text


def test_a_look_back_that_was_begun_is_offered_to_be_gone_on_with(stage: Stage, hana: Case) -> None:
    prepare_review(case=hana, answers={"client_words": ["Mine."]}, at=NOW, by=stage.ben)
    text = browser_of(stage.amina).get(page(hana)).content.decode()
    assert "Ben has filled in a part of it." in text
    assert "Go on with the look back" in text


def test_who_came_to_end_it_is_led_back_by_the_review(stage: Stage, hana: Case) -> None:
    browser, address = browser_of(stage.amina), reverse("casefile:review", args=[hana.pk])
    text = browser.get(f"{address}?close=1").content.decode()
    assert "After it, the support ends." in text
    sent = {"form_key": str(FORM), "on": TODAY.isoformat()}
    answer = browser.post(f"{address}?close=1", sent)
    assert answer.url == page(hana)  # type: ignore[attr-defined]
    browser.post(page(hana), SENT)
    assert Review.of(hana).get().ending == hana.ending()


def test_a_case_that_has_ended_leads_back_to_the_case(stage: Stage, hana: Case) -> None:
    close(hana, stage.amina)
    assert browser_of(stage.amina).get(page(hana)).status_code == 302


def test_one_that_was_ended_in_another_tab_says_so_and_keeps_the_words(
    stage: Stage, hana: Case
) -> None:
    close(hana, stage.ben)
    sent = SENT | {"no_review_reason": "She moved to Leeds.", "words": "Her own words."}
    answer = browser_of(stage.amina).post(page(hana), sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    for said in ("This case has ended already.", "She moved to Leeds.", "Her own words."):
        assert said in text
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
