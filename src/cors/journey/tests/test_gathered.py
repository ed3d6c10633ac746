"""Many barriers are gathered by part of life, and nothing of them is lost."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cors.journey.drawing import draw
from cors.journey.gathered import Step, areas, is_gathered, steps, strokes
from cors.journey.model import Barrier, Journey, Work
from cors.journey.sentences import of_area
from cors.journey.tests import drawn
from cors.journey.tests.people import DAY, SAM, TODAY
from cors.journey.tests.twelve import THIRTY
from cors.journey.time_axis import TimeAxis

AXIS = TimeAxis(DAY("2025-09-08"), TODAY, 212, 1028)


def way(ident: str, start: str, end: str = "", area: str = "Housing") -> Barrier:
    return Barrier(ident, ident, DAY(start), DAY(end) if end else None, ("door",), area=area)


def several(count: int) -> Journey:
    return replace(SAM, barriers=tuple(way(str(n), "2026-01-01") for n in range(count)))


def test_eight_have_rows_of_their_own_and_nine_are_gathered() -> None:
    assert not is_gathered(several(8))
    assert is_gathered(several(9))
    assert drawn.count(draw(several(8)), "j-edge") == 8 + 1
    assert "9 noted, 0 resolved" in drawn.words(draw(several(9)))


def test_the_heaviest_part_of_life_comes_first_and_other_last() -> None:
    found = areas(THIRTY)
    days = [area.open_days(TODAY) for area in found if area.name != "Other"]
    assert days == sorted(days, reverse=True)
    assert found[-1].name == "Other"
    assert len(found) == 7
    assert sum(len(area.barriers) for area in found) == len(THIRTY.barriers)


def test_what_has_no_part_of_life_is_other() -> None:
    rows = (way("a", "2026-01-01", area=""), way("b", "2026-01-01"))
    assert [area.name for area in areas(replace(SAM, barriers=rows))] == ["Housing", "Other"]


def test_steps_say_how_many_were_there_at_once() -> None:
    rows = [way("a", "2026-01-01", "2026-03-01"), way("b", "2026-02-01", "2026-04-01")]
    assert steps(rows, TODAY) == [
        Step(DAY("2026-01-01"), DAY("2026-02-01"), 1),
        Step(DAY("2026-02-01"), DAY("2026-03-01"), 2),
        Step(DAY("2026-03-01"), DAY("2026-04-01"), 1),
    ]


def test_days_without_any_are_left_out_and_open_ones_reach_today() -> None:
    rows = [way("a", "2026-01-01", "2026-02-01"), way("b", "2026-05-01")]
    found = steps(rows, TODAY)
    assert [step.start for step in found] == [DAY("2026-01-01"), DAY("2026-05-01")]
    assert found[-1].end == TODAY


@pytest.mark.parametrize("day", [DAY("2026-01-01"), TODAY])
def test_one_resolved_on_its_own_day_is_no_time_at_all(day: date) -> None:
    assert steps([Barrier("a", "a", day, day)], TODAY) == []


def test_work_of_one_month_is_one_stroke() -> None:
    days = tuple(DAY("2026-02-02") + timedelta(days=n) for n in range(3))
    one, other = (Work(name, days[0], None, days) for name in "ab")
    rows = [replace(way("a", "2026-01-01"), work=(one, other))]
    assert [stroke.sessions for stroke in strokes(rows, AXIS)] == [6]
    assert strokes([way("a", "2026-01-01")], AXIS) == []


def test_a_lane_of_many_is_one_stop_that_names_those_still_here_first() -> None:
    rows = [way("Old", "2026-01-01", "2026-02-01"), way("New", "2026-03-01")]
    assert of_area("Housing", rows, {"door": "A", "drink": "B"}) == (
        "In the way of A, Housing: 2 noted, 1 resolved. New, from 1 March 2026, still here; "
        "Old, from 1 January 2026, resolved 1 February 2026."
    )
    said = [says for _, says in drawn.links(draw(THIRTY))]
    assert sum(says.startswith("In the way of") for says in said) == 7


def test_of_very_many_the_sentence_says_how_many_more() -> None:
    rows = [way(str(n), "2026-01-01") for n in range(11)]
    assert of_area("Housing", rows, {}).endswith("; 3 more.")
