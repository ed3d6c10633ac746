from dataclasses import replace

from cors.journey.model import Barrier, Measure, Pause, Review
from cors.journey.table import table
from cors.journey.tests.more_people import ENDED, SETBACKS, UNRATED
from cors.journey.tests.people import DAY, NOTHING, SAM


def test_a_goal_has_its_first_and_its_latest_rating_and_all_between() -> None:
    first = table(SAM).goals[0]
    assert (first.letter, first.first, first.today) == ("A", "1", "9")
    assert first.ratings.startswith("8 Sep 2025: 1; 20 Oct 2025: 2; ")
    assert first.ratings.count(";") == 8


def test_a_goal_never_rated_has_empty_places() -> None:
    assert (table(UNRATED).goals[0].first, table(UNRATED).goals[0].ratings) == ("", "")


def test_an_ended_goal_says_so() -> None:
    assert [row.ended for row in table(ENDED).goals] == [
        "reached 3 May 2026",
        "ended 9 Nov 2026",
        "",
    ]


def test_everything_that_happened_stands_in_order() -> None:
    rows = table(SAM).happened
    assert len(rows) == 16
    assert [row.day for row in rows[:3]] == ["2 Oct 2025", "10 Nov 2025", "8 Dec 2025"]


def test_a_setback_tells_how_long_and_what_helped() -> None:
    (row,) = [row for row in table(SAM).happened if row.words == "Drank over Christmas"]
    assert (row.goal, row.kind, row.back, row.helped) == (
        "B",
        "Setback",
        "12 days",
        "rang Jo from the group",
    )


def test_an_open_setback_is_not_yet_back() -> None:
    assert [row.back for row in table(SETBACKS).happened] == ["1 day", "35 days", "not yet"]


def test_outcomes_and_steps_are_told_apart() -> None:
    kinds = {row.words: row.kind for row in table(SAM).happened}
    assert kinds["Moved into own tenancy, kept at 13 and 26 weeks"] == "Outcome reached"
    assert kinds["Step 4 of 5: bus alone"] == "Ladder step"


def test_reviews_and_pauses_are_marks_too() -> None:
    journey = replace(
        NOTHING,
        reviews=(Review(DAY("2026-12-01"), planned=True),),
        pauses=(Pause(DAY("2026-03-01"), DAY("2026-04-01")),),
    )
    assert [(row.kind, row.words) for row in table(journey).happened] == [
        ("Support paused", "until 1 Apr 2026"),
        ("Review planned", ""),
    ]


def test_what_is_in_the_way_stands_with_its_work_by_month() -> None:
    row = table(SAM).in_the_way[0]
    assert (row.what, row.goals, row.began, row.until) == (
        "Evenings alone",
        "B",
        "4 May 2026",
        "still here",
    )
    assert row.work == "Evening group"
    assert row.months.startswith("May 2026: 2; Jun 2026: 4; ")


def test_a_barrier_without_work_has_a_row_too() -> None:
    journey = replace(NOTHING, barriers=(Barrier("b", "Debts", DAY("2026-03-01")),))
    assert [(row.what, row.work) for row in table(journey).in_the_way] == [("Debts", "")]


def test_work_straight_to_a_goal_has_no_barrier() -> None:
    row = table(SAM).in_the_way[-1]
    assert (row.what, row.goals, row.work, row.until) == ("", "A", "Tenancy visits", "")


def test_a_score_stands_against_the_one_before() -> None:
    assert [(row.score, row.change) for row in table(SAM).measures[:4]] == [
        ("27", ""),
        ("19", "−8"),
        ("14", "−5"),
        ("9", "−5"),
    ]


def test_a_score_that_stayed_changed_by_nought() -> None:
    scores = SAM.measures[0].scores[:1]
    again = replace(scores[0], on=DAY("2026-01-01"))
    journey = replace(NOTHING, measures=(Measure("X", 0, 40, True, (*scores, again)),))
    assert [row.change for row in table(journey).measures] == ["", "0"]
