"""Goal attainment scaling: numbers worked out by hand, then what must hold for any goals."""

from math import inf, nan, sqrt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.plans.attainment import in_words, t_score

level = st.integers(-2, 2)
levels = st.lists(level, min_size=1, max_size=12)
weight = st.floats(0.5, 9)


@pytest.mark.parametrize(
    ("reached", "weights", "expected"),
    [
        ([0], None, 50),
        ([1], None, 60),  # one goal: the root is its weight, so T = 50 + 10 x
        ([-2], [7], 30),
        ([0, 0, 0], None, 50),
        ([1, 1], None, 50 + 20 / sqrt(0.7 * 2 + 0.3 * 4)),  # 62.40
        ([2, -1, 0], [3, 2, 1], 50 + 40 / sqrt(0.7 * 14 + 0.3 * 36)),  # 58.81
    ],
)
def test_gives_what_the_formula_of_1968_gives_by_hand(
    reached: list[int], weights: list[float] | None, expected: float
) -> None:
    assert t_score(reached, weights) == pytest.approx(expected)


def test_is_not_the_misprint_of_2009() -> None:
    """The first print left the squares out of the root; three goals at +1 tell them apart."""
    right = 50 + 30 / sqrt(0.7 * 3 + 0.3 * 9)
    misprinted = 50 + 30 / sqrt(0.7 * 3 + 0.3 * 3)
    assert t_score([1, 1, 1]) == pytest.approx(right)
    assert t_score([1, 1, 1]) != pytest.approx(misprinted)


def test_takes_another_correlation() -> None:
    assert t_score([1, 1], rho=0) == pytest.approx(50 + 20 / sqrt(2))


@pytest.mark.parametrize(
    ("reached", "more", "sentence"),
    [
        ([], {}, "no goals"),
        ([3], {}, "whole number from -2 to 2"),
        ([0.5], {}, "whole number from -2 to 2"),
        ([nan], {}, "whole number from -2 to 2"),
        ([1, 1], {"weights": [1]}, "one weight for each goal"),
        ([1], {"weights": [-1]}, "0 or more"),
        ([1], {"weights": [inf]}, "0 or more"),
        ([1], {"weights": [nan]}, "0 or more"),
        ([1, 2], {"weights": [0, 0]}, "above 0"),
        ([1], {"rho": 1}, "correlation"),
        ([1], {"rho": -0.1}, "correlation"),
    ],
)
def test_refuses_what_can_not_be(reached: Any, more: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        t_score(reached, **more)


@given(levels)
def test_turns_round_50_when_every_level_is_turned_round(reached: list[int]) -> None:
    turned = [-found for found in reached]
    assert t_score(turned) - 50 == pytest.approx(50 - t_score(reached))


@given(levels, st.floats(0.1, 100))
def test_weights_count_by_their_proportion(reached: list[int], times: float) -> None:
    weights = [1.0 + number for number in range(len(reached))]
    more = [times * each for each in weights]
    assert t_score(reached, weights) == pytest.approx(t_score(reached, more))


@given(levels, st.randoms())
def test_the_order_of_goals_does_not_matter(reached: list[int], chance: Any) -> None:
    mixed = list(reached)
    chance.shuffle(mixed)
    assert t_score(mixed) == pytest.approx(t_score(reached))


@given(levels)
def test_a_goal_of_no_weight_changes_nothing(reached: list[int]) -> None:
    weights = [1.0] * len(reached)
    assert t_score([*reached, 2], [*weights, 0.0]) == pytest.approx(t_score(reached, weights))


@given(levels, st.integers(0, 11))
def test_reaching_more_never_lowers_it(reached: list[int], place: int) -> None:
    better = list(reached)
    better[place % len(reached)] = 2
    assert t_score(better) >= t_score(reached) - 1e-9


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (-2, "much less than hoped"),
        (-1, "less than hoped"),
        (0, "about as hoped"),
        (1, "more than hoped"),
        (2, "much more than hoped"),
    ],
)
def test_the_words_for_one_goal_are_those_of_its_level(level: int, words: str) -> None:
    assert in_words(t_score([level])) == words


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (34.9, "much less than hoped"),
        (35, "less than hoped"),
        (44.9, "less than hoped"),
        (45, "about as hoped"),
        (55, "about as hoped"),
        (55.1, "more than hoped"),
        (65, "more than hoped"),
        (65.1, "much more than hoped"),
    ],
)
def test_the_words_change_half_way_between_two_levels(score: float, words: str) -> None:
    assert in_words(score) == words
