"""What came of a measure: in words at once, with the care that an answer asks for."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from cors.access.scope import within
from cors.audit.models import Event
from cors.cases.actions import assign_worker
from cors.cases.models import Case
from cors.catalogue.schema.measure import Basis, MeasureDefinition, RiskRule
from cors.measures import result
from cors.measures.models import Assessment
from cors.measures.tests.taking import CARE, ITEMS, LATER, PHQ_9, phq, taken, total, words_of
from cors.plans.tests.factories import a_case
from tests.stage.personas import TODAY, Stage, browser_of

URGENT = "Act on this today."


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def page_of(stage: Stage, assessment: Assessment) -> str:
    return words_of(browser_of(stage.amina).get(f"/measures/{assessment.pk}/"))


def known_as(monkeypatch: pytest.MonkeyPatch, definition: MeasureDefinition | None) -> None:
    """Let the result rest on this definition."""

    class Known:
        def entry(self, kind: str, key: str) -> Any:
            return definition

    monkeypatch.setattr(result, "catalogue_of", lambda _: Known())


def with_score(**changed: Any) -> MeasureDefinition:
    return replace(PHQ_9, scores=(replace(PHQ_9.scores[0], **changed),))


def test_says_the_score_and_what_it_means(stage: Stage, case: Case) -> None:
    words = page_of(stage, taken(stage, case, phq(3, 2, 1, 0, 1, 1, 1, 1, 0)))
    assert "Total 10 0 to 27, lower is better Moderate (Kroenke 2001)" in words
    assert URGENT not in words
    assert "than at first" not in words


def test_says_that_words_for_a_score_were_not_checked(
    stage: Stage, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    bands = tuple(replace(each, verified=False) for each in PHQ_9.scores[0].bands)
    found = taken(stage, case, phq(*[1] * 9))
    known_as(monkeypatch, with_score(bands=bands))
    assert "Mild (Kroenke 2001, not yet checked against its source)" in page_of(stage, found)


def test_too_few_answers_do_not_look_like_zero(stage: Stage, case: Case) -> None:
    words = page_of(stage, taken(stage, case, phq(1)))
    assert "Could not be worked out Too few questions were answered. This is not zero." in words
    assert "(Kroenke 2001)" not in words
    zero = page_of(stage, taken(stage, case, phq(*[0] * 9)))
    assert "Total 0 0 to 27" in zero


@pytest.mark.parametrize("answers", [(0, 0, 0, 0, 0, 0, 0, 0, 1), (*[None] * 8, 3), [3] * 9])
def test_says_what_an_answer_asks_for_whatever_the_total(
    stage: Stage, case: Case, answers: Any
) -> None:
    words = page_of(stage, taken(stage, case, phq(*answers)))
    assert f"{URGENT} {CARE}" in words


@pytest.mark.parametrize("last", [0, None, "declined"])
def test_raises_no_alarm_for_no_such_answer(stage: Stage, case: Case, last: Any) -> None:
    assert URGENT not in page_of(stage, taken(stage, case, phq(*[3] * 8, last)))


def test_names_only_the_answers_that_ask_for_care(
    stage: Stage, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = taken(stage, case, phq(0, 0, 0, 0, 0, 0, 0, 0, 1))
    other = RiskRule(item=ITEMS[0], above=0, says="Ask about interest.")
    known_as(monkeypatch, replace(PHQ_9, risk_rules=(other, *PHQ_9.risk_rules)))
    assert "Ask about interest." not in page_of(stage, found)
    assert CARE in page_of(stage, found)
    known_as(monkeypatch, replace(PHQ_9, risk_rules=(other,)))
    assert "Ask about interest." in page_of(stage, found)  # rather too much than nothing


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([2] * 9, "The same as at first."),
        ([1] * 9, "9 points better than at first, more than chance (from 6 points)."),
        ([2] * 6 + [0] * 3, "6 points better than at first, more than chance (from 6 points)."),
        (
            [2] * 8 + [1],
            "1 point better than at first, within what chance alone can do (from 6 points).",
        ),
        ([3] * 9, "9 points worse than at first, more than chance (from 6 points)."),
    ],
)
def test_says_how_far_it_is_from_the_first(
    stage: Stage, case: Case, answers: list[int], said: str
) -> None:
    taken(stage, case, phq(*[2] * 9))
    assert said in page_of(stage, taken(stage, case, phq(*answers, on=LATER.isoformat())))


def test_a_limit_that_was_computed_must_be_passed(
    stage: Stage, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(stage, case, phq(*[2] * 9))
    found = taken(stage, case, phq(*[2] * 6, 0, 0, 0, on=LATER.isoformat()))
    needed = replace(PHQ_9.scores[0].reliable_change[0], basis=Basis.COMPUTED, verified=False)
    known_as(monkeypatch, with_score(reliable_change=(needed,)))
    said = "within what chance alone can do (from 6 points; this limit was not yet checked against"
    assert f"6 points better than at first, {said} its source)" in page_of(stage, found)


def test_speaks_of_no_change_where_a_score_is_too_rough_for_one_person(
    stage: Stage, case: Case
) -> None:
    data = {"rater": "client", "satisfied": "3", "worthwhile": "3", "happy": "3", "anxious": "9"}
    for on, satisfied in ((LATER, "3"), (TODAY, "8")):
        found = taken(stage, case, data | {"on": on.isoformat(), "satisfied": satisfied}, "ons4")
    words = page_of(stage, found)
    assert "5 points better than at first." in words
    assert words.count("at first") == 2  # satisfied and worthwhile, neither happy nor anxious


def test_holds_only_like_against_like(stage: Stage, case: Case) -> None:
    taken(stage, case, phq(*[0] * 9, rater="worker"))
    taken(stage, case, total("9"), "bdi-ii")
    taken(stage, case, phq(1))  # no score came of it
    old = taken(stage, case, phq(*[0] * 9))
    Assessment.objects.filter(pk=old.pk).update(version="0")
    first = taken(stage, case, phq(*[2] * 9))
    assert "at first" not in page_of(stage, first)
    later = taken(stage, case, phq(*[1] * 9, on=LATER.isoformat()))
    assert "9 points better than at first" in page_of(stage, later)


def test_the_first_of_a_day_stays_the_first(stage: Stage, case: Case) -> None:
    first, second = taken(stage, case, phq(*[2] * 9)), taken(stage, case, phq(*[1] * 9))
    assert "at first" not in page_of(stage, first)
    assert "9 points better than at first" in page_of(stage, second)


def test_shows_a_total_as_it_was_typed(stage: Stage, case: Case) -> None:
    words = page_of(stage, taken(stage, case, total("21,5"), "swemwbs-total"))
    assert "21.5 7 to 35, higher is better" in words


def test_opens_though_the_measure_is_known_no_more(
    stage: Stage, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = taken(stage, case, phq(*[3] * 9))
    known_as(monkeypatch, None)
    assert browser_of(stage.amina).get(f"/measures/{found.pk}/").status_code == 200


def test_takes_a_mistake_back_and_says_so(stage: Stage, case: Case) -> None:
    found, browser = taken(stage, case, phq(*[3] * 9)), browser_of(stage.amina)
    answer = browser.post(f"/measures/{found.pk}/withdraw/")
    assert answer["Location"] == f"/cases/{case.pk}/"
    assert list(Assessment.of(case)) == []
    words = page_of(stage, found)
    assert "This was a mistake and was taken back on" in words
    for gone in ("Total 27", URGENT, "take it back"):
        assert gone not in words


def test_says_that_it_was_taken_back_already(stage: Stage, case: Case) -> None:
    found, browser = taken(stage, case, phq(*[3] * 9)), browser_of(stage.amina)
    for _ in range(2):
        answer = browser.post(f"/measures/{found.pk}/withdraw/", follow=True)
        assert answer.status_code == 200
    assert "This was taken back already." in words_of(answer)
    assert Event.objects.filter(verb="withdraw_assessment").count() == 1


def test_taking_back_is_pressed_not_opened(stage: Stage, case: Case) -> None:
    found = taken(stage, case, phq(*[1] * 9))
    assert browser_of(stage.amina).get(f"/measures/{found.pk}/withdraw/").status_code == 405
    assert Assessment.objects.get().withdrawn_at is None


def test_is_for_those_who_take_measures(stage: Stage, case: Case) -> None:
    found = taken(stage, case, phq(*[1] * 9))
    assign_worker(case=case, member=stage.gwen, on=TODAY, by=stage.carys)
    answers = {"ben": 200, "carys": 200, "gwen": 403, "esi": 403, "femi": 403, "olu": 404}
    for who, status in answers.items():
        browser = browser_of(stage.member(who))
        assert browser.get(f"/measures/{found.pk}/").status_code == status, who
        if status > 400:
            assert browser.post(f"/measures/{found.pk}/withdraw/").status_code == status, who
    assert Assessment.objects.get().withdrawn_at is None


def test_a_foreign_and_an_unknown_measure_are_the_same(
    stage: Stage, elsewhere: Stage, case: Case
) -> None:
    with within(elsewhere.organisation.pk, user=elsewhere.amina.user_id):
        theirs = taken(elsewhere, a_case(elsewhere), phq(*[1] * 9))
    for pk in (theirs.pk, uuid4()):
        browser = browser_of(stage.amina)
        assert browser.get(f"/measures/{pk}/").status_code == 404
        assert browser.post(f"/measures/{pk}/withdraw/").status_code == 404


def test_writes_down_who_was_read(stage: Stage, case: Case) -> None:
    found = taken(stage, case, phq(*[1] * 9))
    page_of(stage, found)
    event = Event.objects.get(kind="read", verb="measure_result")
    assert event.client_id == case.client_id
