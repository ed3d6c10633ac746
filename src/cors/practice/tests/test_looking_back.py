"""A look back: how each goal stands, what is decided, and what is said."""

from collections import Counter
from dataclasses import replace
from typing import Any

from cors.practice.course import CLIMB, STUCK
from cors.practice.life import Life
from cors.practice.looking_back import review
from cors.practice.pieces import anything
from cors.practice.tests.a_life import life, thread, told


def going_on(*, course: Any = CLIMB, seed: int = 1, goals: int = 1, ended: int = 10) -> Life:
    found = [thread(f"goal-{number}", course=course) for number in range(1, goals + 1)]
    for each in found:
        each.has_begun = True
    return life(*found, course=course, seed=seed, ended=ended)


def looked_back(one: Life, ago: int, *, closing: bool = False) -> dict[str, Any]:
    name = review(one, ago, closing=closing)
    found = {each["as"]: each for _, each in told(one, "review")}
    result: dict[str, Any] = found[name] if name else {}
    return result


def test_every_open_goal_is_looked_at_by_both() -> None:
    one = going_on(goals=2)
    one.threads[1].has_ended = True
    found = looked_back(one, 200, closing=True)
    assert set(found["goals"]) == {"goal-1"}
    assert {found["goals"]["goal-1"][each] for each in ("client", "worker")} <= set(range(11))


def test_without_an_open_goal_there_is_none() -> None:
    one = going_on()
    one.threads[0].has_ended = True
    assert looked_back(one, 200, closing=True) == {}
    assert one.days == []


def test_some_are_left_out_on_the_way_and_none_at_the_end() -> None:
    course = replace(CLIMB, asked_again=0.3)
    made = Counter(bool(looked_back(going_on(course=course, seed=n), 200)) for n in range(80))
    assert 30 < made[True] < 75
    assert all(looked_back(going_on(course=course, seed=n), 10, closing=True) for n in range(20))


def test_one_that_is_left_out_counts_too_for_when_the_next_is_due() -> None:
    for seed in range(20):
        one = going_on(seed=seed)
        review(one, 200)
        assert one.last_review == 100


def test_the_next_one_is_planned_on_the_way_and_not_at_the_end() -> None:
    found = next(each for each in (looked_back(going_on(seed=n), 200) for n in range(9)) if each)
    assert found["within"] == 84
    assert "within" not in looked_back(going_on(), 10, closing=True)


def test_what_is_reached_is_said_to_be_and_is_over() -> None:
    one = going_on()
    found = looked_back(one, 10, closing=True)
    assert found["goals"]["goal-1"]["decision"] == "reached"
    assert one.threads[0].has_ended


def test_the_only_goal_of_a_life_stays_open_on_the_way() -> None:
    for seed in range(20):
        one = going_on(seed=seed)
        found = looked_back(one, 10)
        assert not found or "decision" not in found["goals"]["goal-1"]
        assert not one.threads[0].has_ended


def test_one_of_two_may_be_reached_on_the_way_and_one_is_always_left() -> None:
    ended: Counter[int] = Counter()
    for seed in range(30):
        one = going_on(seed=seed, goals=2)
        review(one, 11)
        ended[sum(each.has_ended for each in one.threads)] += 1
    assert set(ended) == {0, 1}


def test_who_is_stuck_lets_one_of_two_go_now_and_then() -> None:
    decided: Counter[str] = Counter()
    for seed in range(60):
        found = looked_back(going_on(course=STUCK, seed=seed, goals=2), 150, closing=True)
        decided.update(each.get("decision", "keep") for each in found["goals"].values())
    assert decided["let-go"]
    assert decided["keep"] > decided["let-go"]
    assert "reached" not in decided


def test_says_what_fits_how_it_stands() -> None:
    assert looked_back(going_on(), 20, closing=True)["client_words"] == "It is mine."
    on_the_way = looked_back(going_on(), 280, closing=True)["client_words"]
    assert on_the_way in anything()["said_on_the_way"]
    hard = looked_back(going_on(course=STUCK), 280, closing=True)["client_words"]
    words = [
        each if isinstance(each, str) else each["words"] for each in anything()["said_when_hard"]
    ]
    assert hard in words


def test_what_nobody_said_is_left_out() -> None:
    one = going_on()
    one.threads[0].topic |= {"helped": [], "in_the_way": []}
    found = looked_back(one, 20, closing=True)
    assert {"what_helped", "in_the_way"}.isdisjoint(found)
    assert all(found.values())
