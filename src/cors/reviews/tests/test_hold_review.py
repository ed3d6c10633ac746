from datetime import timedelta
from typing import Any

import pytest

from cors.audit.models import Event
from cors.cases.models import Case
from cors.contacts.entry import NewStep
from cors.contacts.tests.factories import FORM
from cors.core.errors import NotAllowed
from cors.plans.actions import rate_goal, reword_goal
from cors.plans.models import Goal, Rating, Step
from cors.plans.tests.factories import BEGAN, WORDS, a_case, a_goal
from cors.reviews.entry import GoalDecision
from cors.reviews.models import Review, ReviewedGoal, next_review_date, next_review_of
from cors.reviews.tests.factories import a_review
from tests.stage.personas import TODAY, Stage


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


def only_goal(case: Case) -> ReviewedGoal:
    (review,) = Review.of(case)
    (goal,) = review.goals()
    return goal


def test_keeps_what_was_said(stage: Stage, hana: Case) -> None:
    said = {
        "client_words": "I sleep at night.",
        "worker_words": "She does.",
        "what_helped": "Her sister.",
        "in_the_way": "The damp.",
    }
    later = TODAY + timedelta(weeks=6)
    a_review(hana, stage.amina, next_date=later, **said)
    review = Review.of(hana).get()
    assert {name: getattr(review, name) for name in said} == said
    assert (review.held_date, next_review_date(hana, review)) == (TODAY, later)
    assert Event.objects.get(verb="hold_review").client_id == hana.client_id


def test_keeps_the_goal_as_first_worded_as_worded_now_and_its_baseline(
    stage: Stage, hana: Case
) -> None:
    goal = a_goal(hana, stage.amina)
    a_review(hana, stage.amina, GoalDecision(goal, "reword", new_words="My own front door."))
    kept = only_goal(hana)
    assert (kept.first_words, kept.words) == (WORDS, "My own front door.")
    assert (kept.baseline, kept.baseline_date, kept.life_area) == (2, BEGAN, "housing")


def test_both_views_stay_side_by_side(stage: Stage, hana: Case) -> None:
    goal = a_goal(hana, stage.amina)
    a_review(hana, stage.amina, GoalDecision(goal, "keep", client_rating=7, worker_rating=4))
    kept, fresh = only_goal(hana), Goal.of(hana).get()
    assert (kept.client_rating, kept.worker_rating) == (7, 4)
    latest = [(rater, fresh.latest(rater)) for rater in ("client", "worker")]
    assert [(rater, row.value if row else None) for rater, row in latest] == [
        ("client", 7),
        ("worker", 4),
    ]


def test_an_untouched_rating_stores_nothing(stage: Stage, hana: Case) -> None:
    goal = a_goal(hana, stage.amina, rating=None)
    a_review(hana, stage.amina, GoalDecision(goal, "keep"))
    kept = only_goal(hana)
    assert (kept.baseline, kept.client_rating, kept.worker_rating) == (None, None, None)
    assert not Rating.objects.exists()


@pytest.mark.parametrize("how", ["reached", "let-go"])
def test_a_goal_that_is_reached_or_let_go_ends(stage: Stage, hana: Case, how: str) -> None:
    goal = a_goal(hana, stage.amina)
    a_review(hana, stage.amina, GoalDecision(goal, how, client_rating=9))
    ending = Goal.of(hana).get().ending()
    assert ending is not None
    assert (ending.how, ending.ended_date) == (how, TODAY)
    assert only_goal(hana).decision == how


def test_goals_stand_in_the_order_of_the_page(stage: Stage, hana: Case) -> None:
    first, second = a_goal(hana, stage.amina), a_goal(hana, stage.amina, words="A job.")
    a_review(hana, stage.amina, GoalDecision(second, "keep"), GoalDecision(first, "keep"))
    assert [goal.words for goal in Review.of(hana).get().goals()] == ["A job.", WORDS]


def test_later_changes_do_not_touch_the_copy(stage: Stage, hana: Case) -> None:
    goal = a_goal(hana, stage.amina)
    a_review(hana, stage.amina, GoalDecision(goal, "keep", client_rating=5))
    before = ReviewedGoal.objects.values("baseline", "client_rating", "decision").get()
    fresh = Goal.of(hana).get()
    reword_goal(goal=fresh, words="Something else.", on=TODAY, by=stage.amina)
    rate_goal(goal=fresh, value=0, on=TODAY, by=stage.amina)
    Rating.objects.filter(value=2).delete()
    assert only_goal(hana).words == only_goal(hana).first_words == WORDS
    assert ReviewedGoal.objects.values("baseline", "client_rating", "decision").get() == before


def test_the_next_steps_are_planned(stage: Stage, hana: Case) -> None:
    due = TODAY + timedelta(days=3)
    a_review(hana, stage.amina, steps=[NewStep("Ring the council.", "client", due)])
    step = Step.of(hana).get()
    assert (step.words, step.owner, step.due_date) == ("Ring the council.", "client", due)


def test_the_same_form_sent_twice_is_one_review(stage: Stage, hana: Case) -> None:
    decision = GoalDecision(a_goal(hana, stage.amina), "reached")
    first = a_review(hana, stage.amina, decision, form_key=FORM)
    assert a_review(hana, stage.amina, decision, form_key=FORM) == first
    assert Review.objects.count() == ReviewedGoal.objects.count() == 1


def test_two_sends_at_the_same_time_are_one_review(
    stage: Stage, hana: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = a_review(hana, stage.amina, form_key=FORM)
    answers = iter([None, first])  # the other send is not seen until the constraint speaks
    monkeypatch.setattr(Review, "made_with", lambda *_: next(answers))
    assert a_review(hana, stage.amina, form_key=FORM) == first
    assert Review.objects.count() == 1


def test_the_newest_of_each_case_is_found(stage: Stage, hana: Case) -> None:
    other = a_case(stage, reference="HS-2")
    for day in (TODAY, BEGAN):
        a_review(hana, stage.amina, on=day)
    found = Review.with_latest(Case.objects.select_related("service")).in_bulk()
    twelve_weeks = timedelta(weeks=12)
    assert next_review_of(found[hana.pk]) == TODAY + twelve_weeks
    assert other.started_date
    assert next_review_of(found[other.pk]) == other.started_date + twelve_weeks


def test_a_day_agreed_at_the_newest_review_holds(stage: Stage, hana: Case) -> None:
    soon = TODAY + timedelta(days=9)
    a_review(hana, stage.amina, on=TODAY, next_date=soon)
    found = Review.with_latest(Case.objects.select_related("service")).get(pk=hana.pk)
    assert next_review_of(found) == soon


@pytest.mark.parametrize("name", ["gwen", "esi", "femi"])
def test_who_holds_no_reviews_may_not(stage: Stage, hana: Case, name: str) -> None:
    with pytest.raises(NotAllowed):
        a_review(hana, stage.member(name))
    assert not Review.objects.exists()


def test_nothing_is_decided_when_its_event_can_not_be_written(
    stage: Stage, hana: Case, request: pytest.FixtureRequest
) -> None:
    goal: Any = a_goal(hana, stage.amina)
    with pytest.raises(request.getfixturevalue("audit_fails")):
        a_review(hana, stage.amina, GoalDecision(goal, "reached", client_rating=9))
    assert not Review.objects.exists()
    assert Goal.of(hana).get().is_open
    assert Rating.objects.count() == 1
