"""A letter shows the journey as it stood: what came later is not in it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.journey.as_of import as_of
from cors.journey.drawing import CLIENT, draw
from cors.journey.model import Journey, Released
from cors.journey.tests import drawn
from cors.journey.tests.any_journey import TODAY, journeys
from cors.journey.tests.people import DAY
from cors.journey.tests.twelve import RE_OPENED, RE_WORDED, SAM_WHOLE

few = settings(max_examples=25, deadline=None, derandomize=True)


def test_today_is_the_journey_itself() -> None:
    assert as_of(SAM_WHOLE, SAM_WHOLE.today) is SAM_WHOLE


def test_a_way_back_that_came_later_is_still_open() -> None:
    then = as_of(SAM_WHOLE, DAY("2025-12-28"))
    (setback,) = [row for row in then.goals[1].moments if row.kind == "setback"]
    assert (setback.back_on, setback.helped) == (None, "")
    later = as_of(SAM_WHOLE, DAY("2026-01-05"))
    assert later.goals[1].moments[1].back_on == DAY("2026-01-05")


def test_what_was_in_the_way_is_still_here_and_work_goes_on() -> None:
    then = as_of(SAM_WHOLE, DAY("2026-01-15"))
    assert [row.ident for row in then.barriers] == ["settled", "arrears"]
    assert all(row.resolved_on is None for row in then.barriers)
    assert all(work.end is None for row in then.barriers for work in row.work)
    assert max(day for row in then.barriers for work in row.work for day in work.sessions) <= (
        DAY("2026-01-15")
    )


def test_a_goal_stands_in_the_words_that_it_had() -> None:
    assert as_of(RE_WORDED, DAY("2026-02-01")).goals[0].words == "Get the children back"
    assert as_of(RE_WORDED, DAY("2026-02-01")).goals[0].wordings == ()
    april = as_of(RE_WORDED, DAY("2026-04-01")).goals[0]
    assert (april.words, april.first_words) == ("See my children", "Get the children back")


def test_a_goal_set_or_ended_later_is_not_yet_set_or_ended() -> None:
    assert len(as_of(RE_WORDED, DAY("2026-01-20")).goals) == 1
    ended = replace(RE_OPENED.goals[0], ended_on=DAY("2026-10-01"), reached=True)
    then = as_of(replace(RE_OPENED, goals=(ended,)), DAY("2026-09-01")).goals[0]
    assert (then.ended_on, then.reached) == (None, False)


def test_a_sentence_said_later_is_not_quoted() -> None:
    assert as_of(RE_OPENED, DAY("2026-08-01")).said is None
    assert as_of(RE_OPENED, DAY("2026-08-17")).said is not None


def test_what_was_shown_later_of_a_measure_is_not_in_it() -> None:
    shown = tuple(Released(DAY(day), "phq-9", day) for day in ("2025-12-01", "2026-02-01"))
    journey = replace(SAM_WHOLE, released=shown)
    assert as_of(journey, DAY("2026-01-15")).shown_of_measures == ["2025-12-01"]
    assert journey.shown_of_measures == ["2026-02-01"]
    assert as_of(journey, DAY("2025-10-01")).shown_of_measures == []


def test_a_change_of_today_is_not_said_of_an_earlier_day() -> None:
    measure = replace(SAM_WHOLE.measures[0], said="better", says="Better.")
    (then, *_) = as_of(replace(SAM_WHOLE, measures=(measure,)), DAY("2026-01-15")).measures
    assert (then.said, then.says) == ("", "")


def test_a_time_without_support_is_open_until_it_ended() -> None:
    assert as_of(RE_OPENED, DAY("2026-01-01")).pauses == ()
    (rest,) = as_of(RE_OPENED, DAY("2026-03-01")).pauses
    assert (rest.end, rest.had_ended) == (None, True)


@pytest.mark.slow
@few
@given(journey=journeys(), back=st.integers(0, 400))
def test_nothing_is_known_of_the_days_to_come(journey: Journey, back: int) -> None:
    day = TODAY - timedelta(days=back)
    then = as_of(journey, day)
    assert then.today == max(day, journey.start)
    known = list(drawn.days_of(then.lanes))
    known += [moment.back_on for goal in then.lanes for moment in goal.moments if moment.back_on]
    known += [row.resolved_on for row in then.barriers if row.resolved_on]
    assert all(one <= day for one in known)
    assert draw(then, style=CLIENT)
