"""Today: one's own people, those worth a look first, and good news of the team."""

from datetime import timedelta
from typing import Any

import pytest

from cors.casefile.tests.factories import (
    a_case,
    a_goal,
    a_setback,
    a_step,
    a_success,
    page,
    sent,
    words,
)
from cors.caseload.cards import my_cards
from cors.cases.actions import assign_worker, end_pause, pause_case
from cors.plans.actions import get_back_on_track, rate_goal
from cors.reviews.actions import close_case
from tests.stage.personas import Stage, browser_of


def names(stage: Stage, who: str = "amina") -> list[str]:
    return [card.name for card in my_cards(stage.member(who))]


def seen_today(stage: Stage, case: Any) -> None:
    """Let somebody have been met today, so that nothing is due for them."""
    browser_of(stage.amina).post(f"/record/{case.pk}/", sent(stage.amina))


def test_the_most_pressing_reason_comes_first(stage: Stage) -> None:
    today = stage.organisation.today()
    fine, unseen, due, off = (a_case(stage, name) for name in ("Ana", "Bo", "Cy", "Di"))
    for case in (fine, unseen, due, off):
        a_goal(case, stage.amina)
    seen_today(stage, fine)
    a_step(due, stage.amina, "Ring the council", due_date=today)
    a_setback(off, stage.amina)
    assert names(stage) == ["Di", "Cy", "Bo", "Ana"]
    text = words(page(stage.amina, "/"))
    assert "3 of your 4 people, and why." in text
    assert "A step is due today: Ring the council" in text
    assert "Not seen for 2 months." in text


def test_a_rating_that_fell_twice_comes_right_after_a_setback(stage: Stage) -> None:
    today = stage.organisation.today()
    fell, due = a_case(stage, "Ana"), a_case(stage, "Bo")
    a_step(due, stage.amina, due_date=today)
    goal = a_goal(fell, stage.amina, rating=7)
    for days, value in ((9, 5), (2, 4)):
        rate_goal(goal=goal, value=value, on=today - timedelta(days=days), by=stage.amina)
    assert names(stage) == ["Ana", "Bo"]
    assert "The rating fell twice, 3 points." in words(page(stage.amina, "/"))


def test_shows_ones_own_open_cases_only(stage: Stage) -> None:
    today = stage.organisation.today()
    a_case(stage, "Own")
    a_case(stage, "Bens", by=stage.ben)
    over = a_case(stage, "Over")
    close_case(case=over, on=today, reason="goals-reached", by=stage.amina, no_review_reason="Left")
    assert (names(stage), names(stage, "ben"), names(stage, "olu")) == (["Own"], ["Bens"], [])


def test_a_colleague_who_helps_sees_the_person_too(stage: Stage) -> None:
    case = a_case(stage, "Own")
    assert names(stage, "ben") == []
    assign_worker(case=case, member=stage.ben, on=stage.organisation.today(), by=stage.carys)
    assert names(stage, "ben") == ["Own"]


def test_who_rests_is_not_called_overdue(stage: Stage) -> None:
    case, today = a_case(stage, "Ana", days=120), stage.organisation.today()
    a_goal(case, stage.amina)
    assert "Review due" in words(page(stage.amina, "/"))
    pause = pause_case(case=case, on=today - timedelta(days=30), by=stage.amina)
    text = words(page(stage.amina, "/"))
    assert "Support rests since" in text
    assert "Not seen for" not in text
    assert "Review due" not in text
    end_pause(pause=pause, on=today, by=stage.amina)
    assert "Support rests since" not in words(page(stage.amina, "/"))


def test_good_news_is_the_teams(stage: Stage) -> None:
    own, of_ben, of_olu = (
        a_case(stage, name, by=stage.member(who))
        for name, who in (("Ana", "amina"), ("Bo", "ben"), ("Cy", "olu"))
    )
    a_success(own, stage.amina, "Rang the agent.")
    a_success(of_ben, stage.ben, "Took the bus.")
    a_success(of_olu, stage.olu, "Wrote a letter.")
    text = words(page(stage.amina, "/"))
    assert "Ana: Rang the agent." in text
    assert "Bo: Took the bus." in text
    assert "Wrote a letter." not in text
    assert "Wrote a letter." in words(page(stage.olu, "/"))


def test_good_news_of_a_way_back_says_what_helped(stage: Stage) -> None:
    case, today = a_case(stage, "Ana", by=stage.ben), stage.organisation.today()
    setback = a_setback(case, stage.ben, on=today - timedelta(days=40))
    for number in range(6):
        a_success(case, stage.ben, f"Small one {number}.", on=today - timedelta(days=3))
    assert "is back on track" not in words(page(stage.amina, "/"))
    get_back_on_track(moment=setback, on=today, by=stage.ben, what_helped="her sister")
    text = words(page(stage.amina, "/"))
    assert "Ana is back on track after 6 weeks. What helped: her sister" in text


def test_news_of_last_month_is_no_news(stage: Stage) -> None:
    case, today = a_case(stage, "Ana", by=stage.ben), stage.organisation.today()
    a_success(case, stage.ben, "Long ago.", on=today - timedelta(days=8))
    assert "Long ago." not in page(stage.amina, "/")
    a_success(case, stage.ben, "This week.", on=today - timedelta(days=7))
    assert "This week." in page(stage.amina, "/")


def test_names_what_comes_up_and_leaves_away_what_is_far(stage: Stage) -> None:
    case, today = a_case(stage, "Ana", days=80), stage.organisation.today()
    for days, step in ((1, "Ring them"), (13, "Take the bus"), (15, "Far away")):
        a_step(case, stage.amina, step, due_date=today + timedelta(days=days))
    text = words(page(stage.amina, "/"))
    assert "Tomorrow, Ana: Ring them" in text
    assert "Ana: Take the bus" in text
    assert "Ana: review together" in text
    assert "Far away" not in text


def test_an_empty_page_offers_the_first_step(stage: Stage) -> None:
    text = words(page(stage.amina, "/"))
    assert "The people you work with will be here, with the reason to look first." in text
    assert "Find somebody" in text


@pytest.mark.parametrize(("who", "leads_to"), [("esi", "/figures/"), ("femi", "/me/")])
def test_who_sees_no_people_is_led_on(stage: Stage, who: str, leads_to: str) -> None:
    answer = browser_of(stage.member(who)).get("/")
    assert (answer.status_code, answer["Location"]) == (302, leads_to)
    assert browser_of(stage.member(who)).get(leads_to).status_code == 200
