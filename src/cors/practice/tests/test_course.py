"""How lives go, and how close a goal feels on the way."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.shipped import shipped
from cors.measures.scoring import check_reported
from cors.measures.scoring import score as scored
from cors.practice import score
from cors.practice.course import CLIMB, COURSES, STUCK, draw_course, level, rated

PARTS = st.floats(min_value=0, max_value=1)


@given(PARTS, PARTS)
def test_a_climb_never_goes_down_of_itself(one: float, other: float) -> None:
    first, later = sorted((one, other))
    assert level(CLIMB, 1, first, 0) <= level(CLIMB, 1, later, 0)


def test_begins_where_it_was_rated_and_ends_at_its_peak() -> None:
    for course in COURSES:
        assert level(course, 2, 0, 0) == 2
        assert level(course, 2, 1, 0) == level(course, 2, 3, 0) == pytest.approx(course.peak)
        assert level(course, 2, 1, 2.5) == pytest.approx(course.peak - 2.5)


@given(st.floats(min_value=-5, max_value=15), st.integers())
def test_a_rating_is_a_whole_number_from_0_to_10(value: float, seed: int) -> None:
    assert rated(value, Random(seed)) in range(11)


def test_the_better_it_goes_the_better_the_odds() -> None:
    for one, next_one in pairwise(COURSES):
        assert one.peak > next_one.peak
        assert one.reach > next_one.reach
        assert one.asked_again > next_one.asked_again
    assert STUCK.missed > CLIMB.missed


def test_most_lives_climb_and_some_are_stuck() -> None:
    rng = Random(4)
    drawn = [draw_course(rng).name for _ in range(1000)]
    assert 350 < drawn.count("climb") < 500
    assert 60 < drawn.count("stuck") < 180


@pytest.mark.parametrize("key", ["phq-9", "gad-7", "audit-total", "who-5-total"])
@given(value=st.floats(min_value=-2, max_value=10), seed=st.integers())
def test_what_is_told_of_a_measure_can_be_scored(key: str, value: float, seed: int) -> None:
    definition = shipped().measures[key]
    told = score.told(key, value, Random(seed))
    if "answers" in told:
        assert set(told["answers"]) == {item.key for item in definition.items}
        assert scored(definition, told["answers"])
        assert told["answers"].get("better-off-dead", 0) == 0
    else:
        check_reported(definition, definition.scores[0].key, told["score"])


@pytest.mark.parametrize(("key", "more_is_better"), [("phq-9", False), ("who-5-total", True)])
def test_a_measure_follows_how_things_are(key: str, *, more_is_better: bool) -> None:
    def mean(value: float) -> float:
        rng = Random(1)
        told = [score.told(key, value, rng) for _ in range(50)]
        sums = [float(each.get("score") or sum(each["answers"].values())) for each in told]
        return sum(sums) / len(sums)

    assert (mean(9) > mean(2) + 8) is more_is_better
    assert (mean(2) > mean(9) + 8) is not more_is_better
