"""Many goals, many entries, odd records: the picture stays quick, light and whole."""

import time
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from cors.journey import sentences
from cors.journey.drawing import PHONE, WORKER, Style, draw
from cors.journey.layout import lay_out, spread
from cors.journey.model import Barrier, Goal, Journey, Measure, Moment, Rating, Score, Work
from cors.journey.phone import parts
from cors.journey.table import table
from cors.journey.tests import drawn
from cors.journey.tests.people import DAY, SAM, TODAY

HEAVIEST = 60_000
GENEROUS = 5
"""A slow machine takes this many times as long as the 50 ms that a page can spare."""

START = DAY("2025-01-06")
styles = pytest.mark.parametrize("style", [WORKER, PHONE], ids=lambda style: style.name)


def day(place: int) -> Rating:
    return Rating(START + timedelta(days=place * 7 % 670), place % 11)


def goal(place: int, entries: int) -> Goal:
    held = [day(one) for one in range(entries)]
    return Goal(
        ident=f"goal-{place}",
        words=f"Goal number {place} in words of its own",
        area="Housing",
        set_on=START,
        ratings=tuple(held[: entries // 2]),
        moments=tuple(
            Moment(one.on, "success", f"A small success, the {place}th") for one in held[::4]
        ),
    )


def busy(goals: int, entries: int) -> Journey:
    """A journey of so many goals, each with so many entries, and work under the water."""
    sessions = tuple(START + timedelta(days=one) for one in range(0, 660, 3))
    works = (Work("Visits", START, None, sessions),)
    ways = tuple(
        Barrier(f"way-{place}", "Arrears", START + timedelta(days=20 * place), None, (), works)
        for place in range(4)
    )
    scores = tuple(Score(day(one).on, one % 30) for one in range(40))
    return Journey(
        "Sam", START, TODAY, tuple(goal(place, entries) for place in range(goals)),
        barriers=ways, measures=(Measure("PHQ-9", 0, 30, False, scores),),
    )  # fmt: skip


THOUSAND = busy(3, 44)
"""132 entries of goals, 880 sessions, 40 scores."""


@styles
def test_a_thousand_entries_are_drawn_while_nobody_notices(style: Style) -> None:
    draw(THOUSAND, style=style)
    took = []
    for _ in range(2):
        began = time.process_time()
        draw(THOUSAND, style=style)
        took.append(time.process_time() - began)
    assert min(took) < 0.05 * GENEROUS


@styles
def test_a_thousand_entries_are_light_enough_for_a_page(style: Style) -> None:
    assert len(draw(THOUSAND, style=style).encode()) < HEAVIEST


@pytest.mark.parametrize("goals", [1, 2, 3, 4, 6, 9])
@styles
def test_words_keep_off_each_other_however_many_goals_there_are(goals: int, style: Style) -> None:
    svg = draw(busy(goals, 12), style=style)
    assert drawn.overlaps(svg) == []
    assert drawn.outside(svg) == []


@pytest.mark.parametrize("goals", [1, 2, 4, 6, 9, 30])
def test_every_open_goal_has_its_lane_one_below_the_other(goals: int) -> None:
    lanes = lay_out(busy(goals, 4), WORKER).lanes
    assert len(lanes) == goals
    assert all(upper.bottom == lower.top for upper, lower in pairwise(lanes))
    assert spread(lanes) == (lanes[0].top, lanes[-1].bottom)
    assert len({lane.letter for lane in lanes}) == goals


@pytest.mark.parametrize("goals", [1, 3, 4, 9])
def test_every_chart_and_its_words_stay_inside_of_their_lane(goals: int) -> None:
    for lane in lay_out(busy(goals, 4), WORKER).lanes:
        assert lane.top < lane.chart.top < lane.chart.bottom < lane.bottom
        assert 29 + len(lane.words) * lane.leading < lane.bottom - lane.top


def test_when_all_of_many_goals_have_ended_all_are_drawn() -> None:
    whole = busy(8, 4)
    ended = replace(whole, goals=tuple(replace(one, ended_on=TODAY) for one in whole.goals))
    layout = lay_out(ended, WORKER)
    assert len(layout.lanes) == 8
    assert layout.folded == ()


def test_of_many_goals_open_ones_keep_the_letters_of_their_place() -> None:
    whole = busy(8, 4)
    goals = tuple(
        replace(one, ended_on=TODAY) if place % 2 else one for place, one in enumerate(whole.goals)
    )
    layout = lay_out(replace(whole, goals=goals), WORKER)
    assert [lane.letter for lane in layout.lanes] == ["A", "C", "E", "G"]
    assert [one.ident for one in layout.folded] == [goals[place].ident for place in (1, 3, 5, 7)]


def test_a_goal_is_found_by_its_name_and_a_strange_name_finds_none() -> None:
    layout = lay_out(SAM, WORKER)
    found = layout.lane("drink")
    assert found is not None
    assert found.goal is SAM.goals[1]
    assert layout.lane("nobody") is None


ODD = {
    "a way that holds a goal nobody has": replace(
        SAM, barriers=(Barrier("w", "Arrears", START, None, ("nobody",)),)
    ),
    "a way that names a goal twice": replace(
        SAM, barriers=(Barrier("w", "Arrears", START, None, ("door", "door")),)
    ),
    "work for a goal nobody has": replace(SAM, straight=(("nobody", Work("Visits", START)),)),
    "work that ended before it began": replace(
        SAM, straight=(("door", Work("Visits", TODAY, START)),)
    ),
    "a way resolved before it surfaced": replace(
        SAM, barriers=(Barrier("w", "Arrears", TODAY, START, ("door",)),)
    ),
    "entries before the case began": replace(SAM, start=TODAY),
    "entries after today": replace(SAM, today=DAY("2026-01-01")),
    "a scale without reach": replace(
        SAM, measures=(Measure("Yes or no", 1, 1, True, (Score(START, 1),)),)
    ),
    "work without a name": replace(SAM, straight=(("door", Work("", START)),)),
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_records_are_drawn_told_and_listed(odd: str) -> None:
    journey = ODD[odd]
    for svg in (draw(journey), draw(journey, style=PHONE), draw(journey, print=True)):
        assert drawn.overlaps(svg) == []
        assert drawn.outside(svg) == []
    assert parts(journey).lanes
    assert sentences.description(journey)
    assert table(journey).goals
