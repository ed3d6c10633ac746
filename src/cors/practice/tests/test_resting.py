"""A life may rest, and somebody may come back within weeks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cors.practice import resting
from cors.practice.course import WAVER
from cors.practice.life import Life
from cors.practice.resting import LEFT_OPEN, LONG_ENOUGH, draw_rest, draw_return, rests
from cors.practice.tests.a_life import life, thread, told

OPEN_CHECK = replace(WAVER, asked_again=1.0)


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every life rest that may."""
    monkeypatch.setattr(resting, "SELDOM", 1.0)


def drawn(**about: Any) -> Iterator[Life]:
    for seed in range(80):
        one = life(seed=seed, **about)
        draw_rest(one)
        yield one


@pytest.mark.usefixtures("always")
def test_a_rest_that_is_over_lies_within_the_support() -> None:
    for one in drawn(began=300, ended=40):
        ((first, words),) = told(one, "pause")
        ((again, name),) = told(one, "go_on")
        assert 300 > first > again > 40
        assert name == words["as"] == "rest"
        assert words["words"]


@pytest.mark.usefixtures("always")
def test_a_case_that_goes_on_may_rest_still() -> None:
    found = list(drawn(began=300))
    still = [one for one in found if not told(one, "go_on")]
    assert 20 < len(still) < 60
    assert all(6 <= told(one, "pause")[0][0] <= 25 for one in still)


@pytest.mark.usefixtures("always")
def test_support_rests_only_after_a_while() -> None:
    short = drawn(began=LONG_ENOUGH + 39, ended=40)
    assert not [one for one in short if one.days or one.rest]
    assert all(one.rest for one in drawn(began=LONG_ENOUGH + 40, ended=40))


def test_a_rest_is_seldom() -> None:
    assert 0 < sum(bool(one.rest) for one in drawn(began=300, ended=40)) < 20


@pytest.mark.parametrize(
    ("rest", "ago", "is_resting"),
    [
        (None, 50, False),
        ((60, 30), 61, False),
        ((60, 30), 60, True),
        ((60, 30), 30, True),
        ((60, 30), 29, False),
        ((20, None), 21, False),
        ((20, None), 1, True),
    ],
)
def test_nobody_is_met_while_it_rests(rest: Any, ago: int, *, is_resting: bool) -> None:
    one = life()
    one.rest = rest
    assert rests(one, ago) is is_resting


def returned(reason: str, *, ended: int = 120, is_open: bool = True, seed: int = 1) -> Life:
    goal = thread()
    goal.has_begun = is_open
    one = life(goal, ended=ended, seed=seed)
    one.reason = reason
    draw_return(one, ended)
    return one


@pytest.mark.parametrize("reason", LEFT_OPEN)
def test_who_comes_back_goes_on_with_what_was_left_open(reason: str) -> None:
    one = returned(reason)
    ((again, words),) = told(one, "re_open")
    assert 14 <= 120 - again <= 26
    assert words
    assert one.ended is None
    talks = told(one, "contact")
    assert talks
    assert all(again > ago >= 2 for ago, _ in talks)
    assert all(each["goals"] == ["goal-1"] for _, each in talks)


@pytest.mark.parametrize("reason", ["goals-reached", "died", "moved-away", "lost-touch"])
def test_some_ends_are_ends(reason: str) -> None:
    one = returned(reason)
    assert one.days == []
    assert one.ended == 120


def test_nobody_comes_back_to_nothing_or_after_too_long() -> None:
    assert returned("chose-to-stop", is_open=False).days == []
    assert returned("chose-to-stop", ended=22).days == []
    assert returned("chose-to-stop", ended=240).days == []
    assert returned("chose-to-stop", ended=200).days
