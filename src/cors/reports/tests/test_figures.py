"""Figures of people, contacts, goals, barriers and moments, each worked out by hand."""

from datetime import date, timedelta
from typing import Any

import pytest

from cors.reports import figures
from cors.reports.figure import Period
from cors.reports.tests.made_up_facts import (
    AFTER,
    BEFORE,
    IN_SPRING,
    SPRING,
    a_barrier,
    a_case,
    a_contact,
    a_goal,
    a_moment,
    bases,
    given,
    key,
    keys,
)

LONG_AGO = date(2025, 1, 6)
ENDED_BEFORE: dict[str, Any] = {"started": LONG_AGO, "ended": BEFORE, "ending_reason": "lost-touch"}


def the_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def test_counts_everybody_supported_once() -> None:
    rows = [a_case("a", "Hana"), a_case("b", "Hana"), a_case("c"), a_case("d", **ENDED_BEFORE)]
    figure = figures.supported(given(cases=rows))
    assert figure.value == 2
    assert figure.cases == keys("a", "b", "c")


def test_counts_referrals_the_declined_too() -> None:
    rows = [
        a_case("a", referred=SPRING.first),
        a_case("b", referred=SPRING.last, started=None, declined=AFTER),
        a_case("c", referred=BEFORE),
        a_case("d", referred=AFTER),
    ]
    figure = figures.referrals(given(cases=rows))
    assert (figure.value, figure.missing) == (2, "1 of them were declined.")


def test_counts_who_began_once() -> None:
    rows = [
        a_case("a", "Hana", started=SPRING.first),
        a_case("b", "Hana", started=SPRING.last),
        a_case("c", started=BEFORE),
        a_case("d", started=None),
    ]
    assert figures.starts(given(cases=rows)).value == 1


@pytest.mark.parametrize(
    ("days", "middle"), [([0], 0), ([10, 2], 6), ([3, 30, 5], 5), ([1, 2, 4, 9], 3)]
)
def test_gives_the_middle_wait(days: list[int], middle: float) -> None:
    rows = [
        a_case(str(at), referred=IN_SPRING - timedelta(days=wait), started=IN_SPRING)
        for at, wait in enumerate(days)
    ]
    late = a_case("later", started=AFTER)
    figure = figures.waits(given(cases=[*rows, late]))
    assert (figure.value, figure.unit, len(figure.cases)) == (middle, "days", len(days))


def test_counts_a_wait_over_a_leap_day() -> None:
    row = a_case("a", referred=date(2028, 2, 28), started=date(2028, 3, 1))
    assert figures.waits(given(the_year(2028), cases=[row])).value == 2


def test_says_that_nobody_began_in_place_of_a_wait_of_zero() -> None:
    figure = figures.waits(given(cases=[a_case("a", started=AFTER)]))
    assert (figure.value, figure.note) == (None, "Nobody started in this period.")


def test_counts_endings_by_their_reason_most_frequent_first() -> None:
    rows = [
        a_case("a", ended=IN_SPRING, ending_reason="lost touch"),
        a_case("b", ended=IN_SPRING, ending_reason="reached"),
        a_case("c", ended=SPRING.last, ending_reason="reached"),
        a_case("d", ended=IN_SPRING, ending_reason="died"),
        a_case("e", ended=AFTER, ending_reason="reached"),
        a_case("f"),
    ]
    figure = figures.endings(given(cases=rows))
    assert (figure.value, figure.missing) == (4, "Reached: 2; Died: 1; Lost touch: 1")


def test_counts_a_contact_for_each_person_and_attempts_apart() -> None:
    rows = [
        a_contact("a", contact=key("both")),
        a_contact("b", contact=key("both")),
        a_contact("a", result="no-answer"),
        a_contact("a", result="did-not-come", on=SPRING.last),
        a_contact("a", on=BEFORE),
        a_contact("a", on=AFTER, result="no-answer"),
    ]
    material = given(contacts=rows)
    held, tried = figures.contacts(material), figures.not_reached(material)
    assert (held.value, tried.value) == (2, 2)
    assert held.cases == keys("a", "b")
    assert tried.cases == keys("a")


def test_counts_the_length_of_a_contact_once_however_many_were_there() -> None:
    rows = [
        a_contact("a", contact=key("both"), minutes=90),
        a_contact("b", contact=key("both"), minutes=90),
        a_contact("c", minutes=60),
        a_contact("d", minutes=None),
        a_contact("e", minutes=600, result="did-not-come"),
        a_contact("f", minutes=600, on=AFTER),
    ]
    figure = figures.hours(given(contacts=rows))
    assert (figure.value, figure.unit) == (2.5, "hours")
    assert figure.missing == "1 of 3 contacts have no length recorded."
    assert figure.cases == keys("a", "b", "c")


def test_says_that_no_length_is_known_in_place_of_no_hours() -> None:
    figure = figures.hours(given(contacts=[a_contact("a", minutes=None)]))
    assert (figure.value, figure.cases) == (None, frozenset())
    assert figure.note == "No contact of this period has a length recorded."
    assert figures.hours(given(contacts=[a_contact("a", minutes=0)])).value == 0


