"""A goal of a made-up life: how far it is, what is left, and which topics go together."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.practice.course import CLIMB, COURSES, STUCK
from cors.practice.deck import Deck
from cors.practice.pieces import people, topics
from cors.practice.tests.a_life import barrier, someone, thread, topic
from cors.practice.thread import choose_topics, draw_thread

PARTS = st.floats(min_value=0, max_value=1)


@pytest.mark.parametrize(
    ("begun", "ended", "is_open"), [(False, False, False), (True, False, True), (True, True, False)]
)
def test_is_open_between_its_beginning_and_its_end(
    *, begun: bool, ended: bool, is_open: bool
) -> None:
    goal = thread()
    goal.has_begun, goal.has_ended = begun, ended
    assert goal.is_open is is_open


@given(PARTS, st.floats(min_value=0, max_value=0.95))
def test_its_own_way_begins_where_it_was_set(part: float, set_at: float) -> None:
    goal = thread()
    goal.set_at = set_at
    assert goal.own(set_at) == 0
    assert goal.own(1) == pytest.approx(1)
    assert goal.own(part) >= 0
    if part <= set_at:
        assert goal.level(part) == goal.began


def test_one_that_is_set_on_the_last_day_has_no_way_behind_it() -> None:
    goal = thread()
    goal.set_at = 1.0
    assert goal.own(1.0) == 0
    assert goal.level(1.0) == goal.began


def test_a_dip_is_felt_until_it_is_over() -> None:
    goal = thread()
    before = goal.level(0.5)
    goal.dip = 2.0
    assert goal.level(0.5) == pytest.approx(before - 2)


@pytest.mark.parametrize(("part", "stage"), [(0.0, "early"), (0.4, "middle"), (1.0, "late")])
def test_notes_are_of_the_stage_it_has_come_to(part: float, stage: str) -> None:
    goal = thread()
    assert goal.stage(part) == goal.topic[stage]


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.name)
@given(part=PARTS, dip=st.sampled_from([0.0, 1.5, 2.5]), began=st.integers(0, 3))
def test_every_level_has_notes(course: Any, part: float, dip: float, began: int) -> None:
    goal = thread(course=course)
    goal.dip, goal.began = dip, began
    assert goal.stage(part)


def test_the_last_success_of_a_topic_comes_late() -> None:
    goal = thread()
    assert goal.successes(0) == ["First.", "Second."]
    assert goal.successes(1) == ["First.", "Second.", "Openly late."]


def test_outcomes_come_in_their_order_and_each_once() -> None:
    goal = thread()
    reached = [goal.due_outcome(part / 100) for part in range(101)]
    assert [each["type"] for each in reached if each] == ["settled-housing", "benefit-awarded"]
    assert goal.outcomes == []
    assert goal.due_outcome(1) is None


def test_none_is_due_at_the_beginning() -> None:
    assert thread().due_outcome(0) is None


@given(st.integers(min_value=1, max_value=4))
def test_who_climbs_reaches_all_and_who_is_stuck_none_of_a_few(number: int) -> None:
    outcomes = [{"type": str(each)} for each in range(number)]

    def reached(course: Any) -> int:
        goal = thread(course=course, outcomes=outcomes)
        return sum(goal.due_outcome(part / 50) is not None for part in range(51))

    assert reached(CLIMB) == number
    assert reached(STUCK) == 0


def test_nobody_is_given_a_goal_that_is_not_theirs() -> None:
    rng = Random(1)
    about = topic(goals=[{"words": "A kennel.", "needs": ["dog"]}])
    drawn = [
        draw_thread("goal-1", about, who, CLIMB, Deck(rng), rng)
        for who in (someone(), someone("dog"))
    ]
    assert drawn[0] is None
    assert drawn[1] is not None
    assert drawn[1].goal["words"] == "A kennel."


@given(st.integers())
def test_what_stands_in_the_way_is_of_this_goal_and_each_once(seed: int) -> None:
    rng = Random(seed)
    foreign = barrier("english") | {"needs": ["esl"]}
    own = barrier("debts") | {"needs": ["lent"]}
    about = topic(
        goals=[{"words": "A loan.", "tags": ["lent"]}],
        barriers=[foreign, own, barrier("no-deposit"), barrier("transport")],
    )
    drawn = draw_thread("goal-1", about, someone(), STUCK, Deck(rng), rng)
    assert drawn
    kinds = [each["type"] for each in drawn.barriers]
    assert len(set(kinds)) == len(kinds)
    assert set(kinds) <= {"debts", "no-deposit", "transport"}
    assert 1 <= len(kinds) <= 3
    assert drawn.began in range(4)
    assert drawn.tags == {"lent"}


def test_drawing_a_goal_leaves_the_topic_as_it_is() -> None:
    rng, about = Random(1), topic()
    drawn = draw_thread("goal-1", about, someone(), CLIMB, Deck(rng), rng)
    assert drawn
    drawn.outcomes.clear()
    drawn.barriers.clear()
    assert len(about["outcomes"]) == 2
    assert len(about["barriers"]) == 1


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=3))
def test_topics_of_one_life_go_together(seed: int, number: int) -> None:
    rng = Random(seed)
    deck, known = Deck(rng), topics()
    for who in people(rng)[:6]:
        chosen = choose_topics(known, who, number, deck)
        assert len(set(chosen)) == len(chosen) <= number
        for one in chosen:
            low, high = known[one]["ages"]
            assert low <= who.age <= high
            assert set(known[one].get("needs", [])) <= who.tags
            assert not set(known[one]["apart"]) & set(chosen)


def test_who_is_kept_apart_from_everything_else_has_one_topic() -> None:
    offered = {"door": topic(apart=["bus"]), "bus": topic()}
    deck = Deck(Random(1))
    assert choose_topics(offered, someone(), 3, deck, ["bus"]) == ["bus"]
    assert choose_topics(offered, someone(), 3, deck, ["door"]) == ["door"]


def test_what_only_few_can_come_for_is_told_more_often() -> None:
    offered = {"door": topic(), "bus": topic(), "kennel": topic(needs=["dog"])}
    rng = Random(2)
    chosen = [choose_topics(offered, someone("dog"), 1, Deck(rng))[0] for _ in range(300)]
    assert 0.55 < chosen.count("kennel") / 300 < 0.9
    assert "kennel" not in choose_topics(offered, someone(), 3, Deck(rng))
