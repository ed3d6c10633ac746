"""Days as people say them."""

from datetime import date, timedelta

import pytest

from cors.core.plain_days import on_day, plain_day, plain_month, plain_span

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (-1, "yesterday"),
        (1, "tomorrow"),
        (3, "Thursday"),
        (-4, "Thursday"),
        (7, "30 November"),
        (-20, "3 November"),
        (-365, "23 November 2025"),
    ],
)
def test_says_the_nearest_name_of_a_day(days: int, said: str) -> None:
    assert plain_day(TODAY + timedelta(days=days), TODAY) == said


def test_puts_on_before_a_day_that_has_a_name() -> None:
    assert on_day(TODAY, TODAY) == "today"
    assert on_day(TODAY + timedelta(days=3), TODAY) == "on Thursday"


def test_says_the_year_of_a_month_only_when_it_is_another() -> None:
    assert plain_month(date(2026, 3, 1), TODAY) == "March"
    assert plain_month(date(2025, 3, 1), TODAY) == "March 2025"


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "0 days"), (1, "1 day"), (13, "13 days"), (21, "3 weeks"), (150, "5 months")],
)
def test_says_how_long(days: int, said: str) -> None:
    assert plain_span(days) == said
