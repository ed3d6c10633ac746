"""What holds of the two small drawings of ratings, whatever was rated."""

from itertools import pairwise

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from cors.core import span, spark
from cors.core.span import Label

ratings = st.integers(0, 10)
halves = st.integers(0, 20).map(lambda twice: twice / 2)
series = st.lists(ratings, min_size=1, max_size=40)


def rendered(source: str, **context: object) -> str:
    return Template("{% load cors_parts %}" + source).render(Context(context))


@given(series)
def test_ratings_go_from_left_to_right_evenly(found: list[int]) -> None:
    dots = spark.line(found, width=150).dots
    steps = [right.x - left.x for left, right in pairwise(dots)]
    assert all(step > 0 for step in steps)
    assert max(steps, default=0) - min(steps, default=0) <= 0.21


@given(series)
def test_a_higher_rating_is_never_drawn_lower(found: list[int]) -> None:
    dots = spark.line(found).dots
    pairs = sorted(zip(found, (dot.y for dot in dots), strict=True))
    assert all(upper[1] <= lower[1] for lower, upper in pairwise(pairs))


@given(series, st.sets(st.integers(0, 45)), st.sets(st.integers(0, 45)))
def test_only_the_latest_is_now_and_a_setback_goes_before_a_success(
    found: list[int], dips: set[int], wins: set[int]
) -> None:
    kinds = [dot.kind for dot in spark.line(found, dips=dips, wins=wins).dots]
    assert kinds[-1] == "now"
    for place, kind in enumerate(kinds[:-1]):
        expected = "dip" if place in dips else "win" if place in wins else ""
        assert kind == expected


@given(series)
def test_a_page_has_the_line_and_the_same_in_words(found: list[int]) -> None:
    page = rendered("{% spark ratings %}", ratings=found)
    assert f'aria-label="{spark.in_words(found)}"' in page
    assert page.count('class="now"') == 1


@given(halves, halves)
def test_a_place_grows_with_its_rating_and_stays_on_the_line(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 4 <= span.place(low) <= span.place(high) <= 96
    assert (span.place(low) == span.place(high)) is (low == high)


def reach(label: Label) -> tuple[float, float]:
    """Return the ends of a label in per cent of a line of 320 px, 6.5 px a letter."""
    wide = len(label.words) * 6.5 / 3.2
    at = label.at + label.nudge / 3.2
    return {
        "start": (at, at + wide),
        "end": (at - wide, at),
        "middle": (at - wide / 2, at + wide / 2),
    }[label.anchor]


@given(ratings, ratings)
def test_then_and_now_never_stand_upon_each_other(then: int, now: int) -> None:
    ends = sorted(reach(label) for label in span.span(then, now).above)
    assert all(left[1] <= right[0] for left, right in pairwise(ends))


@given(ratings, ratings)
def test_then_and_now_are_each_said_once_with_their_number(then: int, now: int) -> None:
    said = span.in_words(span.span(then, now))
    if then == now:
        assert said == f"then and now {now}, of 10"
    else:
        assert set(said.removesuffix(", of 10").split(", ")) == {f"then {then}", f"now {now}"}


@given(st.none() | ratings, st.none() | ratings, st.none() | ratings)
def test_what_nobody_gave_is_neither_drawn_nor_said(
    then: int | None, now: int | None, other: int | None
) -> None:
    drawn = span.span(then, now, other)
    assert (drawn.then is None, drawn.now is None) == (then is None, now is None)
    assert (drawn.below is None) is (other is None)
    page = rendered("{% span_line then now other %}", then=then, now=now, other=other)
    assert "None" not in page
    assert bool(page.strip()) is any(x is not None for x in (then, now, other))


@pytest.mark.parametrize("rating", [-0.1, 10.1, -1, 11])
def test_what_is_no_rating_has_no_place(rating: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 10"):
        span.place(rating)
    for then, now, other in ((rating, 5, None), (5, rating, None), (5, 5, rating)):
        with pytest.raises(ValueError, match="from 0 to 10"):
            span.span(then, now, other)


@given(st.integers(0, 500), st.integers(0, 400))
def test_a_bar_is_a_share_of_its_base_and_never_more(part: int, whole: int) -> None:
    share = float(rendered("{{ part|of_hundred:whole }}", part=part, whole=whole))
    assert 0 <= share <= 100
    if whole and part <= whole:
        assert share == pytest.approx(100 * part / whole, abs=0.051)
