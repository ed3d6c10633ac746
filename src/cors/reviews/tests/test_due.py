from datetime import date

import pytest

from cors.reviews.due import Standing, in_words, is_overdue, next_review

STARTED, HELD, AGREED = date(2026, 3, 2), date(2026, 5, 4), date(2026, 6, 15)


def test_the_first_review_comes_an_interval_after_the_start() -> None:
    assert next_review(Standing(STARTED, weeks=12)) == date(2026, 5, 25)


def test_the_next_one_comes_an_interval_after_the_last() -> None:
    assert next_review(Standing(STARTED, last_held=HELD, weeks=6)) == date(2026, 6, 15)


def test_the_day_that_was_agreed_counts_more_than_the_interval() -> None:
    assert next_review(Standing(STARTED, last_held=HELD, agreed=AGREED, weeks=52)) == AGREED


def test_nothing_is_due_before_the_support_begins() -> None:
    assert next_review(Standing(None)) is None


@pytest.mark.parametrize(
    ("today", "words", "overdue"),
    [
        (date(2026, 6, 14), "due in 1 day", False),
        (date(2026, 6, 2), "due in 13 days", False),
        (date(2026, 5, 25), "due in 3 weeks", False),
        (date(2026, 6, 15), "due today", False),
        (date(2026, 6, 16), "1 day overdue", True),
        (date(2026, 6, 29), "2 weeks overdue", True),
    ],
)
def test_how_it_is_said(today: date, words: str, overdue: bool) -> None:
    assert in_words(AGREED, today) == words
    assert is_overdue(AGREED, today) is overdue
