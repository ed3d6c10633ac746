"""The page of one measure over time: words first, and only for those who may plan."""

from datetime import timedelta
from typing import Any

import pytest

from cors.cases.actions import assign_worker
from cors.cases.models import Case
from cors.measures.tests.taking import phq, taken, words_of
from cors.plans.actions import start_intervention
from cors.plans.tests.factories import BEGAN, a_case
from tests.stage.personas import TODAY, Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def page_of(stage: Stage, case: Case, measure: str = "phq-9", who: str = "amina") -> Any:
    browser = browser_of(stage.member(who))
    return browser.get(f"/cases/{case.pk}/measures/{measure}/over-time/")


def take(stage: Stage, case: Case, *answers: int, weeks: int = 0, **changed: Any) -> None:
    on = (BEGAN + timedelta(weeks=weeks)).isoformat()
    taken(stage, case, phq(*answers, on=on, **changed))


def test_says_words_first_then_numbers_and_draws_them(stage: Stage, case: Case) -> None:
    take(stage, case, *[2] * 9)
    take(stage, case, *[1] * 9, weeks=2)
    answer = page_of(stage, case)
    said = words_of(answer)
    words, numbers = said.index("Better by more than chance"), said.index("From 18 to 9")
    assert words < numbers
    assert "Counted from the first score, 18" in said
    assert "Asked twice; always whole." in said
    assert "Between the dotted lines: what chance alone can do" in said
    assert answer.content.decode().count("<svg") >= 2


def test_what_two_raters_say_is_never_one_line(stage: Stage, case: Case) -> None:
    take(stage, case, *[2] * 9)
    take(stage, case, *[1] * 9, rater="worker")
    said = words_of(page_of(stage, case))
    assert said.count("One score so far.") >= 2
    assert "9 points apart. Both views stand side by side." in said
    assert "Better by more" not in said


def test_two_scores_before_the_work_are_one_baseline(stage: Stage, case: Case) -> None:
    take(stage, case, *[2] * 9)
    take(stage, case, *[1] * 9, weeks=1)
    on = BEGAN + timedelta(weeks=2)
    start_intervention(case=case, type_key="debt-advice", on=on, by=stage.amina)
    assert "Counted from 13.5, the mean of the two" in words_of(page_of(stage, case))


def test_no_mean_is_made_of_steps(stage: Stage, case: Case) -> None:
    for weeks, rung in ((0, 1), (1, 4)):
        sent = {"on": (BEGAN + timedelta(weeks=weeks)).isoformat(), "rater": "client"}
        taken(stage, case, sent | {"rung": str(rung)}, "ladder-housing")
    on = BEGAN + timedelta(weeks=2)
    start_intervention(case=case, type_key="debt-advice", on=on, by=stage.amina)
    said = words_of(page_of(stage, case, "ladder-housing"))
    assert "Counted from the first score, 1" in said
    assert "the mean of the two" not in said


def test_a_score_that_could_not_be_worked_out_is_no_zero(stage: Stage, case: Case) -> None:
    take(stage, case, 1)
    said = words_of(page_of(stage, case))
    assert "No score yet: too few questions were answered." in said
    assert "Too few answers for a score. This is not zero." in said


def test_a_measure_never_taken_says_so(stage: Stage, case: Case) -> None:
    assert "Nobody was asked yet." in words_of(page_of(stage, case))
    assert page_of(stage, case, "no-such").status_code == 404


def test_a_measure_with_several_numbers_shows_each(stage: Stage, case: Case) -> None:
    said = words_of(page_of(stage, case, "ons4"))
    assert said.count("Nobody was asked yet.") == 4


def test_who_only_helps_does_not_see_it(stage: Stage, case: Case) -> None:
    assign_worker(case=case, member=stage.gwen, on=TODAY, by=stage.carys)
    assert page_of(stage, case, who="gwen").status_code == 403
    assert page_of(stage, case, who="olu").status_code == 404


def test_the_case_page_says_it_in_brief_and_leads_there(stage: Stage, case: Case) -> None:
    take(stage, case, *[2] * 9)
    take(stage, case, *[1] * 9, weeks=2)
    take(stage, case, *[1] * 9, weeks=2, rater="worker")
    page = browser_of(stage.amina).get(f"/cases/{case.pk}/")
    said = words_of(page)
    assert "The person: Better by more than chance would explain." in said
    assert "The worker: One score so far." in said
    assert f"/cases/{case.pk}/measures/phq-9/over-time/" in page.content.decode()
