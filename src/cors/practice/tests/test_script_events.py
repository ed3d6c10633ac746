"""A script of made-up people: what is told, by whom, in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.practice.script import Event, events, scripts

PEOPLE = [script["person"]["name"] for script in scripts()]
agos = st.lists(st.integers(0, 500), max_size=8)


def told(script: dict[str, object]) -> list[tuple[str, int, str]]:
    return [(event.what, event.ago, event.by) for event in events({"keyworker": "amina"} | script)]


def test_an_event_is_the_keyworkers_unless_somebody_else_is_named() -> None:
    days = [{"ago": 5, "accept": True}, {"ago": 4, "by": "ben", "open": True}]
    assert told({"day": days}) == [("accept", 5, "amina"), ("open", 4, "ben")]


def test_a_day_holds_several_events_in_the_order_in_which_they_are_written() -> None:
    day = {"ago": 5, "accept": True, "point": {}, "goal": {}}
    assert [what for what, _, _ in told({"day": [day]})] == ["accept", "point", "goal"]


@given(agos)
def test_the_earliest_comes_first_however_a_script_is_written(days: list[int]) -> None:
    found = events({"keyworker": "amina", "day": [{"ago": ago, "goal": {}} for ago in days]})
    assert [event.ago for event in found] == sorted(days, reverse=True)


@given(agos, st.lists(st.text(max_size=5), max_size=8))
def test_a_series_has_a_contact_for_each_day_with_a_note_as_long_as_there_are(
    days: list[int], notes: list[str]
) -> None:
    series = {"kind": "call", "minutes": 15, "on": days, "notes": notes, "by": "ben"}
    found = events({"keyworker": "amina", "sessions": [series]})
    assert len(found) == len(days)
    assert {event.by for event in found} <= {"ben"}
    by_place = [*notes, *[""] * len(days)][: len(days)]
    given_ = sorted(zip(days, by_place, strict=True), key=lambda pair: -pair[0])
    assert [(event.ago, event.told["note"]) for event in found] == given_


def test_a_contact_of_a_series_takes_along_what_they_have_in_common() -> None:
    series = {"kind": "call", "minutes": 15, "work": ["visits"], "goals": ["door"], "on": [3]}
    (event,) = events({"keyworker": "amina", "sessions": [series]})
    assert event == Event(
        "contact",
        3,
        "amina",
        {"kind": "call", "minutes": 15, "work": ["visits"], "goals": ["door"], "note": ""},
    )


def test_a_script_without_a_day_tells_nothing() -> None:
    assert told({}) == []


@pytest.mark.parametrize("script", scripts(), ids=PEOPLE)
def test_nobody_is_told_of_before_they_were_referred(script: dict[str, object]) -> None:
    referred = script["referred"]
    assert isinstance(referred, int)
    assert [event for event in events(script) if event.ago > referred] == []


@pytest.mark.parametrize("script", scripts(), ids=PEOPLE)
def test_nothing_is_told_that_is_still_to_come(script: dict[str, object]) -> None:
    assert [event for event in events(script) if event.ago < 0] == []


def test_no_two_people_share_a_name() -> None:
    assert len(set(PEOPLE)) == len(PEOPLE)
