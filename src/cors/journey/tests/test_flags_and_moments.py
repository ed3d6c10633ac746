"""Flags, small successes and setbacks on the line of a goal, and the forms of their words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.journey import wording
from cors.journey.flags import drawn_flags, flag_words
from cors.journey.goal_lane import grounds, space_of
from cors.journey.layout import Lane, Layout, lay_out
from cors.journey.model import Flag, Goal, Journey, Moment
from cors.journey.moment_words import setback_forms
from cors.journey.moments import draw_setbacks, draw_successes, in_order
from cors.journey.plot import Plot
from cors.journey.sheet import Sheet
from cors.journey.style import WORKER
from cors.journey.tests.drawn import texts_of
from cors.journey.tests.people import DAY, TODAY, ratings, setback, success

START = DAY("2026-01-05")
GOAL = Goal("one", "One", "Health", START, ratings(("2026-01-05", 3), ("2026-06-01", 6)))
words = st.text("abcdef ghi WM.,", min_size=1, max_size=80).filter(str.strip)


def plot_of(*moments: Moment, dense: bool = False) -> tuple[Plot, Goal]:
    goal = replace(GOAL, moments=moments)
    layout: Layout = lay_out(Journey("Sam", START, TODAY, goals=(goal,)), WORKER)
    (lane,) = layout.lanes
    space = space_of(lane, layout.axis, WORKER)
    return Plot(Sheet(), space, layout.axis, lane.course, lane.top + 10, dense), goal


def suns(*days: str, dense: bool = False) -> Plot:
    plot, goal = plot_of(*(success(day, "Rang") for day in days), dense=dense)
    draw_successes(plot, goal, [])
    return plot


def count(plot: Plot, layer: str, paint: str) -> int:
    return sum(f'"{paint}"' in piece for piece in plot.sheet.layers[layer])


def test_a_success_is_a_sun_on_the_line_on_its_day() -> None:
    plot, goal = plot_of(success("2026-03-01", "Rang"))
    (drawn,) = draw_successes(plot, goal, [])
    x = plot.axis.so_far(DAY("2026-03-01"))
    assert drawn.mark.x == x
    assert (drawn.mark.box.top + drawn.mark.box.bottom) / 2 == pytest.approx(plot.course.y(x))


@pytest.mark.parametrize("close", [2, 3, 4])
def test_successes_of_one_day_are_lifted_off_each_other(close: int) -> None:
    plot, goal = plot_of(*[success("2026-03-01", "Rang")] * close)
    boxes = [one.mark.box for one in draw_successes(plot, goal, [])]
    assert len(boxes) == close
    assert not [1 for n, a in enumerate(boxes) for b in boxes[n + 1 :] if a.meets(b)]


def test_a_lifted_sun_stays_in_its_lane() -> None:
    plot, goal = plot_of(*[success("2026-03-01", "Rang")] * 12)
    assert all(one.mark.box.top > plot.ceiling - 10 for one in draw_successes(plot, goal, []))


def test_a_dense_picture_says_how_many_a_sun_stands_for() -> None:
    plot = suns("2026-03-01", "2026-03-02", "2026-03-03", "2026-09-01", dense=True)
    assert count(plot, "marks", "j-sun") == 2
    assert [text.words for text in texts_of(plot.sheet)] == ["3"]


def test_a_roomy_picture_merges_nothing() -> None:
    plot = suns("2026-03-01", "2026-03-02", "2026-03-03")
    assert count(plot, "marks", "j-sun") == 3
    assert texts_of(plot.sheet) == []


@settings(max_examples=30)
@given(st.lists(st.integers(0, 300), min_size=1, max_size=30))
def test_no_success_goes_uncounted_in_a_dense_picture(days: list[int]) -> None:
    moments = [
        Moment(type(START).fromordinal(START.toordinal() + day), "success", "Rang") for day in days
    ]
    plot, goal = plot_of(*moments, dense=True)
    draw_successes(plot, goal, [])
    counted = sum(int(text.words) for text in texts_of(plot.sheet))
    assert counted <= len(days)
    assert count(plot, "marks", "j-sun") <= len(days)
    assert counted + count(plot, "marks", "j-sun") >= min(2, len(days))


@pytest.mark.parametrize("back", ["2026-03-01", "2026-03-02", "2026-05-01", ""])
def test_every_setback_has_its_ring_and_an_arrow_only_when_it_is_over(back: str) -> None:
    plot, goal = plot_of(setback("2026-03-01", "Lost the keys", back))
    draw_setbacks(plot, goal)
    assert count(plot, "marks", "j-ring") == 1
    assert count(plot, "marks", "j-arc") == (1 if back else 0)
    assert count(plot, "arcs", "j-arc j-open") == (0 if back else 1)


@pytest.mark.parametrize("day", ["2026-01-05", "2026-11-08", "2026-11-09"])
def test_a_setback_at_either_end_is_drawn_inside_of_the_axis(day: str) -> None:
    plot, goal = plot_of(setback(day, "Lost the keys"))
    (one,) = draw_setbacks(plot, goal)
    assert plot.axis.left - 1 <= one.ring.left + 6.2
    assert one.ring.right - 6.2 <= plot.axis.now


def test_moments_of_one_kind_come_by_day() -> None:
    late, early = success("2026-04-01", "b"), success("2026-03-01", "a")
    goal = replace(GOAL, moments=(late, setback("2026-02-01", "x"), early))
    assert [moment.words for moment in in_order(goal, "success")] == ["a", "b"]


@given(words, st.booleans())
def test_a_setback_says_in_every_form_what_it_was(said: str, over: bool) -> None:
    moment = setback("2026-03-01", said, "2026-03-09" if over else "", "a call")
    first = said.split()[0][:4]
    forms = setback_forms(moment)
    assert all(form.lines for form in forms)
    assert all(form.lines[0].words.startswith(first[:1]) for form in forms)
    how = wording.back_after(8) if over else wording.NOT_BACK
    assert how in " ".join(line.words for line in forms[0].lines)


@pytest.mark.parametrize("helped", ["", "a call"])
def test_a_setback_without_words_still_says_how_it_went(helped: str) -> None:
    forms = setback_forms(setback("2026-03-01", "", "2026-03-09", helped))
    assert all(form.lines[0].words.startswith("back on track in 8 days") for form in forms)


@given(words, st.booleans())
def test_a_flag_s_last_form_is_one_short_line(said: str, is_rung: bool) -> None:
    flag = Flag(START, said, kept=(4, 13), rung=(4, 5) if is_rung else None)
    last = flag_words(flag)[-1]
    assert len(last.form.lines) == 1
    assert last.width <= 171
    assert last.kept == ""


def test_a_flag_that_was_kept_says_so_on_its_line_or_below() -> None:
    on_line, below, *_ = flag_words(Flag(START, "Moved in", kept=(13,)))
    assert (on_line.inline, below.inline) == (True, False)
    assert on_line.width > below.width
    assert on_line.height < below.height


def test_a_dense_picture_keeps_hard_outcomes_and_the_highest_step() -> None:
    low, high = (Flag(DAY("2026-03-01"), "bus", rung=(step, 5)) for step in (2, 4))
    late = Flag(DAY("2026-09-01"), "bus", rung=(3, 5))
    hard = Flag(DAY("2026-02-01"), "Moved in")
    goal = replace(GOAL, flags=(late, high, low, hard))
    assert drawn_flags(goal, dense=True) == [hard, high]
    assert drawn_flags(goal, dense=False) == [hard, high, low, late]


def test_the_ground_reaches_to_every_mark() -> None:
    goal = replace(GOAL, moments=(success("2026-03-01", "a"),), flags=(Flag(START, "Moved in"),))
    layout = lay_out(Journey("Sam", START, TODAY, goals=(goal,)), WORKER)
    lane: Lane = layout.lanes[0]
    assert grounds(lane, layout.axis) == [
        layout.axis.so_far(DAY("2026-03-01")),
        layout.axis.so_far(START),
    ]
