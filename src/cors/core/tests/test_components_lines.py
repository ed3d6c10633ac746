import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.core import span, spark

RATINGS = st.integers(0, 10)


def test_a_line_has_ten_at_the_top_and_nought_at_the_bottom() -> None:
    line = spark.line([0, 10], width=150, height=46)
    assert [(dot.x, dot.y) for dot in line.dots] == [(5, 41), (145, 5)]


def test_a_line_marks_setbacks_successes_and_today() -> None:
    line = spark.line([2, 3, 5, 4], dips=[1], wins=[2])
    assert [dot.kind for dot in line.marked] == ["dip", "win", "now"]


def test_the_base_is_at_the_first_rating() -> None:
    line = spark.line([2, 6])
    assert line.base == line.dots[0].y


def test_one_rating_is_a_dot_at_today() -> None:
    (dot,) = spark.line([7], width=150).dots
    assert (dot.x, dot.kind) == (145, "now")


@pytest.mark.parametrize("ratings", [[], [11], [3, -1]])
def test_a_line_refuses_what_is_no_rating(ratings: list[int]) -> None:
    with pytest.raises(ValueError):
        spark.line(ratings)


@given(st.lists(RATINGS, min_size=1, max_size=60))
def test_a_line_stays_inside_of_its_box(ratings: list[int]) -> None:
    for dot in spark.line(ratings, width=96, height=44).dots:
        assert 0 <= dot.x <= 96
        assert 0 <= dot.y <= 44


def test_a_line_is_said_in_words() -> None:
    assert spark.in_words([2, 3.0, 4]) == "Ratings: 2, 3, 4"


def test_then_and_now_stand_over_their_ratings() -> None:
    drawn = span.span(2, 6)
    assert [(label.words, label.at, label.anchor) for label in drawn.above] == [
        ("then 2", 22.4, "middle"),
        ("now 6", 59.2, "middle"),
    ]


def test_close_neighbours_lean_away_from_each_other() -> None:
    assert [label.anchor for label in span.span(4, 5).above] == ["end", "start"]
    assert [label.anchor for label in span.span(5, 4).above] == ["start", "end"]


def test_the_same_rating_is_said_once() -> None:
    assert [label.words for label in span.span(5, 5).above] == ["then and now 5"]


def test_an_end_of_the_line_leaves_no_room_to_lean() -> None:
    (both,) = span.span(9, 10).above
    assert (both.words, both.at, both.anchor) == ("then 9, now 10", 100, "end")
    (both,) = span.span(1, 0).above
    assert (both.words, both.at, both.anchor) == ("now 0, then 1", 0, "start")


def test_another_view_stands_below_and_is_never_averaged() -> None:
    drawn = span.span(2, 4, 6, ("then", "Hana", "Amina"))
    assert drawn.below is not None
    assert drawn.below.words == "Amina 6"
    assert span.in_words(drawn) == "then 2, Hana 4, Amina 6, of 10"


def test_what_is_missing_is_left_out() -> None:
    assert [label.words for label in span.span(None, 10).above] == ["now 10"]
    assert span.span(None, None).above == ()


def test_a_span_refuses_what_is_no_rating() -> None:
    with pytest.raises(ValueError):
        span.span(2, 11)