def test_counts_goals_set_and_reached_in_the_period() -> None:
    rows = [
        a_goal("a", set_on=SPRING.first),
        a_goal("a", ended=IN_SPRING, how="reached"),
        a_goal("b", set_on=LONG_AGO, ended=SPRING.last, how="let-go"),
        a_goal("c", set_on=LONG_AGO, ended=AFTER, how="reached"),
    ]
    material = given(goals=rows)
    assert figures.goals_set(material).value == 2
    reached = figures.goals_reached(material)
    assert (reached.value, reached.cases) == (1, keys("a"))
    assert reached.missing == "2 goals ended in the period in one way or another."


def test_a_goal_counts_as_reached_when_it_first_was_whatever_came_after() -> None:
    rows = [
        a_goal("taken up again", reached=IN_SPRING),
        a_goal("again and reached again", reached=IN_SPRING, ended=AFTER, how="reached"),
        a_goal("first long ago", reached=LONG_AGO, ended=IN_SPRING, how="reached"),
        a_goal("let go of later", reached=SPRING.last, ended=AFTER, how="let-go"),
    ]
    reached = figures.goals_reached(given(goals=rows))
    assert reached.value == 3
    assert key("first long ago") not in reached.cases


def test_counts_goals_that_feel_closer_of_all_and_of_those_rated_twice() -> None:
    rows = [
        a_goal("two up", 3, 1, 5),
        a_goal("one up", 3, 9, 4),
        a_goal("down", 8, 2),
        a_goal("rated once", 9),
        a_goal("never rated"),
    ]
    cases = [a_case(name) for name in ("two up", "one up", "down", "rated once", "never rated")]
    figure = figures.closer(given(cases=cases, goals=rows))
    assert (figure.value, bases(figure), figure.cases) == (1, [5, 3], keys("two up"))
    assert figure.missing == "2 goals were rated once or never."


def test_leaves_ratings_from_after_the_period_to_the_next_one() -> None:
    later = a_goal("a", ratings=((IN_SPRING, 2), (SPRING.last, 3), (AFTER, 9)))
    material = given(cases=[a_case("a")], goals=[later])
    assert figures.closer(material).value == 0
    whole_year = given(the_year(2026), cases=[a_case("a")], goals=[later])
    assert figures.closer(whole_year).value == 1


def test_leaves_out_goals_that_were_open_at_another_time() -> None:
    rows = [
        a_goal("a", 1, 9, set_on=AFTER),
        a_goal("a", 1, 9, set_on=LONG_AGO, ended=BEFORE, how="let-go"),
        a_goal("ended before", 1, 9, set_on=LONG_AGO),
    ]
    cases = [a_case("a"), a_case("ended before", **ENDED_BEFORE)]
    figure = figures.closer(given(cases=cases, goals=rows))
    assert (figure.value, bases(figure)) == (None, [0, 0])
    assert figure.note == "No goal of this period was rated twice."


def test_counts_barriers_noticed_by_their_kind() -> None:
    kinds = ["debt", "health", "debt", "housing", "trust", "travel", "papers"]
    rows = [a_barrier("a", type_key=kind) for kind in kinds]
    figure = figures.noticed(given(barriers=[*rows, a_barrier("a", noticed=AFTER)]))
    assert figure.value == 7
    assert figure.missing == "Debt: 2; Health: 1; Housing: 1; Papers: 1; Travel: 1"


def test_counts_barriers_resolved_and_those_that_are_still_there() -> None:
    rows = [
        a_barrier("a", resolved=SPRING.last),
        a_barrier("a", noticed=LONG_AGO, resolved=AFTER),
        a_barrier("a", noticed=SPRING.last),
        a_barrier("a", noticed=AFTER),
        a_barrier("ended before", noticed=LONG_AGO),
        a_barrier("ended then", noticed=LONG_AGO),
    ]
    cases = [
        a_case("a"),
        a_case("ended before", **ENDED_BEFORE),
        a_case("ended then", ended=SPRING.last),
    ]
    figure = figures.resolved(given(cases=cases, barriers=rows))
    assert figure.value == 1
    assert figure.missing == "2 are still there at the end of the period."


def test_says_one_in_the_singular_and_nothing_of_nobody() -> None:
    cases = [a_case("a")]
    one = figures.resolved(given(cases=cases, barriers=[a_barrier("a")]))
    assert one.missing == "1 is still there at the end of the period."
    assert figures.resolved(given(cases=cases)).missing == ""
    once = figures.closer(given(cases=cases, goals=[a_goal("a", 5)]))
    assert once.missing == "1 goal was rated once or never."


def test_counts_small_successes() -> None:
    rows = [a_moment("a", "success"), a_moment("a", "success", on=AFTER), a_moment("a")]
    assert figures.successes(given(moments=rows)).value == 1


def test_counts_the_ways_back_of_the_setbacks_of_the_period() -> None:
    rows = [
        a_moment("a", back=IN_SPRING + timedelta(days=4)),
        a_moment("b", back=AFTER + timedelta(days=30), on=SPRING.last),
        a_moment("c"),
        a_moment("d", on=BEFORE, back=IN_SPRING),
    ]
    figure = figures.setbacks(given(moments=rows))
    assert (figure.value, bases(figure), figure.cases) == (2, [3], keys("a", "b"))
    assert figure.missing == "Half of them within 17.5 days."


def test_says_that_there_was_no_setback_in_place_of_none_back() -> None:
    figure = figures.setbacks(given(moments=[a_moment("a", on=AFTER), a_moment("a", "success")]))
    assert (figure.value, figure.note) == (None, "No setback was recorded in this period.")
    waiting = figures.setbacks(given(moments=[a_moment("a")]))
    assert (waiting.value, waiting.missing) == (0, "")
