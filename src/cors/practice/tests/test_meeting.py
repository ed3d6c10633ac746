"""Contacts are drawn from the first day to the last, the first one always held."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from cors.practice.course import CLIMB, COURSES, STUCK
from cors.practice.meeting import KINDS, RHYTHM, Meeting, draw_meetings

SEEDS = st.integers(min_value=0, max_value=10**9)


def drawn(seed: int, began: int, until: int = 0, course: int = 0) -> list[Meeting]:
    return list(draw_meetings(Random(seed), began, until, COURSES[course]))


@given(SEEDS, st.integers(1, 700), st.integers(0, 3))
def test_the_first_is_held_on_the_first_day(seed: int, began: int, course: int) -> None:
    first = drawn(seed, began, course=course)[0]
    assert first == Meeting(began, "usual", held=True)


@given(SEEDS, st.integers(1, 700), st.integers(0, 600))
def test_none_is_after_the_last_day(seed: int, began: int, until: int) -> None:
    found = drawn(seed, began, until)
    assert all(until < meeting.ago <= began for meeting in found)
    assert bool(found) is (began > until)


@given(SEEDS, st.integers(100, 700))
def test_the_days_between_are_those_of_the_rhythm(seed: int, began: int) -> None:
    for one, later in pairwise(drawn(seed, began)):
        shortest, longest = next(days for most, days in RHYTHM if began - one.ago < most)
        assert shortest <= one.ago - later.ago <= longest


def test_what_is_said_to_others_does_not_need_the_person_to_come() -> None:
    found = [meeting for seed in range(60) for meeting in drawn(seed, 400, course=3)]
    assert all(meeting.held for meeting in found if meeting.kind == "about-them")
    assert not all(meeting.held for meeting in found if meeting.kind == "call")
    assert {meeting.kind for meeting in found} == set(KINDS)


def test_who_is_stuck_misses_more_than_who_climbs() -> None:
    def missed(course: int) -> float:
        found = [meeting for seed in range(60) for meeting in drawn(seed, 400, course=course)]
        return sum(not meeting.held for meeting in found) / len(found)

    assert (COURSES[0], COURSES[3]) == (CLIMB, STUCK)
    assert missed(3) > 2 * missed(0)
