"""What carries a figure: days in a period, shares of a base, people counted once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.reports.figure import Base, Period, of_cases, people
from cors.reports.tests.made_up_facts import AFTER, BEFORE, SPRING, a_case, key, keys
from cors.reports.tests.made_up_facts import given as material

days = st.dates(date(2019, 1, 1), date(2029, 12, 31))
LEAP_FEBRUARY = Period(date(2028, 2, 1), date(2028, 2, 29))


@pytest.mark.parametrize("day", [SPRING.first, SPRING.last])
def test_counts_the_first_and_the_last_day(day: date) -> None:
    assert SPRING.holds(day)
    assert Period(day, day).holds(day)


@pytest.mark.parametrize("day", [BEFORE, AFTER, None])
def test_holds_no_day_beside_it_and_no_day_that_never_came(day: date | None) -> None:
    assert not SPRING.holds(day)


def test_counts_the_day_that_only_leap_years_have() -> None:
    assert LEAP_FEBRUARY.holds(date(2028, 2, 29))
    assert LEAP_FEBRUARY.meets(date(2028, 2, 29), None)
    assert not LEAP_FEBRUARY.meets(date(2028, 3, 1), None)


@pytest.mark.parametrize(
    ("start", "end", "meets"),
    [
        (None, None, False),
        (None, SPRING.first, False),
        (BEFORE, None, True),
        (BEFORE, BEFORE, False),
        (BEFORE, SPRING.first, True),
        (SPRING.last, None, True),
        (AFTER, None, False),
        (BEFORE, AFTER, True),
    ],
)
def test_meets_a_spell_with_a_day_in_it(start: date | None, end: date | None, meets: bool) -> None:
    assert SPRING.meets(start, end) is meets


@given(days, days, st.integers(0, 400), st.integers(0, 400))
def test_meets_a_spell_exactly_when_they_share_a_day(
    first: date, start: date, length: int, spell: int
) -> None:
    period = Period(first, first + timedelta(days=length))
    end = start + timedelta(days=spell)
    shared = any(period.holds(start + timedelta(days=at)) for at in range(spell + 1))
    assert period.meets(start, end) is shared
    assert period.meets(start, None) is (start <= period.last)


def test_an_empty_base_has_no_share() -> None:
    assert Base("of nobody", 0).share(0) is None
    assert Base("of four", 4).share(0) == 0
    assert Base("of four", 4).share(1) == 0.25


def test_a_person_with_two_cases_is_one_person() -> None:
    cases = [a_case("a", "Hana"), a_case("b", "Hana"), a_case("c")]
    assert people(cases) == 2
    assert of_cases(cases) == keys("a", "b", "c")


def test_supported_is_who_was_open_on_a_day_of_the_period() -> None:
    cases = [
        a_case("all the time"),
        a_case("ended before", started=date(2025, 1, 1), ended=BEFORE),
        a_case("began after", started=AFTER),
        a_case("waits", started=None),
        a_case("ended on the first day", started=date(2025, 1, 1), ended=SPRING.first),
    ]
    found = material(cases=cases).supported()
    assert [case.case for case in found] == [key("all the time"), key("ended on the first day")]
