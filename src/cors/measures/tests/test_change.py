"""Change: published examples, then what must hold for any numbers."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.schema.measure import HigherIs
from cors.measures.change import (
    Movement,
    distance_travelled,
    interval_of_mean,
    movement_of,
    paired_change,
    reliable_change_threshold,
    sd_of,
)

points = st.floats(-1000, 1000)


def test_gives_the_example_of_jacobson_and_truax() -> None:
    """J Consult Clin Psychol 1991, 59, p. 14: from 47.5 to 32.5, SD 7.5, r .80: RC = 3.16."""
    one_standard_error = reliable_change_threshold(7.5, 0.80, z=1)
    assert one_standard_error == pytest.approx(4.74, abs=0.005)
    change = distance_travelled(47.5, 32.5, HigherIs.WORSE)
    assert change / one_standard_error == pytest.approx(3.16, abs=0.005)
    assert movement_of(change, reliable_change_threshold(7.5, 0.80)) is Movement.IMPROVED


def test_gives_the_interval_of_student() -> None:
    """Student 1908, hours of sleep; the paired interval as printed by R's t.test(sleep)."""
    hours = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]
    found = paired_change(hours, None)
    assert found.mean == pytest.approx(1.58)
    assert found.interval == pytest.approx((0.7001142, 2.4598858), abs=5e-8)


@pytest.mark.parametrize(
    ("higher_is", "oriented"), [(HigherIs.BETTER, 5.0), (HigherIs.WORSE, -5.0)]
)
def test_turns_plus_to_the_good(higher_is: HigherIs, oriented: float) -> None:
    assert distance_travelled(10, 15, higher_is) == oriented


def test_needs_more_than_a_computed_threshold() -> None:
    assert movement_of(6.0, 6.0) is Movement.NO_CHANGE
    assert movement_of(-6.0, 6.0) is Movement.NO_CHANGE
    assert movement_of(6.01, 6.0) is Movement.IMPROVED
    assert movement_of(-6.01, 6.0) is Movement.WORSE


def test_takes_a_published_threshold_from_itself_on() -> None:
    assert movement_of(6.0, 6.0, at_threshold=True) is Movement.IMPROVED
    assert movement_of(-6.0, 6.0, at_threshold=True) is Movement.WORSE
    assert movement_of(5.0, 6.0, at_threshold=True) is Movement.NO_CHANGE


def test_says_nothing_of_nobody() -> None:
    found = paired_change([], 5.0)
    assert (found.n, found.mean, found.interval) == (0, None, None)
    assert (found.improved, found.no_change, found.worse) == (None, None, None)


def test_gives_no_interval_round_one_person() -> None:
    found = paired_change([8.0], 5.0)
    assert (found.n, found.mean, found.interval, found.improved) == (1, 8.0, None, 1)


def test_sorts_nobody_without_a_threshold() -> None:
    assert paired_change([8.0, -8.0], None).improved is None


@pytest.mark.parametrize(("sd", "reliability"), [(0, 0.9), (-1, 0.9), (5, 0), (5, 1), (5, 1.2)])
def test_refuses_a_threshold_that_cannot_be(sd: float, reliability: float) -> None:
    with pytest.raises(ValueError, match="must"):
        reliable_change_threshold(sd, reliability)


@given(st.lists(points, min_size=1, max_size=60), st.floats(0.1, 50))
def test_sorts_each_person_once(changes: list[float], threshold: float) -> None:
    found = paired_change(changes, threshold)
    assert found.improved is not None
    assert found.no_change is not None
    assert found.worse is not None
    assert found.improved + found.no_change + found.worse == found.n == len(changes)


@given(st.lists(points, min_size=2, max_size=60))
def test_turned_round_is_its_mirror(changes: list[float]) -> None:
    one, other = paired_change(changes, 5), paired_change([-each for each in changes], 5)
    assert (one.improved, one.worse) == (other.worse, other.improved)
    assert one.interval is not None
    assert other.interval is not None
    assert one.interval == pytest.approx((-other.interval[1], -other.interval[0]), abs=1e-9)


@given(st.lists(points, min_size=2, max_size=60))
def test_interval_holds_the_mean_and_grows_with_the_share(values: list[float]) -> None:
    narrow, wide = interval_of_mean(values, 0.90), interval_of_mean(values, 0.99)
    assert narrow is not None
    assert wide is not None
    assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]


@given(st.lists(points, min_size=2, max_size=60))
def test_divides_by_one_less_than_the_number(values: list[float]) -> None:
    middle = sum(values) / len(values)
    by_hand = sqrt(sum((each - middle) ** 2 for each in values) / (len(values) - 1))
    assert sd_of(values) == pytest.approx(by_hand, rel=1e-6, abs=1e-6)


@given(st.floats(0.1, 100), st.floats(0.01, 0.99))
def test_a_better_measure_has_a_lower_threshold(sd: float, reliability: float) -> None:
    better = (1 + reliability) / 2
    assert reliable_change_threshold(sd, better) < reliable_change_threshold(sd, reliability)
