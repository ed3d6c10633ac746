"""Which barriers are drawn, where work begins and ends, and how its sessions become strokes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cors.journey import bands
from cors.journey.drawing import PHONE, WORKER, Style, draw
from cors.journey.model import Barrier, Journey, Work
from cors.journey.tests import drawn
from cors.journey.tests.people import DAY, SAM, TODAY, monthly
from cors.journey.time_axis import TimeAxis

YEAR = TimeAxis(DAY("2025-11-09"), TODAY, 212, 1028)
YEARS = TimeAxis(DAY("2022-11-09"), TODAY, 212, 1028)


def way(ident: str, from_on: str, resolved: str = "") -> Barrier:
    return Barrier(ident, ident, DAY(from_on), DAY(resolved) if resolved else None)


def many(here: int, past: int) -> Journey:
    """Return a journey with so many barriers still here and so many resolved, one a week."""
    start = DAY("2025-01-06")
    found = [Barrier(f"here-{n}", "x", start + timedelta(weeks=n)) for n in range(here)]
    for n in range(past):
        day = start + timedelta(weeks=n)
        found.append(Barrier(f"past-{n}", "x", day, day + timedelta(days=3)))
    return Journey("Sam", start, TODAY, barriers=tuple(found))


def idents(barriers: list[Barrier]) -> list[str]:
    return [barrier.ident for barrier in barriers]


def test_of_two_that_surfaced_on_one_day_the_first_noted_stays_on_top() -> None:
    same = (way("one", "2026-03-01"), way("two", "2026-03-01"), way("late", "2026-04-01"))
    assert idents(bands.ordered(same)) == ["late", "one", "two"]


def test_eight_barriers_are_all_drawn() -> None:
    assert len(bands.shown(many(here=0, past=8).barriers, 8, 2)) == 8


def test_of_nine_the_one_resolved_first_is_left_to_the_table() -> None:
    shown = idents(bands.shown(many(here=3, past=6).barriers, 8, 5))
    assert len(shown) == 8
    assert "past-0" not in shown


def test_nothing_that_is_still_here_is_ever_left_out() -> None:
    shown = idents(bands.shown(many(here=12, past=5).barriers, 8, 2))
    assert sum(ident.startswith("here") for ident in shown) == 12
    assert [ident for ident in shown if ident.startswith("past")] == ["past-4", "past-3"]


def test_the_latest_resolved_counts_by_the_day_it_was_resolved() -> None:
    old = way("old", "2025-01-01", "2026-10-01")
    new = way("new", "2026-01-01", "2026-02-01")
    assert idents(bands.shown([old, new], most=1, resolved=1)) == ["old"]


def test_a_spell_reaches_to_today_while_work_goes_on() -> None:
    assert bands.spell(Work("x", DAY("2026-01-05")), TODAY) == (DAY("2026-01-05"), TODAY)


def test_an_end_that_is_still_planned_is_drawn_to_today() -> None:
    planned = Work("x", DAY("2026-01-05"), TODAY + timedelta(days=30))
    assert bands.spell(planned, TODAY)[1] == TODAY


def test_a_spell_holds_sessions_before_its_start_and_after_its_end() -> None:
    held = (DAY("2026-01-01"), DAY("2026-03-20"))
    work = Work("x", DAY("2026-01-05"), DAY("2026-03-01"), held)
    assert bands.spell(work, TODAY) == held


def test_a_session_that_is_only_planned_does_not_lengthen_a_spell() -> None:
    work = Work("x", DAY("2026-01-05"), DAY("2026-03-01"), (TODAY + timedelta(days=9),))
    assert bands.spell(work, TODAY) == (DAY("2026-01-05"), DAY("2026-03-01"))
    assert sum(one.sessions for one in bands.strokes(work, YEAR)) == 0


def test_every_session_up_to_today_is_in_just_one_stroke() -> None:
    work = Work("x", DAY("2026-01-05"), None, monthly("2026-01-05", 3, 0, 7, 1, 12, 0, 0, 2))
    found = bands.strokes(work, YEAR)
    assert [one.sessions for one in found] == [3, 0, 7, 1, 12, 0, 0, 2, 0, 0, 0]


def test_strokes_leave_a_gap_of_a_pixel_and_a_half_between_months() -> None:
    first, second = bands.strokes(Work("x", DAY("2026-01-01"), DAY("2026-02-28")), YEAR)
    assert second.left - first.right == pytest.approx(1.6)
    assert first.left == pytest.approx(YEAR.x(DAY("2026-01-01")) + 0.8)


def test_a_single_day_of_work_is_still_two_pixels_wide() -> None:
    one = Work("x", DAY("2026-05-05"), DAY("2026-05-05"), (DAY("2026-05-05"),))
    (stroke,) = bands.strokes(one, YEARS)
    assert stroke.right - stroke.left == pytest.approx(2)


@pytest.mark.parametrize("style", [WORKER, PHONE], ids=lambda style: style.name)
def test_work_that_ended_before_the_axis_begins_is_one_stroke_at_its_edge(style: Style) -> None:
    old = Work("Old work", DAY("2020-01-01"), DAY("2020-02-01"), (DAY("2020-01-10"),))
    (stroke,) = bands.strokes(old, YEAR)
    assert (stroke.left, stroke.right) == pytest.approx((YEAR.left + 0.8, YEAR.left + 2.8))
    svg = draw(replace(SAM, straight=(("door", old),)), style=style)
    assert any("Old work" in said for _, said in drawn.links(svg))


def test_quarters_begin_in_january_april_july_and_october() -> None:
    work = Work("x", DAY("2024-02-10"), DAY("2024-08-10"), monthly("2024-02-10", 1, 1, 2, 0, 0, 5))
    found = bands.strokes(work, YEARS)
    assert [one.sessions for one in found] == [2, 2, 5]
    assert found[1].left == pytest.approx(YEARS.x(date(2024, 4, 1)) + 0.8)


@pytest.mark.parametrize(
    ("sessions", "high"), [(0, 1), (1, 3.3), (4, 10.2), (7, 17.1), (8, 17.1), (40, 17.1)]
)
def test_a_month_s_stroke_grows_by_the_same_for_each_session(sessions: int, high: float) -> None:
    assert bands.height_of(sessions, False, 2.3) == pytest.approx(high)


@pytest.mark.parametrize(("sessions", "high"), [(0, 1), (1, 1.94), (14, 14.2), (20, 14.2)])
def test_a_quarter_s_stroke_grows_slower_and_is_capped_at_fourteen(
    sessions: int, high: float
) -> None:
    assert bands.height_of(sessions, True, 2.3) == pytest.approx(high, abs=0.01)


def test_a_row_with_a_barrier_is_twenty_higher_for_each_piece_of_work() -> None:
    barrier = way("debts", "2026-01-01")
    work = Work("x", DAY("2026-01-01"))
    assert [bands.Row(0, (work,) * n, (), barrier).height for n in range(4)] == [44, 64, 84, 104]
    assert bands.Row(0, (work,), ("door",)).height == 44


def test_work_on_a_barrier_stands_in_the_order_in_which_it_began() -> None:
    late, early = Work("late", DAY("2026-05-01")), Work("early", DAY("2026-02-01"))
    barrier = Barrier("b", "b", DAY("2026-01-01"), work=(late, early))
    (row,) = bands.rows(Journey("Sam", DAY("2026-01-01"), TODAY, barriers=(barrier,)), top=100)
    assert [one.name for one in row.work] == ["early", "late"]
    assert (row.top, row.band_top, row.bottom) == (100, 121, 184)
