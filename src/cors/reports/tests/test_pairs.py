"""Sums over people gathered by value are those over the people one by one."""

from collections import Counter
from dataclasses import replace
from math import isclose
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.schema.measure import HigherIs, ReliableChange, Score
from cors.catalogue.shipped import shipped
from cors.measures.change import Movement, interval_of_mean, movement_of
from cors.measures.effect import d_av
from cors.measures.limits import limit_of
from cors.reports.pairs import FEWEST_FOR_EFFECT, Pairs, mean_of, sd_of

PHQ: Score = shipped().measures["phq-9"].scores[0]
LIMIT: ReliableChange = limit_of(PHQ)  # type: ignore[assignment]
SCORES = st.integers(0, 27)
PEOPLE = st.lists(st.tuples(SCORES, SCORES), min_size=2, max_size=40)


def pairs(twice: list[tuple[int, int]], once: list[int] | None = None, **changed: object) -> Pairs:
    score = replace(PHQ, **changed)  # type: ignore[arg-type]
    return Pairs(score, Counter(twice), Counter(once or []))


@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=30))
def test_mean_and_spread_are_those_of_each_value_alone(values: list[float]) -> None:
    rows = list(Counter(values).items())
    mean, spread = mean_of(rows), sd_of(rows)
    assert mean is not None
    assert spread is not None
    assert isclose(mean, fmean(values), rel_tol=1e-9, abs_tol=1e-9)
    assert isclose(spread, stdev(values), rel_tol=1e-6, abs_tol=1e-6)


def test_nobody_has_no_mean_and_one_has_no_spread() -> None:
    assert (mean_of([]), sd_of([]), sd_of([(4, 1)])) == (None, None, None)


@given(PEOPLE)
def test_the_interval_is_that_of_the_changes_one_by_one(people: list[tuple[int, int]]) -> None:
    found = pairs(people).interval()
    one_by_one = interval_of_mean([first - latest for first, latest in people])
    assert found == pytest.approx(one_by_one)


@given(PEOPLE)
def test_the_effect_is_d_av_and_needs_ten_pairs(people: list[tuple[int, int]]) -> None:
    found = pairs(people).effect()
    changes = {first - latest for first, latest in people}
    if len(people) < FEWEST_FOR_EFFECT or len(changes) == 1:
        assert found is None
        return
    first, latest = zip(*people, strict=True)
    known = d_av(first, latest, higher_is=HigherIs.WORSE)
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx(
        (known.value, known.low, known.high), abs=1e-6
    )


def test_where_everybody_is_alike_there_is_no_effect() -> None:
    assert pairs([(10, 4)] * 12).effect() is None


@given(PEOPLE, st.sampled_from(list(HigherIs)))
def test_everybody_moved_one_way_or_not_at_all(
    people: list[tuple[int, int]], way: HigherIs
) -> None:
    found = pairs(people, higher_is=way).moved(LIMIT)
    sign = 1 if way is HigherIs.BETTER else -1
    each = [
        movement_of(sign * (latest - first), LIMIT.value, at_threshold=True)
        for first, latest in people
    ]
    assert found == {movement: each.count(movement) for movement in Movement}


@pytest.mark.parametrize(
    ("first", "way", "expected"),
    [
        (5, HigherIs.WORSE, (1, 0)),
        (6, HigherIs.WORSE, (0, 0)),
        (21, HigherIs.WORSE, (0, 0)),
        (22, HigherIs.WORSE, (0, 1)),
        (5, HigherIs.BETTER, (0, 1)),
        (22, HigherIs.BETTER, (1, 0)),
    ],
)
def test_who_began_near_an_end_had_no_room(
    first: int, way: HigherIs, expected: tuple[int, int]
) -> None:
    """Of 0 to 27, six points are more than chance."""
    assert pairs([(first, 9)], higher_is=way).without_room(LIMIT) == expected


def test_those_asked_again_are_held_against_those_asked_once() -> None:
    """Means 10 and 16; five each, so all first scores vary by the root of 10 × 9 ÷ 9."""
    found = pairs([(10, 4)] * 5, [16] * 5)
    assert found.apart_at_first() == pytest.approx(6 / 10**0.5)
    turned = pairs([(10, 4)] * 5, [16] * 5, higher_is=HigherIs.BETTER)
    assert turned.apart_at_first() == pytest.approx(-6 / 10**0.5)


@pytest.mark.parametrize(
    ("twice", "once"),
    [([], [3] * 9), ([(3, 4), (5, 6)] * 5, []), ([(9, 4)] * 5, [9] * 5), ([(9, 4)] * 4, [7] * 9)],
)
def test_what_cannot_be_compared_is_not(twice: list[tuple[int, int]], once: list[int]) -> None:
    assert pairs(twice, once).apart_at_first() is None
