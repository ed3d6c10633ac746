"""Unfinished things are shown as such: begun, and still open."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cors.access.models import Membership
from cors.casefile.tests.factories import a_case, a_goal, page, words
from cors.caseload.cards import Card, my_cards
from cors.caseload.unfinished import Begun, GoalRated, unfinished
from cors.cases.actions import assign_worker, pause_case
from cors.catalogue.shipped import shipped
from cors.measures.actions import record_assessment, withdraw_assessment
from cors.plans.actions import rate_goal
from cors.reviews.actions import prepare_review
from cors.reviews.models import PreparedReview
from tests.stage.personas import Stage

TODAY = date(2026, 11, 23)
LONG_AGO = TODAY - timedelta(weeks=12)


def test_nothing_begun_is_nothing_said() -> None:
    assert unfinished(Begun(TODAY)) == []


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (GoalRated("A door.", LONG_AGO), ["“A door.”, not rated yet"]),
        (GoalRated("A door.", LONG_AGO + timedelta(days=1)), []),
        (GoalRated("A door.", LONG_AGO, LONG_AGO), ["“A door.”, last rated in August"]),
        (GoalRated("A door.", LONG_AGO, LONG_AGO + timedelta(days=1)), []),
    ],
)
def test_a_goal_waits_for_a_rating_after_the_interval_of_the_service(
    goal: GoalRated, said: list[str]
) -> None:
    assert unfinished(Begun(TODAY, goals=[goal])) == said
    assert unfinished(Begun(TODAY, goals=[goal], rests=True)) == []
    assert unfinished(Begun(TODAY, goals=[goal], review_weeks=13)) == []


def test_of_several_goals_the_one_that_waits_longest_is_named_in_short() -> None:
    rated = GoalRated("A dog.", LONG_AGO, LONG_AGO)
    never = GoalRated("Word " * 40, LONG_AGO)
    (said,) = unfinished(Begun(TODAY, goals=[rated, never]))
    assert said.endswith(" …”, not rated yet")
    assert len(said) < 80


def test_a_review_begun_stands_before_a_measure_begun() -> None:
    given = Begun(TODAY, review_prepared=TODAY, measures=[("PHQ-9", date(2026, 11, 3))])
    assert unfinished(given) == [
        "a review, begun today",
        "PHQ-9 on 3 November, some answers still open",
    ]


def only(member: Membership) -> Card:
    (card,) = my_cards(member)
    return card


def test_a_measure_without_a_score_is_shown_until_it_is_taken_back(stage: Stage) -> None:
    case, today = a_case(stage), stage.organisation.today()
    first = shipped().measures["phq-9"].items[0].key
    taken = record_assessment(
        case=case, measure="phq-9", on=today, by=stage.amina, answers={first: 1}
    )
    assert only(stage.amina).unfinished == ["PHQ-9 today, some answers still open"]
    assert "Begun, not finished: PHQ-9 today" in words(page(stage.amina, "/"))
    withdraw_assessment(assessment=taken, by=stage.amina, at=taken.created_at)
    assert only(stage.amina).unfinished == []


def test_a_measure_with_a_score_is_finished(stage: Stage) -> None:
    case, today = a_case(stage), stage.organisation.today()
    answers = {item.key: 1 for item in shipped().measures["phq-9"].items}
    record_assessment(case=case, measure="phq-9", on=today, by=stage.amina, answers=answers)
    assert only(stage.amina).unfinished == []


def test_a_goal_long_without_a_rating_is_shown_until_somebody_rates_it(stage: Stage) -> None:
    case = a_case(stage, days=100)
    goal = a_goal(case, stage.amina, rating=3)
    (said,) = only(stage.amina).unfinished
    assert said.startswith("“A door I can lock.”, last rated in ")
    today = stage.organisation.today()
    rate_goal(goal=goal, value=4, on=today, rater="worker", by=stage.amina)
    assert only(stage.amina).unfinished == []


def test_who_rests_waits_for_no_rating(stage: Stage) -> None:
    case = a_case(stage, days=100)
    a_goal(case, stage.amina)
    assert only(stage.amina).unfinished
    pause_case(case=case, on=stage.organisation.today(), by=stage.amina)
    assert only(stage.amina).unfinished == []


def test_a_review_that_was_prepared_is_shown_until_it_is_held(stage: Stage) -> None:
    case, now = a_case(stage), timezone.now()
    prepare_review(case=case, answers={"client_words": ["Better."]}, at=now, by=stage.amina)
    (said,) = only(stage.amina).unfinished
    assert said.startswith("a review, begun ")
    assign_worker(case=case, member=stage.gwen, on=stage.organisation.today(), by=stage.carys)
    assert only(stage.gwen).unfinished == []
    PreparedReview.forget(case)
    assert only(stage.amina).unfinished == []
