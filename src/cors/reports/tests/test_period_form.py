"""Which period is asked for, and what is said of one that can't be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.catalogue.models import Service
from cors.reports.figure import Period
from cors.reports.forms import PeriodForm, year_until

MOVE_ON, WORK = Service(key="move-on", name="Move-on"), Service(key="work", name="Work")


def form_of(first: object, last: object, service: str = "") -> PeriodForm:
    data = {"first": first, "last": last, "service": service}
    return PeriodForm(data, services=[MOVE_ON, WORK])


def test_gives_the_period_both_days_counted() -> None:
    form = form_of("2026-01-01", "31/03/2026")
    assert form.is_valid()
    assert form.period() == Period(date(2026, 1, 1), date(2026, 3, 31))


def test_takes_a_single_day_and_a_leap_day() -> None:
    for day in ("2028-02-29", "2026-11-23"):
        form = form_of(day, day)
        assert form.is_valid()
        assert form.period() == Period(date.fromisoformat(day), date.fromisoformat(day))


def test_asks_for_a_later_last_day() -> None:
    form = form_of("2026-03-02", "2026-03-01")
    assert form.errors == {"last": ["The last day is before the first. Give a later one"]}


@pytest.mark.parametrize(
    "day", ["yesterday", "2026-02-30", "2027-02-29", "31.04.2026", "0026-01-01", "9999-12-31", "-1"]
)
@pytest.mark.parametrize("field", ["first", "last"])
def test_says_how_to_write_a_day(day: str, field: str) -> None:
    days = {"first": "2026-01-01", "last": "2026-12-31"} | {field: day}
    form = form_of(**days)
    (sentence,) = form.errors[field]
    assert str(sentence).startswith("Write the")


def test_asks_for_days_that_are_missing() -> None:
    assert form_of("", "").errors == {
        "first": ["Give the first day"],
        "last": ["Give the last day"],
    }


def test_gives_the_service_asked_for_or_all_of_them() -> None:
    one, both = form_of("2026-01-01", "2026-01-31", str(WORK.pk)), form_of(*["2026-01-01"] * 2)
    assert one.is_valid()
    assert one.chosen() == [WORK]
    assert both.is_valid()
    assert both.chosen() == [MOVE_ON, WORK]


@pytest.mark.parametrize("service", ["move-on", "00000000-0000-0000-0000-000000000000", "'; --"])
def test_refuses_a_service_out_of_sight(service: str) -> None:
    assert "service" in form_of("2026-01-01", "2026-01-31", service).errors


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 23), date(2025, 11, 24)),
        (date(2026, 12, 31), date(2026, 1, 1)),
        (date(2028, 2, 29), date(2027, 3, 1)),
        (date(2029, 2, 28), date(2028, 2, 29)),
        (date(2028, 3, 1), date(2027, 3, 2)),
    ],
)
def test_begins_with_the_twelve_months_that_end_today(today: date, first: date) -> None:
    assert year_until(today) == {"first": first, "last": today}


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_twelve_months_are_a_year_to_the_day(today: date) -> None:
    start = year_until(today)["first"]
    assert (today - start).days in (364, 365)
    assert (start - timedelta(days=1)).year == today.year - 1
