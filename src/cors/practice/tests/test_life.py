"""A life while it is drawn: words are said once, the way is measured, names are given once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.practice.tests.a_life import life, someone, thread, told


def test_what_was_said_is_not_said_again_and_then_nothing_is() -> None:
    one = life()
    said = [one.words(["A.", "B."]) for _ in range(3)]
    assert sorted(said[:2]) == ["A.", "B."]
    assert said[2] == ""


def test_a_piece_counts_as_said_in_whatever_words_it_came_out() -> None:
    one = life(who=someone(pronouns="they/them"))
    assert one.words(["{He} sings."]) == "They sing."
    assert one.words(["{He} sings."]) == ""


def test_words_fit_who_is_spoken_of() -> None:
    pieces = [{"words": "The dog.", "needs": ["dog"]}]
    assert life().words(pieces) == ""
    assert life().words(pieces, frozenset({"dog"})) == "The dog."
    assert life(who=someone("dog")).words(pieces) == "The dog."


def test_names_are_never_given_twice() -> None:
    one = life()
    assert [one.name(what) for what in ("work", "barrier", "work")] == [
        "work-1",
        "barrier-2",
        "work-3",
    ]


@given(st.integers(10, 700), st.integers(1, 9))
def test_the_way_of_one_that_ended_is_whole_on_its_last_day(began: int, ended: int) -> None:
    one = life(began=began, ended=ended)
    assert one.part(began) == 0
    assert one.part(ended) == 1


@given(st.integers(1, 700))
def test_the_way_of_one_that_goes_on_is_never_whole_today(began: int) -> None:
    one = life(began=began)
    assert 0 < one.part(0) < 1
    assert one.part(began) == 0


def test_one_that_has_hardly_begun_has_hardly_a_way_behind_it() -> None:
    assert life(began=15).part(0) == pytest.approx(0.1)


def test_what_began_on_a_day_is_told_apart_from_what_stood_before() -> None:
    one = life()
    one.tell(9, "work", {"as": "work-1"})
    one.tell(5, "work", {"as": "work-2"})
    one.tell(5, "contact", {})
    assert one.begun_on(5) == {"work-2"}
    assert one.begun_on(4) == set()


def test_only_goals_that_are_open_count_as_open() -> None:
    first, second, third = (thread(f"goal-{number}") for number in (1, 2, 3))
    first.has_begun = second.has_begun = second.has_ended = True
    assert life(first, second, third).open_threads() == [first]


def test_a_measure_is_told_where_there_is_one() -> None:
    one, none = life(), life()
    none.measure = ""
    for each in (one, none):
        each.tell_measure(20)
    (taken,) = told(one, "measure")
    assert taken[0] == 20
    assert taken[1]["key"] == "who-5-total"
    assert (one.was_measured, none.was_measured) == (True, False)
    assert none.days == []


def test_chances_are_as_often_as_they_say() -> None:
    one = life()
    assert not any(one.chance(0) for _ in range(100))
    assert all(one.chance(1) for _ in range(100))
    assert 220 < sum(one.chance(0.5) for _ in range(500)) < 280
