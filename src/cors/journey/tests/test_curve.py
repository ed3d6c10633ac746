"""The smooth line of the person's picture says no more than they did."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.journey.curve import PIECE, Point, smooth

heights = st.lists(st.integers(0, 10), min_size=3, max_size=12)


def points(values: list[int], apart: float = 40) -> list[Point]:
    return [(place * apart, 100.0 - 7 * value) for place, value in enumerate(values)]


@given(heights)
def test_the_line_passes_every_rating(values: list[int]) -> None:
    assert set(points(values)) <= set(smooth(points(values)))


@given(heights)
def test_the_line_never_rises_above_or_falls_below_two_ratings_beside_it(
    values: list[int],
) -> None:
    given_ = points(values)
    for (x1, y1), (x2, y2) in pairwise(given_):
        between = [y for x, y in smooth(given_) if x1 <= x <= x2]
        assert min(between) >= min(y1, y2) - 1e-6
        assert max(between) <= max(y1, y2) + 1e-6


@given(heights)
def test_the_line_runs_from_left_to_right(values: list[int]) -> None:
    along = [x for x, _ in smooth(points(values))]
    assert along == sorted(along)


@pytest.mark.parametrize("values", [[], [4], [4, 7]])
def test_up_to_two_ratings_are_joined_as_they_are(values: list[int]) -> None:
    assert list(smooth(points(values))) == points(values)


def test_a_bend_is_drawn_in_short_pieces_and_a_level_in_one() -> None:
    along = smooth(points([2, 8, 8]))
    rising = [x for x, _ in along if x <= 40]
    assert max(b - a for a, b in pairwise(rising)) <= PIECE
    assert [x for x, _ in along if x > 40] == [80]


def test_two_ratings_on_one_day_are_both_kept() -> None:
    both = [(0.0, 50.0), (10.0, 40.0), (10.0, 60.0), (20.0, 30.0)]
    assert set(both) <= set(smooth(both))
