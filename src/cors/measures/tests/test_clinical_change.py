"""What became of one person: the cut-offs and verdicts of Jacobson and Truax."""

from math import inf, nan
from typing import Any, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cors.catalogue.schema.measure import HigherIs
from cors.measures.change import (
    Verdict,
    classify,
    cutoff_a,
    cutoff_b,
    cutoff_c,
    reliable_change,
)

UP, DOWN = HigherIs.BETTER, HigherIs.WORSE
points = st.floats(-100, 100)
spread = st.floats(0.1, 50)


def test_gives_the_cut_offs_of_the_paper() -> None:
    """J Consult Clin Psychol 1991, 59, 13: in need M 40, well M 60, both SD 7.5."""
    assert cutoff_a(40, 7.5, UP) == 55
    assert cutoff_b(60, 7.5, UP) == 45
    assert cutoff_c(40, 7.5, 60, 7.5) == 50


def test_gives_the_index_of_the_paper() -> None:
    found = reliable_change(32.5, 47.5, sd=7.5, reliability=0.80)
    assert found.points == 15
    assert found.index == pytest.approx(3.16, abs=0.005)
    assert found.threshold == pytest.approx(1.96 * 4.7434, abs=0.001)
    assert found.is_reliable


def test_weighs_the_groups_by_the_spread_of_the_other() -> None:
    """CORE-10: in the population M 4.7, SD 4.8; in counselling M 19.7, SD 7.7: c = 10.46."""
    assert cutoff_c(19.7, 7.7, 4.7, 4.8) == pytest.approx(10.46, abs=0.005)


def test_the_two_one_sided_cut_offs_turn_with_the_scale() -> None:
    assert cutoff_a(20, 5, DOWN) == 10
    assert cutoff_b(5, 2, DOWN) == 9


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (20, 5, "recovered"),
        (20, 10, "improved"),  # at the cut-off itself is not yet below it
        (20, 12, "improved"),
        (9, 2, "improved"),  # was not above it at the start
        (20, 15, "unchanged"),
        (20, 14, "unchanged"),  # six is not more than six
        (14, 20.5, "deteriorated"),
        (5, 12, "harmed"),
        (2, 9, "deteriorated"),
        (5, 5, "unchanged"),
    ],
)
def test_says_what_became_of_one_person(before: float, after: float, verdict: Verdict) -> None:
    found = classify(before, after, threshold=6, cutoff=10, higher_is=DOWN)
    assert found == verdict


def test_a_published_threshold_counts_from_itself_on() -> None:
    given_words: dict[str, Any] = {"threshold": 6, "cutoff": 10, "higher_is": DOWN}
    assert classify(20, 14, **given_words, at_threshold=True) == "improved"
    assert classify(14, 8, **given_words, at_threshold=True) == "recovered"


def test_nobody_recovers_without_a_cut_off() -> None:
    assert classify(20, 2, threshold=6, cutoff=None, higher_is=DOWN) == "improved"
    assert classify(2, 20, threshold=6, cutoff=None, higher_is=DOWN) == "deteriorated"


@pytest.mark.parametrize("sd", [0, -1, nan, inf])
def test_refuses_a_spread_that_can_not_be(sd: float) -> None:
    for cut in (cutoff_a, cutoff_b):
        with pytest.raises(ValueError, match="standard deviation"):
            cut(1, sd, UP)
    for spreads in ((sd, 3), (3, sd)):
        with pytest.raises(ValueError, match="standard deviation"):
            cutoff_c(1, spreads[0], 2, spreads[1])


@pytest.mark.parametrize("score", [nan, inf, -inf])
def test_refuses_a_score_that_is_no_number(score: float) -> None:
    with pytest.raises(ValueError, match="must be numbers"):
        reliable_change(score, 1, sd=1, reliability=0.8)
    with pytest.raises(ValueError, match="must be numbers"):
        reliable_change(1, score, sd=1, reliability=0.8)


@given(points, points, spread, st.floats(0.05, 0.95))
def test_is_the_same_there_and_back(
    before: float, after: float, sd: float, reliability: float
) -> None:
    there = reliable_change(before, after, sd=sd, reliability=reliability)
    back = reliable_change(after, before, sd=sd, reliability=reliability)
    assert back.index == pytest.approx(-there.index)
    assert back.is_reliable is there.is_reliable


@given(points, points, spread, points)
def test_turns_good_into_bad_with_the_scale(
    before: float, after: float, threshold: float, cutoff: float
) -> None:
    assume(cutoff not in (before, after))
    mirror: dict[str, str] = {
        "recovered": "harmed", "improved": "deteriorated", "unchanged": "unchanged",
        "deteriorated": "improved", "harmed": "recovered",
    }  # fmt: skip
    assert set(mirror) == set(get_args(Verdict))
    one = classify(before, after, threshold=threshold, cutoff=cutoff, higher_is=UP)
    other = classify(before, after, threshold=threshold, cutoff=cutoff, higher_is=DOWN)
    assert other == mirror[one]
