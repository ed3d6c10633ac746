"""Words first, numbers second, and never more than is known."""

from dataclasses import replace

import pytest

from cors.catalogue.shipped import shipped
from cors.trajectory import words
from cors.trajectory.model import Taken, Trajectory, apart
from cors.trajectory.tests.made_up import (
    NORM,
    PHQ,
    RATERS,
    day,
    line,
    trajectory,
    with_score,
)

BLAME = ("fail", "refus", "poor", "bad ", "problem", "non-compl", "did not manage")


def first(found: Trajectory) -> str:
    return words.headline(found, found.lines[0])


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((18, 9), "Better by more than chance would explain."),
        ((9, 18), "Worse by more than chance would explain."),
        ((9, 8), "A little better, which chance alone can do."),
        ((9, 10), "A little worse, which chance alone can do."),
        ((9, 9), "The same as at first."),
        ((9,), "One score so far. The next one will show a change."),
        ((None,), "No score yet: too few questions were answered."),
    ],
)
def test_says_in_one_sentence_how_far_somebody_came(
    scores: tuple[int | None, ...], said: str
) -> None:
    assert first(trajectory(line(*scores))) == said


def test_says_no_more_than_is_known() -> None:
    assert first(with_score((18, 9), reliable_change=())) == "Better than at first."
    assert first(with_score((9, 18), reliable_change=())) == "Worse than at first."
    assert "too rough" in first(with_score((18, 9), individual_change=False))
    assert first(trajectory(line())) == "Not asked yet."
    both = trajectory(line(18, 12, work=day(9)))
    assert first(both) == "Nothing to hold against the first score yet."


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((1, 2), "1 step up since the first."),
        ((4, 2), "2 steps down since the first."),
        ((3, 3), "On the same step as at first."),
    ],
)
def test_a_ladder_is_told_in_steps_and_never_in_points(scores: tuple[int, int], said: str) -> None:
    ladder = shipped().measures["ladder-housing"].scores[0]
    found = trajectory(line(*scores), score=ladder)
    assert first(found) == said
    assert words.numbers(found, found.lines[0]) == ""


def test_the_numbers_stand_behind_the_words() -> None:
    found = trajectory(line(18, 9))
    assert words.numbers(found, found.lines[0]) == (
        "From 18 to 9 on 2 February 2026: 9 points better. More than chance begins at 6 points."
    )
    level = trajectory(line(9, 9))
    assert "no points." in words.numbers(level, level.lines[0])
    once = trajectory(line(9))
    assert words.numbers(once, once.lines[0]) == ""


def test_a_limit_that_nobody_checked_says_so() -> None:
    limits = (replace(PHQ.reliable_change[0], verified=False),)
    found = with_score((18, 9), reliable_change=limits)
    assert "6 points (not yet checked against its source)." in words.numbers(found, found.lines[0])
    none = with_score((18, 9), reliable_change=())
    assert "is not known." in words.numbers(none, none.lines[0])


def test_the_baseline_is_stated() -> None:
    assert words.baseline_words(line(18, 9).baseline) == (
        "Counted from the first score, 18 on 5 January 2026."
    )
    assert words.baseline_words(line(18, 11, 9, work=day(6)).baseline) == (
        "Counted from 14.5, the mean of the two before the work began: 5 January 2026 and "
        "2 February 2026."
    )
    assert words.baseline_words(None) == ""


def test_completeness_stands_beside_the_figure() -> None:
    whole = trajectory(line(18, 9))
    assert words.completeness(whole, whole.lines[0]) == "Asked twice; always whole."
    some = line(18, None, 9)
    partly = replace(some, taken=(*some.taken, Taken(day(20), 7, some_left_out=True)))
    assert words.completeness(trajectory(partly), partly) == (
        "Asked 4 times; too few answers for a score once; worked out with questions left out once."
    )


def test_the_side_of_a_cut_off_is_said_for_then_and_now() -> None:
    crossed, stayed = trajectory(line(18, 9)), trajectory(line(18, 10))
    assert words.cut_off_words(crossed, crossed.lines[0]) == [
        "Caseness, cut-off 10: now on the good side"
    ]
    assert words.cut_off_words(stayed, stayed.lines[0]) == [
        "Caseness, cut-off 10: still not on the good side"
    ]
    once = trajectory(line(18))
    assert words.cut_off_words(once, once.lines[0]) == []


def test_where_people_in_general_are_is_said_with_its_people() -> None:
    found = with_score((18,), norms=(NORM,))
    assert words.expected(found) == (
        "Two in three people in general lie from 1 to 7 (made-up people, mean 4, spread 3)."
    )
    assert words.expected(trajectory(line(18))) == ""
    low = with_score((18,), norms=(replace(NORM, mean=1, verified=False),))
    assert "from 0 to 4" in words.expected(low)
    assert words.expected(low).endswith("(not yet checked against its source).")


def test_two_views_are_said_side_by_side_and_neither_is_wrong() -> None:
    (found,) = apart(trajectory(line(18, 9), line(10, 16, rater="worker")))
    assert words.disagreement(found, RATERS) == (
        "The person 9 (2 February 2026), the worker 16 (2 February 2026): 7 points apart. "
        "Both views stand side by side."
    )
    (same,) = apart(trajectory(line(9), line(9, rater="worker")))
    assert "the same." in words.disagreement(same, RATERS)


@pytest.mark.parametrize("scores", [(18, 9), (9, 18), (9, 10), (None,), (9,), (9, 9)])
def test_nothing_blames(scores: tuple[int | None, ...]) -> None:
    found = trajectory(line(*scores))
    only = found.lines[0]
    said = " ".join([
        words.headline(found, only), words.numbers(found, only), words.completeness(found, only)
    ])  # fmt: skip
    assert not [word for word in BLAME if word in said.lower()]


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((18, 9), "Your answers about your mood are better than on 5 January 2026."),
        ((9, 18), "Your answers about your mood are harder than on 5 January 2026."),
        ((9, 10), "Your answers about your mood are much the same as on 5 January 2026."),
        ((9,), "You answered questions about your mood on 5 January 2026."),
        ((None,), ""),
    ],
)
def test_to_the_person_it_is_one_sentence_without_a_name_or_a_number(
    scores: tuple[int | None, ...], said: str
) -> None:
    found = trajectory(line(*scores))
    assert words.to_the_person(found, found.lines[0], "your mood") == said
    other = words.to_the_person(found, found.lines[0], "")
    assert "about" not in other
    assert "PHQ" not in other
