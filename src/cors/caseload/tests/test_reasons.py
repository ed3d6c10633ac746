"""Reasons to look at somebody first: in words, in order, blaming nobody."""

from datetime import date, timedelta

import pytest

from cors.caseload.reasons import Standing, fallen_twice, reasons

TODAY = date(2026, 11, 23)  # a Monday


def _first(**known: object) -> str:
    found = reasons(Standing(today=TODAY, **known))  # type: ignore[arg-type]
    return f"{found[0].strong} {found[0].words}".strip() if found else ""


def test_a_setback_that_is_still_open_comes_first_with_what_helped_last_time() -> None:
    said = _first(
        off_track_since=TODAY - timedelta(days=3),
        off_track_words="Missed the viewing.",
        last_help="ringing her sister",
        review_due=TODAY - timedelta(days=30),
    )
    assert said == (
        "Finding the way back since Friday. Missed the viewing. "
        "Last time, this helped: ringing her sister"
    )


@pytest.mark.parametrize(
    ("ratings", "points"),
    [((), 0), ((4,), 0), ((5, 3), 0), ((6, 5, 3), 3), ((2, 6, 5, 4), 2), ((5, 5, 4), 0)],
)
def test_a_rating_fell_twice_only_when_it_fell_two_times_in_a_row(
    ratings: tuple[int, ...], points: int
) -> None:
    assert fallen_twice(ratings) == points


def test_names_the_day_of_a_review_that_is_near() -> None:
    assert _first(review_due=TODAY + timedelta(days=3)) == "Review due on Thursday"


def test_leaves_a_review_far_ahead_alone() -> None:
    assert _first(review_due=TODAY + timedelta(days=8)) == ""


def test_says_how_long_there_was_no_contact() -> None:
    assert _first(last_contact=TODAY - timedelta(days=21)) == "No contact for 3 weeks."
    assert _first(last_contact=TODAY - timedelta(days=20)) == ""


def test_counts_from_the_start_when_nothing_was_recorded() -> None:
    assert _first(started=TODAY - timedelta(days=28)).startswith("No contact for 4 weeks.")
