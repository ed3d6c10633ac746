"""A part of a journey holds what was asked for, says so, and keeps letters and numbers."""

from dataclasses import replace

import pytest

from cors.journey.drawing import CLIENT, CLIENT_PHONE, PHONE, WORKER, Style, draw
from cors.journey.model import Journey, Pause
from cors.journey.narrowed import narrowed
from cors.journey.sentences import description
from cors.journey.table import table
from cors.journey.tests import drawn
from cors.journey.tests.people import DAY, SAM, TODAY, ratings
from cors.journey.tests.twelve import RE_OPENED, RE_WORDED, SAM_WHOLE

styles = pytest.mark.parametrize(
    "style", [WORKER, PHONE, CLIENT, CLIENT_PHONE], ids=lambda style: style.name
)


@pytest.mark.parametrize("goals", [(), ("nobody",), ("door", "drink", "useful")])
def test_all_goals_and_the_whole_time_are_the_journey_itself(goals: tuple[str, ...]) -> None:
    assert narrowed(SAM, goals) is SAM
    assert narrowed(SAM, goals, SAM.start) is SAM


def test_a_goal_brings_what_is_tied_to_it_and_keeps_its_letter() -> None:
    found = narrowed(SAM_WHOLE, ["useful"])
    assert [goal.letter for goal in found.goals] == ["C"]
    assert [row.ident for row in found.barriers] == ["nothing"]
    assert (found.straight, found.moments) == ((), ())
    assert table(found).goals[0].letter == "C"


def test_a_part_says_which_goals_it_holds_in_their_order() -> None:
    assert narrowed(SAM, ["useful", "door"]).shown == "Only goals A and C."
    since = narrowed(SAM, ["drink"], DAY("2026-03-01"))
    assert since.shown == "Only goal B, since 1 March 2026."
    assert since.shown in description(since)


def test_a_time_begins_on_its_day() -> None:
    day = DAY("2026-06-01")
    found = narrowed(SAM_WHOLE, since=day)
    assert found.start == day
    kept = list(drawn.days_of(found.goals))
    assert kept
    assert min(kept) >= day
    assert [row.ident for row in found.barriers] == ["nothing", "evenings"]
    assert [review.on for review in found.reviews] == [DAY("2026-08-24")]
    assert [moment.words for moment in found.moments] == ["Lost her phone and all numbers"]


def test_a_goal_not_rated_since_keeps_its_last_rating() -> None:
    goal = replace(SAM.goals[0], ratings=ratings(("2025-09-08", 1), ("2025-12-08", 4)))
    found = narrowed(replace(SAM, goals=(goal,)), since=DAY("2026-06-01"))
    assert found.goals[0].ratings == ratings(("2025-12-08", 4))


def test_a_goal_that_had_ended_is_left_out_and_one_that_was_reworded_before_keeps_its_words() -> (
    None
):
    over = replace(SAM.goals[0], ended_on=DAY("2026-01-01"))
    day = DAY("2026-06-15")
    assert narrowed(replace(SAM, goals=(over, SAM.goals[1])), since=day).goals[0].letter == "B"
    found = narrowed(RE_WORDED, since=day)
    assert found.goals[0].first_words == "Get the children back"
    assert [row.on for row in found.goals[0].wordings[1:]] == [DAY("2026-08-10")]


def test_a_pause_that_was_over_is_left_out() -> None:
    rests = (Pause(DAY("2025-12-01"), DAY("2025-12-20")), Pause(DAY("2026-10-01")))
    found = narrowed(replace(RE_OPENED, pauses=rests), since=DAY("2026-06-15"))
    assert found.pauses == rests[1:]


def test_a_day_after_today_leaves_an_empty_room_and_no_error() -> None:
    found = narrowed(SAM, since=DAY("2027-01-01"))
    assert found.start == TODAY
    assert draw(found)


@styles
@pytest.mark.parametrize("journey", [SAM_WHOLE, RE_OPENED, RE_WORDED], ids=lambda one: one.name)
def test_the_picture_says_what_it_shows(style: Style, journey: Journey) -> None:
    part = narrowed(journey, [journey.goals[0].ident], DAY("2026-06-15"))
    svg = draw(part, style=style)
    assert " ".join(part.shown.split()) in " ".join(drawn.words(svg))
    assert drawn.overlaps(svg) == []
    assert drawn.outside(svg) == []
