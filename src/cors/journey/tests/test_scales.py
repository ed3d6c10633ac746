"""A measure as a small line: up is better on every scale, and every score is held."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.journey.course import Chart
from cors.journey.layout import Layout
from cors.journey.model import Measure, Score
from cors.journey.scales import by_day, draw_row, draw_scale, ends, height, scored
from cors.journey.sheet import Sheet
from cors.journey.style import PHONE, WORKER, Style
from cors.journey.tests.drawn import parse_path, texts_of
from cors.journey.tests.people import DAY, TODAY
from cors.journey.time_axis import TimeAxis
from cors.trajectory.words import IN_BRIEF

CHART = Chart(100, 40)
LAYOUT = Layout(TimeAxis(DAY("2025-09-08"), TODAY, WORKER.left, WORKER.right), (), 0)


def measure(*scores: tuple[str, float], higher: bool = True, name: str = "SWEMWBS") -> Measure:
    return Measure(name, 7, 35, higher, tuple(Score(DAY(day), value) for day, value in scores))


def row(one: Measure) -> list[str]:
    sheet = Sheet()
    draw_row(sheet, one, LAYOUT, WORKER, 100)
    return [text.words for text in texts_of(sheet)]


@pytest.mark.parametrize(
    ("value", "higher", "y"),
    [(7, True, 140), (35, True, 100), (21, True, 120), (7, False, 100), (35, False, 140)],
)
def test_the_better_end_of_a_scale_is_at_the_top(value: float, higher: bool, y: float) -> None:
    assert height(measure(higher=higher), CHART, value) == y


@pytest.mark.parametrize("higher", [True, False])
@given(one=st.floats(7, 35), other=st.floats(7, 35))
def test_a_better_score_is_never_drawn_lower(higher: bool, one: float, other: float) -> None:
    scale = measure(higher=higher)
    better, worse = (max(one, other), min(one, other)) if higher else sorted((one, other))
    assert height(scale, CHART, better) <= height(scale, CHART, worse)


@given(st.floats(-1e6, 1e6), st.booleans())
def test_a_score_beyond_the_scale_stays_inside_of_its_row(value: float, higher: bool) -> None:
    assert CHART.top <= height(measure(higher=higher), CHART, value) <= CHART.bottom


@given(st.floats(7, 35))
def test_a_turned_scale_is_the_mirror_of_the_other(value: float) -> None:
    up, down = (height(measure(higher=higher), CHART, value) for higher in (True, False))
    assert up + down == pytest.approx(CHART.top + CHART.bottom)


def test_the_numbers_at_the_ends_are_turned_with_the_scale() -> None:
    assert ends(measure()) == ("35", "7")
    assert ends(measure(higher=False)) == ("7", "35")


def test_a_measure_without_a_score_has_no_row() -> None:
    taken, never = measure(("2026-01-05", 20)), measure()
    assert scored([never, taken, never]) == [taken]


def test_scores_are_drawn_by_day_in_whatever_order_they_come() -> None:
    late_first = measure(("2026-08-24", 24), ("2025-09-15", 15), ("2026-04-20", 20))
    assert [score.value for score in by_day(late_first)] == [15, 20, 24]
    assert row(late_first) == row(measure(*(("2025-09-15", 15), ("2026-04-20", 20))[:2],
                                          ("2026-08-24", 24)))  # fmt: skip


@pytest.mark.parametrize("style", [WORKER, PHONE], ids=lambda style: style.name)
def test_every_score_is_a_square_on_the_line(style: Style) -> None:
    sheet, one = Sheet(), measure(("2025-09-15", 15), ("2026-04-20", 20), ("2026-08-24", 24))
    axis = TimeAxis(DAY("2025-09-08"), TODAY, style.left, style.right)
    draw_scale(sheet, one, Layout(axis, (), 0), style, CHART)
    (line,) = [piece for piece in sheet.layers["lines"] if "j-line" in piece]
    assert len(sheet.layers["dots"]) == 3
    assert [x for x, _ in parse_path(line)] == pytest.approx(
        [axis.so_far(score.on) for score in one.scores], abs=0.06
    )


def test_the_latest_score_is_large_and_the_first_is_named_beside_it() -> None:
    said = row(measure(("2025-09-15", 15), ("2026-04-20", 20), ("2026-08-24", 24)))
    assert said.count("24") == 2  # large at the end of the row, small over its square
    assert "from 15" in said


@pytest.mark.parametrize("style", [WORKER, PHONE], ids=lambda style: style.name)
def test_what_chance_alone_can_do_lies_behind_the_line_from_the_first_score_on(
    style: Style,
) -> None:
    sheet, one = Sheet(), measure(("2025-09-15", 15), ("2026-04-20", 20))
    axis = TimeAxis(DAY("2025-09-08"), TODAY, style.left, style.right)
    draw_scale(sheet, one, Layout(axis, (), 0), style, CHART)
    assert not sheet.layers["glow"]
    draw_scale(sheet, replace(one, chance=(14, 21)), Layout(axis, (), 0), style, CHART)
    (band,) = sheet.layers["glow"]
    assert 'y="120" ' in band
    assert 'height="10"' in band


def test_the_change_is_said_in_a_few_words_beside_the_number() -> None:
    one = measure(("2025-09-15", 15), ("2026-04-20", 20), higher=False)
    for words in IN_BRIEF.values():
        assert row(replace(one, said=words))[-2:] == ["from 15", words]  # each fits, uncut


def test_one_score_alone_is_not_told_as_a_change() -> None:
    said = row(measure(("2026-04-20", 20)))
    assert "20" in said
    assert not [words for words in said if words.startswith("from")]


@pytest.mark.parametrize(
    ("value", "said"), [(20.0, "20"), (20.5, "20.5"), (-3.25, "-3.25"), (0.0, "0")]
)
def test_a_score_is_written_without_idle_noughts(value: float, said: str) -> None:
    assert said in row(measure(("2026-04-20", value)))


def test_close_scores_are_all_drawn_and_the_first_and_the_latest_are_worded() -> None:
    days = [f"2026-06-{day:02}" for day in range(1, 25)]
    one = measure(*((day, 10 + place % 9) for place, day in enumerate(days)))
    sheet = Sheet()
    draw_row(sheet, one, LAYOUT, WORKER, 100)
    small = [text for text in texts_of(sheet) if text.size == 12 and text.words.isdigit()]
    assert len(sheet.layers["dots"]) == 24
    assert 2 <= len(small) < 24
    assert not [
        (a.words, b.words)
        for place, a in enumerate(small)
        for b in small[place + 1 :]
        if a.box.meets(b.box)
    ]


def test_a_long_name_is_cut_and_the_direction_never_is() -> None:
    said = row(measure(("2026-04-20", 20), higher=False, name="Short Scale of " + "Worry " * 9))
    assert said[2].endswith("…")
    assert "lower is better, so 7 is at the top" in " ".join(said)
