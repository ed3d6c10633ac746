"""Whether it lasted: asked when due, and no longer once it did not."""

from dataclasses import replace
from typing import Any

import pytest

from cors.practice import follow_up
from cors.practice.course import CLIMB
from cors.practice.follow_up import draw_checks
from cors.practice.life import Life
from cors.practice.tests.a_life import life, outcome, thread, told

WEEKS = (4, 13, 26)


@pytest.fixture(autouse=True)
def rungs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask after one kind of outcome three times, and after others never."""
    monkeypatch.setattr(follow_up, "lasting", lambda: {"settled-housing": WEEKS})


def checked(
    happened: int = 300,
    *,
    key: str = "settled-housing",
    piece: dict[str, Any] | None = None,
    ended: int | None = None,
    reason: str = "",
    seed: int = 1,
    **course: Any,
) -> Life:
    one = life(
        thread(), seed=seed, began=400, ended=ended,
        course=replace(CLIMB, **{"asked_again": 1.0, "kept": 1.0} | course),
    )  # fmt: skip
    one.reason = reason
    found = piece or outcome(key)
    one.outcomes[key, happened] = ("outcome-1", one.threads[0], found)
    draw_checks(one)
    return one


def test_it_is_asked_each_time_it_is_due() -> None:
    found = told(checked(), "check")
    assert [each["weeks"] for _, each in found] == list(WEEKS)
    assert {each["outcome"] for _, each in found} == {"outcome-1"}
    for ago, each in found:
        assert -5 <= 300 - 7 * each["weeks"] - ago <= 18


@pytest.mark.parametrize(("happened", "times"), [(27, 0), (28, 1), (90, 1), (91, 2), (182, 3)])
def test_it_is_not_asked_before_it_is_due(happened: int, times: int) -> None:
    found = told(checked(happened), "check")
    assert len(found) == times
    assert all(ago >= 0 for ago, _ in found)


def test_an_outcome_that_nobody_asks_after_is_left_alone() -> None:
    assert checked(key="debt-plan").days == []


def test_once_it_did_not_last_nobody_asks_again() -> None:
    found = told(checked(kept=0.0), "check")
    assert [(each["weeks"], each["result"]) for _, each in found] == [(4, "not-kept")]


def test_a_check_that_is_missed_does_not_stop_the_next() -> None:
    asked = [
        {each["weeks"] for _, each in told(checked(seed=n, asked_again=0.5), "check")}
        for n in range(60)
    ]
    assert {13} in asked
    assert set() in asked
    assert set(WEEKS) in asked


def test_words_are_those_of_the_outcome_or_else_of_the_topic() -> None:
    own = outcome("settled-housing", kept=["Own words."], slipped=["Own sad words."])
    assert told(checked(100, piece=own), "check")[0][1]["words"] == "Own words."
    assert told(checked(100, piece=own, kept=0.0), "check")[0][1]["words"] == "Own sad words."
    assert told(checked(100), "check")[0][1]["words"] == "Still there."
    assert told(checked(100, kept=0.0), "check")[0][1]["words"] == "Gone again."


def test_who_died_is_not_asked_and_who_left_is() -> None:
    assert checked(ended=290, reason="died").days == []
    assert len(told(checked(ended=290, reason="moved-away", asked_again=1.2), "check")) == 3
    assert told(checked(ended=150, reason="died"), "check")


def test_after_the_end_it_is_asked_less_often() -> None:
    def asked(ended: int | None) -> int:
        lives = (checked(ended=ended, seed=n, asked_again=0.6) for n in range(100))
        return sum(len(told(one, "check")) for one in lives)

    assert asked(None) > asked(295) + 20
