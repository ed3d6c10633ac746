"""Choosing and taking a measure: with questions or by its total, once, by those who may."""

from typing import Any
from uuid import uuid4

import pytest

from cors.access.scope import within
from cors.audit.models import Event
from cors.cases.actions import assign_worker
from cors.cases.models import Case
from cors.catalogue.actions import declare_noncommercial, switch_entry
from cors.catalogue.shipped import shipped
from cors.core.errors import Refused
from cors.measures.actions import record_assessment
from cors.measures.models import Assessment, Response, Score
from cors.measures.tests.taking import ITEMS, PHQ_9, address, phq, send, taken, total, words_of
from cors.plans.tests.factories import BEGAN, a_case, ended, tomorrow
from tests.stage.personas import TODAY, Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def test_offers_the_measures_that_are_in_use(stage: Stage, case: Case) -> None:
    page = browser_of(stage.amina).get(f"/cases/{case.pk}/measures/")
    words = words_of(page)
    assert f'href="{address(case)}"' in page.content.decode()
    assert f"PHQ-9 {PHQ_9.name}" in words
    assert "Type the total from the sheet." in words
    switch_entry(kind="measure", key="phq-9", is_on=False, by=stage.dev)
    assert "PHQ-9" not in words_of(browser_of(stage.amina).get(f"/cases/{case.pk}/measures/"))


def test_shows_the_questions_with_nothing_chosen(stage: Stage, case: Case) -> None:
    page = browser_of(stage.amina).get(address(case))
    html, words = page.content.decode(), words_of(page)
    for item in PHQ_9.items:
        assert item.text in words
    assert PHQ_9.intro in words
    assert PHQ_9.licence.attribution in words
    assert words.count("I would rather not say") == len(ITEMS)
    assert html.count(" checked") == 1  # who answers: the person


def test_takes_all_answers_and_goes_on_to_the_result(stage: Stage, case: Case) -> None:
    found = taken(stage, case, phq(3, 2, 1, 0, 1, 1, 1, 1, 0))
    assert found.scores() == {"total": 10.0}
    assert (found.case_id, found.measure, found.rater) == (case.pk, "phq-9", "client")
    assert Response.objects.filter(value__isnull=False).count() == 9


def test_fills_two_skipped_answers_in_and_no_third(stage: Stage, case: Case) -> None:
    two = taken(stage, case, phq(2, 2, None, 2, 1, 1, None, 1, 1))
    assert two.scores() == {"total": 13.0}  # 10 over 7 answers, times 9 is 12.86
    assert Score.objects.get().pro_rated
    three = taken(stage, case, phq(2, 2, None, 2, 1, None, None, 1, 1))
    assert three.scores() == {}


def test_keeps_what_somebody_would_rather_not_say(stage: Stage, case: Case) -> None:
    taken(stage, case, phq(1, 1, 1, 1, 1, 1, 1, 1, "declined"))
    row = Response.objects.get(declined=True)
    assert (row.item, row.value) == (ITEMS[-1], None)


def test_keeps_that_somebody_would_rather_say_nothing_at_all(stage: Stage, case: Case) -> None:
    found = taken(stage, case, phq(*["declined"] * 9))
    assert (found.scores(), found.risk) == ({}, False)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (phq(), "Answer at least one question, or leave this for another day."),
        (phq(4), "Choose one of those shown"),
        (phq(1, on="soon"), "Write the day like 24 11 2026"),
        (phq(1, on="2020-01-01"), "before"),
        (phq(1, rater=""), "Who answers?"),
    ],
)
def test_says_what_is_to_be_mended_and_keeps_what_was_chosen(
    stage: Stage, case: Case, data: dict[str, Any], sentence: str
) -> None:
    answer = send(stage, case, data | {ITEMS[1]: "" if sentence.startswith("Answer") else "2"})
    assert answer.status_code == 422
    assert sentence in words_of(answer)
    assert not Assessment.objects.exists()
    if not sentence.startswith("Answer"):
        assert answer.context["form"][ITEMS[1]].value() == "2"


def test_refuses_a_day_to_come(stage: Stage, case: Case) -> None:
    answer = send(stage, case, phq(1, 1, on=tomorrow(stage.amina).isoformat()))
    assert answer.status_code == 422
    assert "on" in answer.context["form"].errors


def test_takes_a_total_where_the_questions_may_not_be_shown(stage: Stage, case: Case) -> None:
    page = words_of(browser_of(stage.amina).get(address(case, "bdi-ii")))
    assert "Total, from 0 to 63" in page
    found = taken(stage, case, total("29"), "bdi-ii")
    assert (found.is_reported, found.scores()) == (True, {"total": 29.0})
    comma = taken(stage, case, total("21,54"), "swemwbs-total")
    assert comma.scores() == {"total": 21.54}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("many", "Write the total as a number, like 14"),
        ("nan", "Write the total as a number, like 14"),
        ("inf", "Write the total as a number, like 14"),
        ("", "Type the total from the sheet"),
        ("64", "Write a number from 0 to 63: BDI-II can't be 64."),
        ("-1", "Write a number from 0 to 63: BDI-II can't be -1."),
        ("14,5", "Write a whole number: BDI-II can't be 14.5."),
    ],
)
def test_says_what_a_total_can_be(stage: Stage, case: Case, typed: str, sentence: str) -> None:
    answer = send(stage, case, total(typed), "bdi-ii")
    assert answer.status_code == 422
    assert sentence in words_of(answer)
    assert answer.context["form"]["score"].value() == typed
    assert not Assessment.objects.exists()


