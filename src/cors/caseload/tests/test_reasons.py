"""Reasons to look at somebody first: in words, in order, blaming nobody."""

from datetime import date, timedelta

import pytest

from cors.caseload.off_track import Fall, Worse
from cors.caseload.reasons import Setback, Standing, reasons

TODAY = date(2026, 11, 23)  # a Monday
FELL = Fall(before=7, now=4, last_date=TODAY)


def _days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _all(**known: object) -> list[str]:
    found = reasons(Standing(today=TODAY, **known))  # type: ignore[arg-type]
    return [" ".join(f"{why.strong} {why.words} {why.help}".split()) for why in found]


def _first(**known: object) -> str:
    return next(iter(_all(**known)), "")


def test_a_setback_that_is_still_open_comes_first_with_what_helped_last_time() -> None:
    said = _first(
        setback=Setback(_days_ago(3), "Missed the viewing."),
        fall=FELL,
        helped="Last time, this helped: ringing her sister",
        review_due=_days_ago(30),
    )
    assert said == (
        "Finding the way back since Friday. Missed the viewing. "
        "Last time, this helped: ringing her sister"
    )


def test_an_open_setback_and_a_fall_are_one_reason() -> None:
    assert len(_all(setback=Setback(_days_ago(3)), fall=FELL)) == 1


@pytest.mark.parametrize(
    ("rater", "said"),
    [
        ("client", "The rating fell twice, 3 points."),
        ("worker", "The worker’s rating fell twice, 3 points."),
        ("parent", "A parent or carer’s rating fell twice, 3 points."),
        ("other", "Somebody else’s rating fell twice, 3 points."),
    ],
)
def test_says_by_whom_a_goal_was_rated_lower(rater: str, said: str) -> None:
    assert _first(fall=FELL, fall_rater=rater) == f"Off track. {said}"


def test_says_by_how_much_a_measure_is_worse_and_what_chance_can_do() -> None:
    said = _first(worse=Worse("PHQ-9", "client", points=7, limit=6), helped="A walk.")
    assert said == (
        "Off track. PHQ-9 is 7 points worse than at first; from 6 on it is more than chance. "
        "A walk."
    )


def test_a_fall_and_a_measure_are_one_reason_with_both() -> None:
    (said,) = _all(fall=FELL, worse=Worse("ONS", "client", points=1, limit=1))
    assert "fell twice, 3 points." in said
    assert "ONS is 1 point worse" in said


def test_names_the_day_of_a_review_that_is_near() -> None:
    assert _first(review_due=TODAY + timedelta(days=3)) == "Review due on Thursday"


def test_leaves_a_review_far_ahead_alone() -> None:
    assert _first(review_due=TODAY + timedelta(days=8)) == ""


@pytest.mark.parametrize(("every", "days", "is_said"), [(21, 20, 0), (21, 21, 1), (7, 7, 1)])
def test_not_seen_goes_by_the_interval_of_the_service(every: int, days: int, is_said: int) -> None:
    found = _all(last_seen=_days_ago(days), contact_every_days=every)
    assert len(found) == is_said


def test_says_how_long_somebody_was_not_seen_what_was_tried_and_how_it_was_last() -> None:
    said = _first(last_seen=_days_ago(21), tried="On Friday: no answer.", met_last="Call on 2 May.")
    assert said == "Not seen for 3 weeks. On Friday: no answer. Last time it was: Call on 2 May."


def test_how_it_was_last_is_said_only_where_something_was_tried_since() -> None:
    assert _first(last_seen=_days_ago(21), met_last="Call on 2 May.") == "Not seen for 3 weeks."


def test_counts_from_the_start_when_nothing_was_recorded() -> None:
    said = _first(started=_days_ago(28))
    assert said == "Not seen for 4 weeks. Nothing recorded since the start."


def test_a_rest_silences_not_seen_and_the_review_and_begins_the_days_anew() -> None:
    known = {"last_seen": _days_ago(90), "review_due": _days_ago(30)}
    assert _all(rests=True, **known) == []
    assert _all(rested_until=_days_ago(20), last_seen=_days_ago(90)) == []
    assert _all(rested_until=_days_ago(21), last_seen=_days_ago(90)) == ["Not seen for 3 weeks."]


def test_a_rest_does_not_silence_a_setback() -> None:
    assert _first(rests=True, setback=Setback(_days_ago(1))).startswith("Finding the way back")


def test_each_reason_can_be_said_in_brief() -> None:
    given = Standing(
        today=TODAY, fall=FELL, step_due=TODAY, review_due=TODAY, last_seen=_days_ago(30),
        check_due="Moved, 13 weeks on.", has_goal=False,
    )  # fmt: skip
    assert [why.brief for why in reasons(given)] == [
        "off track", "a step is due today", "review due today", "not seen for 4 weeks",
        "ask whether it lasted", "no goal yet",
    ]  # fmt: skip
