"""The drawing: up is better, nothing is cut, no words upon words, no rater like another."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.schema.measure import HigherIs, Score
from cors.catalogue.shipped import shipped
from cors.journey.tests.drawn import overlaps, texts, tree, words
from cors.trajectory.drawing import NARROW, WIDE, Plot, Shape, draw_trajectory
from cors.trajectory.drawn_marks import DASHES
from cors.trajectory.model import Line, Taken
from cors.trajectory.tests.made_up import NORM, PHQ, RATERS, START, TODAY, line, trajectory

SHAPES = pytest.mark.parametrize("shape", [WIDE, NARROW], ids=["wide", "narrow"])
ALL_SCORES = [
    (measure.key, score) for measure in shipped().measures.values() for score in measure.scores
]


def drawn(*lines: Line, shape: Shape = WIDE, score: Score = PHQ, **how: Any) -> str:
    return draw_trajectory(trajectory(*lines, score=score), RATERS, shape=shape, **how)


@st.composite
def any_lines(draw: st.DrawFn) -> list[Line]:
    """Return lines of several raters on days of their own, with gaps."""
    days = st.integers(-30, (TODAY - START).days)
    found = []
    for rater in draw(st.lists(st.sampled_from(sorted(RATERS)), min_size=1, unique=True)):
        rows = draw(st.lists(st.tuples(days, st.none() | st.integers(0, 27)), max_size=12))
        taken = (Taken(START + timedelta(days=on), score) for on, score in sorted(rows, key=str))
        found.append(Line(rater, tuple(sorted(taken, key=lambda row: row.on))))
    return found


@SHAPES
@given(lines=any_lines())
def test_no_words_lie_upon_others_and_none_leaves_the_drawing(
    shape: Shape, lines: list[Line]
) -> None:
    svg = drawn(*lines, shape=shape)
    assert overlaps(svg) == []
    assert [text.words for text in texts(svg) if text.box.right > shape.width + 1] == []
    assert min(text.size for text in texts(svg)) >= 11


@SHAPES
@pytest.mark.parametrize(("key", "score"), ALL_SCORES, ids=[key for key, _ in ALL_SCORES])
def test_every_shipped_measure_can_be_drawn(shape: Shape, key: str, score: Score) -> None:
    svg = drawn(line(score.low, score.high), shape=shape, score=score)
    assert overlaps(svg) == []
    assert {f"{score.low:g}", f"{score.high:g}"} <= set(words(svg))


@pytest.mark.parametrize("way", list(HigherIs))
@given(one=st.floats(0, 27), other=st.floats(0, 27))
def test_a_better_score_is_never_drawn_lower(way: HigherIs, one: float, other: float) -> None:
    plot = Plot(trajectory(score=replace(PHQ, higher_is=way)), WIDE, 10)
    better = max(one, other) if way is HigherIs.BETTER else min(one, other)
    worse = one + other - better
    assert plot.top <= plot.y(better) <= plot.y(worse) <= plot.bottom


def test_the_bands_are_named_and_shaded_in_turn() -> None:
    svg = drawn(line(18, 9))
    scheme = PHQ.bands[0]
    assert {band.label for band in scheme.bands} <= set(words(svg))
    assert svg.count('class="j-fog"') == len(scheme.bands) // 2
    assert "j-fog" not in drawn(line(18), score=replace(PHQ, bands=()))


def test_what_chance_alone_can_do_is_drawn_from_the_baseline_on() -> None:
    assert "j-chance" in drawn(line(18, 9))
    assert "j-chance" not in drawn(line(18, 9), score=replace(PHQ, reliable_change=()))
    assert "j-chance" not in drawn(line(None))


def test_where_people_in_general_are_has_a_bracket() -> None:
    assert "j-expected" in drawn(line(18), score=replace(PHQ, norms=(NORM,)))
    assert "j-expected" not in drawn(line(18))


def test_each_rater_has_a_line_of_a_form_of_its_own() -> None:
    every = [line(18, 9, rater=rater) for rater in RATERS]
    svg = drawn(*every)
    forms = {DASHES.get(rater, "") for rater in RATERS}
    assert len(forms) == len(RATERS)
    assert all(f'stroke-dasharray="{form}"' in svg for form in forms if form)
    assert set(RATERS.values()) <= set(words(svg))


def test_one_rater_alone_needs_no_key() -> None:
    assert not set(RATERS.values()) & set(words(drawn(line(18, 9))))


def test_every_score_has_a_mark_and_the_ends_are_worded() -> None:
    svg = drawn(line(18, 12, 9))
    assert svg.count('class="j-square"') == 3
    assert {"18", "9"} <= set(words(svg))


def test_it_is_named_and_described_and_drawn_the_same_each_time() -> None:
    svg = draw_trajectory(trajectory(line(18, 9)), RATERS, says="Better.")
    found = tree(svg)
    assert [each.text for each in found[:2]] == ["PHQ-9", "Better."]
    assert found.get("aria-labelledby") == "scores-title"
    assert svg == draw_trajectory(trajectory(line(18, 9)), RATERS, says="Better.")


def test_print_and_night_write_their_colours_out() -> None:
    day, night = drawn(line(18, 9), plain=True), drawn(line(18, 9), night=True)
    assert "class=" not in day + night
    assert day != night


def test_from_right_to_left_marks_are_turned_and_numbers_are_not() -> None:
    svg = drawn(line(18, 9), right_to_left=True)
    assert "matrix(-1 0 0 1" in svg
    assert sorted(words(svg)) == sorted(words(drawn(line(18, 9))))


def test_names_that_would_harm_are_written_as_words() -> None:
    evil = replace(trajectory(line(18)), name="<script>&")
    svg = draw_trajectory(evil, RATERS, says="<b>")
    assert "<script>" not in svg
    assert "<b>" not in svg


def test_no_two_forms_are_alike() -> None:
    assert all(one != other for one, other in combinations(DASHES.values(), 2))
