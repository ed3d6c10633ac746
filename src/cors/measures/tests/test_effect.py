"""Effect sizes: published examples, then what must hold for any scores."""

from math import inf, nan
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.catalogue.schema.measure import HigherIs
from cors.measures.effect import Effect, d_av, d_z, hedges_g

UP, DOWN = HigherIs.BETTER, HigherIs.WORSE
# Ratings of two films by ten people: Lakens D (2013), Front Psychol 4, 863, table 1.
SECOND_FILM = [9, 6, 7, 8, 7, 9, 8, 8, 8, 7]
FIRST_FILM = [9, 7, 8, 9, 8, 9, 9, 10, 9, 9]

score = st.integers(0, 27)
pairs = st.lists(st.tuples(score, score), min_size=8, max_size=30)


def test_gives_the_example_of_lakens() -> None:
    assert d_z(SECOND_FILM, FIRST_FILM, higher_is=UP).value == pytest.approx(1.50, abs=0.005)
    assert d_av(SECOND_FILM, FIRST_FILM, higher_is=UP).value == pytest.approx(1.13, abs=0.005)


def test_takes_the_small_sample_bias_away() -> None:
    plain = d_av(SECOND_FILM, FIRST_FILM, higher_is=UP)
    less = hedges_g(SECOND_FILM, FIRST_FILM, higher_is=UP)
    factor = 1 - 3 / (4 * 9 - 1)
    assert (less.value, less.low, less.high) == pytest.approx(
        (plain.value * factor, plain.low * factor, plain.high * factor)
    )


def test_the_interval_of_d_z_is_that_of_the_noncentral_t() -> None:
    """t = 1.5 * sqrt(10) with 9 degrees of freedom; its bounds by the square root of ten."""
    from cors.measures.noncentral_t import share_below

    found = d_z(SECOND_FILM, FIRST_FILM, higher_is=UP)
    t = 1.5 * 10**0.5
    assert share_below(t, 9, found.low * 10**0.5) == pytest.approx(0.975, abs=1e-6)
    assert share_below(t, 9, found.high * 10**0.5) == pytest.approx(0.025, abs=1e-6)


@pytest.mark.parametrize("effect", [d_av, d_z, hedges_g])
@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ([1, 2], [1], "same people"),
        ([1], [2], "at least two people"),
        ([], [], "at least two people"),
        ([1, nan], [2, 3], "must be a number"),
        ([1, 2], [inf, 3], "must be a number"),
        ([1, 2, 3], [2, 3, 4], "changed by the same"),
    ],
)
def test_refuses_what_has_no_effect_size(
    effect: Any, before: list[float], after: list[float], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        effect(before, after, higher_is=UP)


def test_refuses_scores_without_any_spread() -> None:
    with pytest.raises(ValueError, match="no spread"):
        d_av([5, 5], [7, 7], higher_is=UP)


def _effect(effect: Any, drawn: list[tuple[int, int]], higher_is: HigherIs) -> Effect | None:
    try:
        found: Effect = effect(*map(list, zip(*drawn, strict=True)), higher_is=higher_is)
    except ValueError:
        return None
    return found


@settings(max_examples=25)  # an interval takes a few thousand steps
@given(pairs)
def test_flips_its_sign_with_the_direction_of_the_scale(drawn: list[tuple[int, int]]) -> None:
    up, down = _effect(d_av, drawn, UP), _effect(d_av, drawn, DOWN)
    if up is None or down is None:
        assert up is down
        return
    assert down.value == pytest.approx(-up.value)
    assert (down.low, down.high) == pytest.approx((-up.high, -up.low), abs=1e-6)


@settings(max_examples=25)
@given(pairs)
def test_lies_within_its_interval_and_shrinks_towards_nothing(
    drawn: list[tuple[int, int]],
) -> None:
    for effect in (d_av, d_z):
        found = _effect(effect, drawn, UP)
        if found:
            assert found.low < found.value < found.high
    plain, less = _effect(d_av, drawn, UP), _effect(hedges_g, drawn, UP)
    if plain and less:
        assert abs(less.value) <= abs(plain.value)


@settings(max_examples=25)
@given(pairs)
def test_a_wider_share_gives_a_wider_interval(drawn: list[tuple[int, int]]) -> None:
    if narrow := _effect(d_av, drawn, UP):
        before, after = map(list, zip(*drawn, strict=True))
        wide = d_av(before, after, higher_is=UP, share=0.99)
        assert wide.low < narrow.low < narrow.high < wide.high


def test_three_people_say_next_to_nothing() -> None:
    found = d_av([10, 12, 17], [8, 11, 12], higher_is=DOWN)
    assert (found.value > 0, found.low < 0) == (True, True)
