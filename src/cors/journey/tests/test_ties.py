"""Ties run from what is in the way up to the goals that it holds back, none upon another."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.journey.layout import Layout, lay_out
from cors.journey.model import Barrier, Goal, Journey
from cors.journey.style import WORKER
from cors.journey.tests.people import DAY, SAM, TODAY, ratings
from cors.journey.ties import NEAR, Tie, crossing, ties

LAYOUT = lay_out(SAM, WORKER)


def way(day: str, *blocks: str) -> Barrier:
    return Barrier(f"way-{day}", "In the way", DAY(day), blocks=blocks)


def one(barrier: Barrier, layout: Layout = LAYOUT) -> Tie:
    (tie,) = ties([barrier], layout)
    return tie


def test_a_tie_stands_on_the_day_from_which_it_held() -> None:
    assert one(way("2026-05-04", "door")).x == LAYOUT.axis.so_far(DAY("2026-05-04"))


def test_a_tie_has_a_knot_for_each_goal_from_the_top_down() -> None:
    found = one(way("2026-05-04", "useful", "door", "drink"))
    assert [knot.ident for knot in found.knots] == ["door", "drink", "useful"]
    assert found.top == found.knots[0].y


def test_a_knot_lies_on_the_line_of_its_goal() -> None:
    found = one(way("2026-05-04", "door", "drink"))
    for knot in found.knots:
        lane = LAYOUT.lane(knot.ident)
        assert lane is not None
        assert knot.y == lane.course.y(knot.x)
        assert lane.chart.top <= knot.y <= lane.chart.bottom


@pytest.mark.parametrize("blocks", [(), ("nobody",), ("nobody", "nothing")])
def test_what_holds_no_drawn_goal_back_has_no_tie(blocks: tuple[str, ...]) -> None:
    assert ties([way("2026-05-04", *blocks)], LAYOUT) == []


def test_a_goal_that_is_not_drawn_is_left_out_of_the_tie() -> None:
    assert [knot.ident for knot in one(way("2026-05-04", "nobody", "drink")).knots] == ["drink"]


def test_a_goal_that_was_set_later_is_reached_by_a_bend() -> None:
    found = one(way("2025-10-01", "useful"))
    (knot,) = found.knots
    lane = LAYOUT.lane("useful")
    assert lane is not None
    assert knot.x == lane.course.first - 9
    assert knot.x - knot.reach == found.x
    assert knot.reach > 0


def test_a_goal_that_was_already_there_needs_no_bend() -> None:
    assert one(way("2026-05-04", "useful")).knots[0].reach == 0


def test_a_barrier_older_than_the_case_is_tied_at_its_beginning() -> None:
    assert one(way("2019-01-01", "door")).x >= WORKER.left


def test_two_that_surfaced_on_one_day_are_tied_side_by_side() -> None:
    first, second = ties([way("2026-05-04", "door")] * 2, LAYOUT)
    assert second.x - first.x >= NEAR


def test_a_tie_keeps_off_the_first_dot_of_a_line() -> None:
    dots = [lane.course.first for lane in LAYOUT.lanes]
    found = one(way("2025-12-08", "drink"))  # the day on which the third goal was set
    assert all(abs(found.x - dot) >= NEAR for dot in dots)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 420), min_size=2, max_size=5))
def test_a_handful_of_ties_is_never_drawn_upon_each_other(days: list[int]) -> None:
    start = SAM.start.toordinal()
    barriers = [
        replace(way("2026-01-01", "door"), from_on=type(SAM.start).fromordinal(start + day))
        for day in days
    ]
    found = ties(barriers, LAYOUT)
    assert len(found) == len(days)
    assert all(abs(a.x - b.x) >= NEAR - 1e-9 for a, b in combinations(found, 2))


def test_a_tie_crosses_its_lowest_lane_and_all_below() -> None:
    found = one(way("2026-05-04", "drink"))
    upper, middle, lower = LAYOUT.lanes
    assert list(crossing([found], upper)) == []
    assert list(crossing([found], middle)) == [(found.x, found.top)]
    assert list(crossing([found], lower)) == [(found.x, lower.top)]


def test_every_goal_of_a_tie_lies_on_the_same_line_whatever_was_rated() -> None:
    goals = (
        Goal("rated", "One", "Housing", DAY("2026-01-05"), ratings(("2026-01-05", 2))),
        Goal("never", "Two", "Health", DAY("2026-01-05")),
    )
    layout = lay_out(Journey("Sam", DAY("2026-01-05"), TODAY, goals=goals), WORKER)
    found = one(way("2026-06-01", "rated", "never"), layout)
    assert {knot.x for knot in found.knots} == {found.x}
