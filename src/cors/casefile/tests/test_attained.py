"""How far goals with five levels came: words first, and no number where nothing adds up."""

from typing import Any

import pytest

from cors.casefile.attained import Attained, attained, levels_now
from cors.casefile.tests.factories import a_case, a_goal, began, page, record_of, words
from cors.cases.models import Case
from cors.plans.actions import describe_levels, find_level
from cors.plans.models import AttainmentScale
from tests.stage.personas import Stage

LEVELS = {-2: "Never out", -1: "To the door", 0: "To the shop", 1: "To town", 2: "To the sea"}


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def a_scale(stage: Stage, case: Case, *found: int, weight: int = 1) -> AttainmentScale:
    goal, on = a_goal(case, stage.amina), began(case)
    given: dict[str, Any] = {"goal": goal, "levels": LEVELS, "weight": weight}
    scale = describe_levels(on=on, by=stage.amina, **given)
    for level in found:
        find_level(scale=scale, level=level, on=on, by=stage.amina)
    return scale


def said(stage: Stage, case: Case) -> str:
    return words(page(stage.amina, f"/cases/{case.pk}/"))


def test_says_nothing_where_no_goal_has_levels(stage: Stage, case: Case) -> None:
    a_goal(case, stage.amina)
    assert attained(record_of(case, stage.amina)) is None
    assert "five levels" not in said(stage, case)


def test_says_in_words_how_far_the_plan_came_and_where_it_began(stage: Stage, case: Case) -> None:
    scale = a_scale(stage, case, -1, 0)
    found = attained(record_of(case, stage.amina))
    assert found == Attained("About as hoped", "50", "less than hoped, 40")
    assert levels_now(record_of(case, stage.amina)) == {scale.goal_id: "As expected: To the shop"}
    shown = said(stage, case)
    assert "Of five levels: As expected: To the shop" in shown
    assert "About as hoped (50) , at first less than hoped, 40" in shown


def test_says_that_no_level_was_found_yet(stage: Stage, case: Case) -> None:
    scale = a_scale(stage, case)
    shown = said(stage, case)
    assert "No goal was found at one of its levels yet" in shown
    assert "Of five levels: Not looked at yet" in shown
    assert "(50)" not in shown
    find_level(scale=scale, level=0, on=began(case), by=stage.amina)
    assert "(50)" in said(stage, case)


def test_goals_that_weigh_nothing_are_not_as_hoped(stage: Stage, case: Case) -> None:
    a_scale(stage, case, 2, weight=0)
    shown = said(stage, case)
    assert "Could not be worked out. All goals found at a level weigh 0." in shown
    assert "(50)" not in shown


def test_says_over_how_many_goals_it_was_worked_out(stage: Stage, case: Case) -> None:
    a_scale(stage, case, 1)
    a_scale(stage, case)
    found = attained(record_of(case, stage.amina))
    assert found
    assert found.counted.startswith("1 of 2 goals with levels;")
    assert found.sentence == "More than hoped"
    assert found.then == ""


def test_who_only_helps_sees_the_levels_of_the_goals(stage: Stage, case: Case) -> None:
    a_scale(stage, case, 0)
    assert levels_now(record_of(case, stage.gwen)) == levels_now(record_of(case, stage.amina))
