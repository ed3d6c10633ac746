"""The letters of goals, and which rating comes first and which counts today."""

from dataclasses import FrozenInstanceError, replace

import pytest

from cors.journey.model import (
    Barrier,
    Goal,
    Journey,
    Measure,
    Rating,
    Review,
    Work,
    in_order,
    letter,
    letters,
    number_now,
)
from cors.journey.tests.people import DAY, NOTHING, SAM, TODAY, ratings

DEBTS = Barrier("debts", "Debts", TODAY)
GOAL = Goal("door", "A door of my own", "Housing", TODAY)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (27, "AB"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
    ],
)
def test_a_letter_counts_as_columns_of_a_sheet_do(place: int, said: str) -> None:
    assert letter(place) == said


def test_no_two_of_a_thousand_goals_share_a_letter() -> None:
    assert len({letter(place) for place in range(1000)}) == 1000


def test_goals_get_their_letters_in_the_order_in_which_they_were_set() -> None:
    assert letters(SAM) == {"door": "A", "drink": "B", "useful": "C"}


def test_an_ended_goal_takes_no_letter_from_those_after_it() -> None:
    ended = replace(SAM.goals[0], ended_on=DAY("2026-01-01"))
    assert letters(replace(SAM, goals=(ended, *SAM.goals[1:]))) == letters(SAM)


def test_two_ratings_on_one_day_stay_in_the_order_given() -> None:
    given = replace(GOAL, ratings=ratings(("2026-05-01", 7), ("2026-04-01", 2), ("2026-05-01", 3)))
    assert [rating.value for rating in in_order(given)] == [2, 7, 3]


def test_the_numbers_of_a_goal_are_its_first_and_its_latest_by_day() -> None:
    given = replace(GOAL, ratings=ratings(("2026-06-01", 8), ("2026-01-01", 3), ("2026-03-01", 5)))
    assert number_now(given) == (3, 8)


def test_one_rating_is_both_the_first_and_the_latest() -> None:
    assert number_now(replace(GOAL, ratings=(Rating(TODAY, 4),))) == (4, 4)


def test_a_goal_never_rated_has_no_number() -> None:
    assert number_now(GOAL) is None
    assert in_order(GOAL) == ()


@pytest.mark.parametrize(
    "journey",
    [
        replace(NOTHING, goals=(GOAL,)),
        replace(NOTHING, barriers=(DEBTS,)),
        replace(NOTHING, straight=(("door", Work("Debt advice", TODAY)),)),
        replace(NOTHING, measures=(Measure("AUDIT", 0, 40, False),)),
    ],
    ids=["a goal", "a barrier", "work", "a measure"],
)
def test_one_thing_recorded_makes_a_journey_no_longer_empty(journey: Journey) -> None:
    assert not journey.is_empty


def test_a_planned_review_alone_leaves_a_journey_empty() -> None:
    assert replace(NOTHING, reviews=(Review(TODAY, planned=True),)).is_empty


def test_a_journey_cannot_be_changed_while_it_is_drawn() -> None:
    with pytest.raises(FrozenInstanceError):
        SAM.name = "Alex"  # type: ignore[misc]
