"""Days and months as they are written, whatever language the machine speaks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.journey import days
from cors.journey.tests.people import DAY

SOME_DAY = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("place", "whole", "cut"),
    [
        (1, "January", "Jan"),
        (2, "February", "Feb"),
        (3, "March", "Mar"),
        (4, "April", "Apr"),
        (5, "May", "May"),
        (6, "June", "Jun"),
        (7, "July", "Jul"),
        (8, "August", "Aug"),
        (9, "September", "Sep"),
        (10, "October", "Oct"),
        (11, "November", "Nov"),
        (12, "December", "Dec"),
    ],
)
def test_every_month_has_its_name_and_three_letters(place: int, whole: str, cut: str) -> None:
    day = date(2026, place, 3)
    assert days.full(day) == f"3 {whole} 2026"
    assert days.month(day) == cut
    assert days.short(day) == f"3 {cut}"


def test_a_day_is_written_without_a_leading_nought() -> None:
    assert days.medium(DAY("2026-02-01")) == "1 Feb 2026"


@pytest.mark.parametrize(
    ("day", "later", "found"),
    [
        ("2026-01-31", 0, "2026-01-01"),
        ("2026-01-31", 1, "2026-02-01"),
        ("2026-12-31", 1, "2027-01-01"),
        ("2026-01-01", -1, "2025-12-01"),
        ("2024-02-29", 12, "2025-02-01"),
        ("2024-02-29", -24, "2022-02-01"),
    ],
)
def test_the_first_of_a_month_is_found_over_years(day: str, later: int, found: str) -> None:
    assert days.first_of_month(DAY(day), later) == DAY(found)


def test_months_end_at_the_last_month_that_can_be_written() -> None:
    assert days.first_of_month(DAY("9999-11-05")) == DAY("9999-11-01")
    assert days.first_of_month(DAY("9999-11-05"), 1) == date.max


@given(SOME_DAY)
def test_the_next_monday_is_never_a_week_away(day: date) -> None:
    monday = days.monday_from(day)
    assert monday.weekday() == 0
    assert timedelta() <= monday - day < timedelta(days=7)


@given(SOME_DAY, st.integers(-600, 600))
def test_going_some_months_on_and_back_ends_where_it_began(day: date, months: int) -> None:
    there = days.first_of_month(day, months)
    assert days.first_of_month(there, -months) == day.replace(day=1)
