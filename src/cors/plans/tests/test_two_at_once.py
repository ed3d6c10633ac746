"""Two people change one thing of a plan: nobody writes over what they have not seen."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from cors.cases.models import Case
from cors.core.errors import Changed
from cors.core.forms.seen import seen_of
from cors.plans.actions import (
    move_target,
    notice_barrier,
    reword_goal,
    say_what_it_blocks,
    set_goal,
)
from cors.plans.models import Barrier, Goal
from cors.plans.tests.factories import a_case
from tests.stage.personas import TODAY, Stage, browser_of

SOON, LATER = TODAY + timedelta(days=30), TODAY + timedelta(days=60)


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def a_goal(stage: Stage, case: Case, words: str) -> Goal:
    return set_goal(
        case=case, words=words, life_area="housing", on=TODAY, by=stage.amina, target_date=SOON
    )


@pytest.fixture
def goal(stage: Stage, case: Case) -> Goal:
    return a_goal(stage, case, "A door of my own")


@pytest.fixture
def barrier(stage: Stage, case: Case, goal: Goal) -> Barrier:
    return notice_barrier(
        case=case,
        type_key="insecure-housing",
        on=TODAY,
        by=stage.amina,
        words="The old rent",
        blocks=[goal],
    )


def sent_twice(stage: Stage, address: str, first: Any, second: Any) -> str:
    """Open a page in two windows, send both, and return what the second is shown."""
    ben, amina = browser_of(stage.ben), browser_of(stage.amina)
    seen = amina.get(address).context["form"].initial["seen"]
    assert ben.post(address, {**first, "seen": seen}).status_code == 302
    answer = amina.post(address, {**second, "seen": seen})
    assert answer.status_code == 422
    return unescape(answer.content.decode())


def test_a_day_hoped_for_is_not_moved_over_another(stage: Stage, goal: Goal) -> None:
    seen = seen_of({"target_date": SOON})
    move_target(goal=goal, target_date=LATER, on=TODAY, by=stage.ben, seen=seen)
    with pytest.raises(Changed):
        move_target(goal=goal, target_date=None, on=TODAY, by=stage.amina, seen=seen)
    assert Goal.objects.get(pk=goal.pk).target_date == LATER


def test_the_page_of_a_day_shows_both(stage: Stage, goal: Goal) -> None:
    far = LATER + timedelta(days=9)
    on = TODAY.isoformat()
    first = {"target_date": LATER.isoformat(), "on": on}
    page = sent_twice(
        stage, f"/goals/{goal.pk}/target/", first, {"target_date": far.isoformat(), "on": on}
    )
    assert LATER.isoformat() in page
    assert far.isoformat() in page


def test_words_are_not_put_over_words_that_were_not_seen(stage: Stage, goal: Goal) -> None:
    seen = seen_of({"words": "A door of my own"})
    reword_goal(goal=goal, words="A key and a door", on=TODAY, by=stage.ben, seen=seen)
    with pytest.raises(Changed):
        reword_goal(goal=goal, words="My place", on=TODAY, by=stage.amina, seen=seen)
    assert Goal.objects.get(pk=goal.pk).words == "A key and a door"


def test_the_page_of_words_shows_both_and_begins_empty(stage: Stage, goal: Goal) -> None:
    address, on = f"/goals/{goal.pk}/words/", TODAY.isoformat()
    assert browser_of(stage.amina).get(address).context["form"]["words"].value() == ""
    page = sent_twice(
        stage, address, {"words": "A key and a door", "on": on}, {"words": "My place", "on": on}
    )
    assert "A key and a door" in page
    assert "My place" in page
    assert Goal.objects.get(pk=goal.pk).words == "A key and a door"


def test_links_are_not_said_over_links_that_were_not_seen(
    stage: Stage, case: Case, goal: Goal, barrier: Barrier
) -> None:
    other, seen = a_goal(stage, case, "Sleep"), seen_of(barrier.links_in_words())
    say_what_it_blocks(barrier=barrier, blocks=[goal, other], by=stage.ben, seen=seen)
    with pytest.raises(Changed):
        say_what_it_blocks(barrier=barrier, blocks=[], by=stage.amina, seen=seen)
    held = Barrier.objects.get(pk=barrier.pk).blocked_goal_ids()
    assert set(held) == {goal.pk, other.pk}


def test_the_page_of_links_begins_with_those_there_are_and_shows_both(
    stage: Stage, case: Case, goal: Goal, barrier: Barrier
) -> None:
    other, address = a_goal(stage, case, "Sleep"), f"/barriers/{barrier.pk}/blocks/"
    form = browser_of(stage.amina).get(address).context["form"]
    assert form["blocks"].value() == [str(goal.pk)]
    page = sent_twice(stage, address, {"blocks": [str(other.pk)]}, {"blocks": []})
    assert "Sleep" in page
    assert Barrier.objects.get(pk=barrier.pk).blocked_goal_ids() == [other.pk]
