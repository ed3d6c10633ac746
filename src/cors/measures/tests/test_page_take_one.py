"""One question a page: skipped, gone back to, handed over and back, saved once at the end."""

from typing import Any
from uuid import uuid4

import pytest

from cors.cases.models import Case
from cors.catalogue.shipped import shipped
from cors.clients.models import Alert
from cors.measures.models import Assessment
from cors.measures.tests.taking import ITEMS, PHQ_9, address, words_of
from cors.plans.tests.factories import BEGAN, a_case
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


class Taking:
    """Somebody who goes through the questions as the pages lead."""

    def __init__(self, stage: Stage, case: Case, who: str = "amina") -> None:
        self.browser = browser_of(stage.member(who))
        self.address = address(case) + "one-by-one/"
        self.page = self.browser.get(self.address)

    def go(self, how: str = "next", **said: str) -> Any:
        """Send what the page carries and shows, with what is said on it."""
        shown = self.page.context
        form = {"place": str(shown["place"]), "go": how, "form_key": str(self.key), **said}
        self.page = self.browser.post(self.address, form | dict(shown["carried"]) | said)
        return self.page

    @property
    def key(self) -> Any:
        return self.page.context["form"]["form_key"].value()

    def answer(self, *values: int | str | None) -> None:
        """Answer question after question; None goes on without an answer."""
        for key, value in zip(ITEMS, values, strict=False):
            self.go(**({} if value is None else {key: str(value)}))

    def save(self, **said: str) -> Any:
        """Send the last page as it stands, but for what is said."""
        form = self.page.context["form"]
        shown = {"on": str(form["on"].value()), "rater": str(form["rater"].value())}
        return self.go("save", **shown | said)


def test_shows_one_question_and_no_name(stage: Stage, case: Case) -> None:
    taking = Taking(stage, case)
    said = words_of(taking.page)
    assert "Question 1 of 9" in said
    assert PHQ_9.items[0].text in said
    assert PHQ_9.items[1].text not in said
    assert PHQ_9.licence.attribution in said
    assert case.client.called not in said


def test_nine_answers_are_saved_at_the_end_and_not_before(stage: Stage, case: Case) -> None:
    taking = Taking(stage, case)
    taking.answer(3, 2, 1, 0, 1, 1, 1, 1, 0)
    assert "Hand it back now" in words_of(taking.page)
    assert not Assessment.objects.exists()
    answer = taking.save()
    found = Assessment.objects.get()
    assert answer["Location"] == f"/measures/{found.pk}/"
    today = stage.organisation.today()
    assert (found.scores(), found.happened_date) == ({"total": 10.0}, today)
    assert found.rater == "client"


def test_the_worker_says_at_the_end_of_which_day_it_was(stage: Stage, case: Case) -> None:
    taking = Taking(stage, case)
    taking.answer(1, 1, 1, 1, 1, 1, 1, 1, 0)
    taking.go("back")
    taking.go("next")
    taking.save(on=BEGAN.isoformat(), rater="worker")
    found = Assessment.objects.get()
    assert (found.happened_date, found.rater) == (BEGAN, "worker")


def test_every_question_can_be_skipped_but_not_all(stage: Stage, case: Case) -> None:
    taking = Taking(stage, case)
    taking.answer(*[None] * 9)
    answer = taking.save()
    assert (answer.status_code, Assessment.objects.count()) == (422, 0)
    assert "Answer at least one question" in words_of(answer)
    assert "That was the last question" in words_of(answer)


def test_going_back_keeps_what_was_answered(stage: Stage, case: Case) -> None:
    taking = Taking(stage, case)
    taking.answer(3, 2)
    taking.go("back")
    assert taking.page.context["question"].value() == "2"
    taking.go("back")
    assert taking.page.context["question"].value() == "3"
    assert "Back" not in words_of(taking.page).split("Next")[1].split(PHQ_9.licence.attribution)[0]
    taking.answer(1, None, 1, 1, 1, 1, 1, 1, 0)
    taking.save()
    assert Assessment.objects.get().answers()[ITEMS[0]] == 1


def test_an_answer_that_is_none_leads_back_to_its_question(stage: Stage, case: Case) -> None:
    taking = Taking(stage, case)
    taking.answer(1, 7, 1, 1, 1, 1, 1, 1, 0)
    answer = taking.save()
    assert (answer.status_code, answer.context["place"]) == (422, 2)
    assert not Assessment.objects.exists()


@pytest.mark.parametrize(("place", "shown"), [("0", 1), ("-5", 1), ("99", 10), ("x", 1), ("", 1)])
def test_a_place_that_is_none_is_the_nearest(
    stage: Stage, case: Case, place: str, shown: int
) -> None:
    taking = Taking(stage, case)
    answer = taking.browser.post(taking.address, {"place": place})
    assert answer.context["place"] == shown


def test_saved_twice_is_one_measure(stage: Stage, case: Case) -> None:
    taking, key = Taking(stage, case), str(uuid4())
    taking.answer(1, 1, 1, 1, 1, 1, 1, 1, 0)
    end = taking.page
    for _ in range(2):
        taking.page = end
        assert taking.save(form_key=key).status_code == 302
    assert Assessment.objects.count() == 1


def test_a_risk_answer_asks_for_care_at_the_end(stage: Stage, case: Case) -> None:
    taking = Taking(stage, case)
    taking.answer(0, 0, 0, 0, 0, 0, 0, 0, 2)
    answer = taking.save()
    assert PHQ_9.risk_rules[0].says in words_of(taking.browser.get(answer["Location"]))
    assert Alert.of_safety(case.client)


def test_a_measure_without_questions_is_taken_by_its_total(stage: Stage, case: Case) -> None:
    browser = browser_of(stage.amina)
    total = next(each for each in shipped().measures.values() if each.score_only)
    answer = browser.get(f"/cases/{case.pk}/measures/{total.key}/one-by-one/")
    assert (answer.status_code, answer["Location"]) == (302, address(case, total.key))


@pytest.mark.parametrize(("who", "code"), [("olu", 404), ("gwen", 403), ("esi", 403)])
def test_is_for_those_who_measure_here(stage: Stage, case: Case, who: str, code: int) -> None:
    assert Taking(stage, case, who).page.status_code == code