def test_a_form_sent_twice_is_one_measure(stage: Stage, case: Case) -> None:
    form = browser_of(stage.amina).get(address(case)).context["form"]
    data = phq(*[1] * 9, form_key=str(form["form_key"].value()))
    first, again = taken(stage, case, data), taken(stage, case, data)
    assert first == again
    assert Assessment.objects.count() == 1
    fresh = browser_of(stage.amina).get(address(case)).context["form"]
    taken(stage, case, data | {"form_key": str(fresh["form_key"].value())})
    assert Assessment.objects.count() == 2


def test_the_same_key_in_another_case_is_asked_about_and_not_lost(stage: Stage, case: Case) -> None:
    other = a_case(stage, name="Ole Berg", reference="HS-2")
    data = phq(*[1] * 9, form_key=str(uuid4()))
    assert taken(stage, case, data).case_id == case.pk
    again = send(stage, other, data)
    assert again.status_code == 409
    assert "Save this too" in words_of(again)
    assert list(Assessment.objects.values_list("case", flat=True)) == [case.pk]


def test_asks_again_after_the_support_has_ended(stage: Stage, case: Case) -> None:
    assert taken(stage, ended(case), phq(*[1] * 9, on=TODAY.isoformat())).scores()


def test_refuses_where_the_referral_was_declined(stage: Stage, case: Case) -> None:
    Case.objects.update(started_date=None, accepted_date=None, declined_date=TODAY)
    answer = send(stage, case, phq(*[1] * 9))
    assert answer.status_code == 422
    assert "This referral was declined" in words_of(answer)


PAGES = ["measures/", "measures/phq-9/"]


@pytest.mark.parametrize("page", PAGES)
def test_is_for_those_who_take_measures(stage: Stage, case: Case, page: str) -> None:
    assign_worker(case=case, member=stage.gwen, on=TODAY, by=stage.carys)
    for who, status in {"amina": 200, "ben": 200, "dev": 200, "gwen": 403, "esi": 403}.items():
        found = browser_of(stage.member(who)).get(f"/cases/{case.pk}/{page}")
        assert found.status_code == status, who
    refused = browser_of(stage.gwen).post(address(case), phq(*[1] * 9))
    assert refused.status_code == 403
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("page", PAGES)
def test_a_foreign_and_an_unknown_case_are_the_same(
    stage: Stage, elsewhere: Stage, case: Case, page: str
) -> None:
    with within(elsewhere.organisation.pk, user=elsewhere.amina.user_id):
        theirs = a_case(elsewhere)
    for who, pk in (("amina", theirs.pk), ("amina", uuid4()), ("olu", case.pk)):
        answer = browser_of(stage.member(who)).get(f"/cases/{pk}/{page}")
        assert answer.status_code == 404
    assert browser_of(stage.olu).post(address(case), phq(*[1] * 9)).status_code == 404


@pytest.mark.parametrize("measure", ["tea-leaves", "housing", "bdi-ii"])
def test_a_measure_that_is_not_in_use_is_not_found(stage: Stage, case: Case, measure: str) -> None:
    switch_entry(kind="measure", key="bdi-ii", is_on=False, by=stage.dev)
    assert browser_of(stage.amina).get(address(case, measure)).status_code == 404
    assert send(stage, case, total("12"), measure).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_writes_down_who_was_read(stage: Stage, case: Case, page: str) -> None:
    browser_of(stage.amina).get(f"/cases/{case.pk}/{page}")
    event = Event.objects.get(kind="read")
    assert (event.client_id, event.actor_id) == (case.client_id, stage.amina.user_id)


@pytest.mark.parametrize("key", ["core-10", "who-5", "audit", "gse", "dudit", "dast-10"])
def test_the_line_that_the_owner_asks_for_stands_on_the_form(
    stage: Stage, case: Case, key: str
) -> None:
    browser = browser_of(stage.amina)
    assert browser.get(address(case, key)).status_code == 404
    declare_noncommercial(on=TODAY, by=stage.dev)
    page = browser.get(address(case, key))
    assert shipped().measures[key].licence.attribution in words_of(page)


def test_a_measure_not_for_profit_is_refused_until_it_is_declared(stage: Stage, case: Case) -> None:
    def take() -> object:
        answers = dict.fromkeys([item.key for item in shipped().measures["who-5"].items], 3)
        return record_assessment(
            case=case, measure="who-5", on=BEGAN, by=stage.amina, answers=answers
        )

    with pytest.raises(Refused, match="only for who makes no profit"):
        take()
    declare_noncommercial(on=TODAY, by=stage.dev)
    assert take()


def test_slots_without_words_are_neither_offered_nor_taken(stage: Stage, case: Case) -> None:
    declare_noncommercial(on=TODAY, by=stage.dev)
    offered = words_of(browser_of(stage.amina).get(f"/cases/{case.pk}/measures/"))
    assert "Kessler" in offered
    assert "Not validated" in offered
    assert "Treatment Outcomes Profile" not in offered
    assert browser_of(stage.amina).get(address(case, "top")).status_code == 404
    with pytest.raises(Refused, match="wording of TOP is not loaded"):
        record_assessment(case=case, measure="top", on=BEGAN, by=stage.amina, answers={})
