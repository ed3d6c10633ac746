"""How support ends: a reason that can be of this person, a look back where there is one."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from cors.catalogue.shipped import shipped
from cors.practice.course import CLIMB, COURSES, STUCK, WAVER
from cors.practice.ending import OLD, PLANNED, SILENCE, draw_ending, draw_reason, last_day_of_talk
from cors.practice.pieces import THIS_YEAR, anything
from cors.practice.tests.a_life import life, someone, thread, told

OFFICE = {"goals-reached", "lost-touch", "chose-to-stop", "moved-away", "died"}
AGED, YOUNGER = someone(born=THIS_YEAR - OLD), someone(born=THIS_YEAR - OLD + 1)


def reasons(course: Any, who: Any) -> set[str]:
    return {draw_reason(life(seed=seed, course=course, who=who, ended=9)) for seed in range(120)}


def test_only_the_old_die() -> None:
    assert "died" in reasons(WAVER, AGED)
    assert "died" not in reasons(WAVER, YOUNGER)


def test_only_who_was_in_prison_is_there_again() -> None:
    assert "in-custody" in reasons(STUCK, someone("prison"))
    assert "in-custody" not in reasons(STUCK, someone())


def test_leaving_a_reason_out_of_one_life_keeps_it_for_the_next() -> None:
    before = dict(WAVER.endings)
    reasons(WAVER, YOUNGER)
    assert WAVER.endings == before


def test_reasons_follow_their_weights() -> None:
    drawn = Counter(draw_reason(life(seed=seed, ended=9)) for seed in range(400))
    assert drawn["goals-reached"] > drawn["enough-for-now"] > drawn["agreed-time-over"] > 0


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
def test_every_reason_has_words_and_stands_in_the_catalogue(course: Any) -> None:
    assert set(course.endings) <= set(anything()["endings"])
    assert set(course.endings) <= set(shipped().ending_reasons)
    assert set(shipped().ending_reasons) >= PLANNED


@pytest.mark.parametrize(
    ("ended", "reason", "day"), [(30, "moved-away", 30), (30, "lost-touch", 69), (None, "", 1)]
)
def test_nobody_talks_with_who_does_not_answer(ended: int | None, reason: str, day: int) -> None:
    one = life(ended=ended)
    one.reason = reason
    assert last_day_of_talk(one) == day


def closed(reason: str, seed: int = 1, *, is_open: bool = True, began: int = 300) -> Any:
    goal = thread()
    goal.has_begun = is_open
    one = life(goal, seed=seed, ended=10, began=began, course=replace(CLIMB, asked_again=1.0))
    one.reason = reason
    draw_ending(one, 10)
    return one


def test_a_planned_end_looks_back_and_measures_first() -> None:
    one = next(
        each for each in (closed("goals-reached", n) for n in range(9)) if told(each, "review")
    )
    assert [next(key for key in day if key != "ago") for day in one.days] == [
        "measure", "review", "close",
    ]  # fmt: skip
    ((_, review),) = told(one, "review")
    ((_, closing),) = told(one, "close")
    assert closing["review"] == review["as"]
    assert "no_review_reason" not in closing
    assert "within" not in review


@pytest.mark.parametrize("reason", ["lost-touch", "chose-to-stop", "moved-away", "died"])
def test_an_end_that_nobody_planned_says_why_there_is_no_review(reason: str) -> None:
    one = closed(reason)
    ((ago, closing),) = told(one, "close")
    assert (ago, closing["reason"]) == (10, reason)
    assert closing["no_review_reason"]
    assert "review" not in closing
    assert told(one, "review") == []


def test_without_an_open_goal_there_is_nothing_to_look_back_on() -> None:
    ((_, closing),) = told(closed("goals-reached", is_open=False), "close")
    assert closing["no_review_reason"] == anything()["no_review"]["otherwise"]


def test_touch_is_lost_after_three_tries() -> None:
    tries = told(closed("lost-touch"), "contact")
    assert [ago for ago, _ in tries] == [10 + before for before in SILENCE]
    assert {each["result"] for _, each in tries} == {"no-answer"}
    assert len({each["note"] for _, each in tries}) == 3
    assert told(closed("moved-away"), "contact") == []


def test_nobody_is_looked_for_before_they_began() -> None:
    tries = told(closed("lost-touch", began=40), "contact")
    assert [ago for ago, _ in tries] == [31, 19]
