"""What carries a figure: days in a period, shares of a base, people counted once."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors.facts.snapshot import Snapshot
from cors.facts.tests.laid_facts import laid
from cors.reports.figure import Base, Period
from cors.reports.figures import supported
from cors.reports.tests.made_up_facts import AFTER, BEFORE, SPRING, a_case, facts_of, keys
from cors.reports.tests.made_up_facts import given as material

days = st.dates(date(2019, 1, 1), date(2029, 12, 31))
LEAP_FEBRUARY = Period(date(2028, 2, 1), date(2028, 2, 29))


def about(period: Period) -> Snapshot:
    """Return a snapshot of nothing, to ask about days of a period."""
    found = laid(facts_of({}))
    found.narrow([], period.first, period.last)
    return found


def holds(period: Period, day: date | None) -> bool:
    return about(period).one("SELECT coalesce(in_period(?::DATE), false)", day)[0] is True


def meets(period: Period, start: date | None, end: date | None) -> bool:
    question = "SELECT coalesce(meets(?::DATE, ?::DATE), false)"
    return about(period).one(question, start, end)[0] is True


@pytest.mark.parametrize("day", [SPRING.first, SPRING.last])
def test_counts_the_first_and_the_last_day(day: date) -> None:
    assert holds(SPRING, day)
    assert holds(Period(day, day), day)


@pytest.mark.parametrize("day", [BEFORE, AFTER, None])
def test_holds_no_day_beside_it_and_no_day_that_never_came(day: date | None) -> None:
    assert not holds(SPRING, day)


def test_counts_the_day_that_only_leap_years_have() -> None:
    assert holds(LEAP_FEBRUARY, date(2028, 2, 29))
    assert meets(LEAP_FEBRUARY, date(2028, 2, 29), None)
    assert not meets(LEAP_FEBRUARY, date(2028, 3, 1), None)


@pytest.mark.parametrize(
    ("start", "end", "shared"),
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
def test_meets_a_spell_with_a_day_in_it(start: date | None, end: date | None, shared: bool) -> None:
    assert meets(SPRING, start, end) is shared


@settings(max_examples=25, deadline=None)
@given(days, days, st.integers(0, 400), st.integers(0, 400))
def test_meets_a_spell_exactly_when_they_share_a_day(
    first: date, start: date, length: int, spell: int
) -> None:
    period = Period(first, first + timedelta(days=length))
    end = start + timedelta(days=spell)
    shared = max(first, start) <= min(period.last, end)
    assert meets(period, start, end) is shared
    assert meets(period, start, None) is (start <= period.last)


def test_an_empty_base_has_no_share() -> None:
    assert Base("of nobody", 0).share(0) is None
    assert Base("of four", 4).share(0) == 0
    assert Base("of four", 4).share(1) == 0.25


def test_a_person_with_two_cases_is_one_person() -> None:
    cases = [a_case("a", "Hana"), a_case("b", "Hana"), a_case("c")]
    figure = supported(material(cases=cases))
    assert (figure.value, figure.cases) == (2, keys("a", "b", "c"))


def test_supported_is_who_was_open_on_a_day_of_the_period() -> None:
    cases = [
        a_case("all the time"),
        a_case("ended before", started=date(2025, 1, 1), ended=BEFORE),
        a_case("began after", started=AFTER),
        a_case("waits", started=None),
        a_case("ended on the first day", started=date(2025, 1, 1), ended=SPRING.first),
    ]
    found = supported(material(cases=cases))
    assert found.cases == keys("all the time", "ended on the first day")
