"""The review together: what was said and decided is kept once, and leads to the letter."""

from datetime import timedelta
from html import unescape
from typing import Any
from uuid import uuid4

import pytest

from cors.casefile.tests.factories import (
    a_barrier,
    a_case,
    a_goal,
    a_setback,
    a_success,
    page,
    record_of,
    sent,
    words,
)
from cors.cases.models import Case
from cors.plans.actions import get_back_on_track
from cors.plans.models import Goal, Step
from cors.reviews.actions import close_case
from cors.reviews.models import Review
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def goal(stage: Stage, case: Case) -> Goal:
    return a_goal(case, stage.amina, rating=2)


def save(stage: Stage, case: Case, who: str = "amina", **answers: Any) -> Any:
    member = stage.member(who)
    return browser_of(member).post(f"/cases/{case.pk}/review/", sent(member, **answers))


def about(goal: Goal, **answers: str) -> dict[str, str]:
    return {f"{part}-{goal.pk}": answer for part, answer in answers.items()}


def test_opens_on_the_goal_as_first_said_with_what_went_well(
    stage: Stage, case: Case, goal: Goal
) -> None:
    a_success(case, stage.amina, "Rang the agent.")
    setback = a_setback(case, stage.amina, on=stage.organisation.today() - timedelta(days=4))
    a_barrier(case, stage.amina, goal, words="")
    get_back_on_track(
        moment=setback, on=stage.organisation.today(), by=stage.amina, what_helped="her sister"
    )
    label = record_of(case, stage.amina).catalogue.label("barrier_type", "no-deposit")
    text = words(page(stage.amina, f"/cases/{case.pk}/review/"))
    for said in ("A door I can lock.", "How close does it feel to Rosa?", "Rang the agent.",
                 "Back on track after 4 days.", "What helped: her sister",
                 f"What got in the way? {label}", "It is due in 3 weeks."):  # fmt: skip
        assert said in text


def test_keeps_both_ratings_side_by_side(stage: Stage, case: Case, goal: Goal) -> None:
    assert save(stage, case, **about(goal, client="7", worker="4")).status_code == 302
    (stood,) = Review.of(case).get().goals()
    assert (stood.baseline, stood.client_rating, stood.worker_rating) == (2, 7, 4)
    found = Goal.of(case).get()
    assert [row.value for row in found.ratings("client")] == [2, 7]
    assert [row.value for row in found.ratings("worker")] == [4]


def test_an_untouched_goal_is_kept_and_not_rated(stage: Stage, case: Case, goal: Goal) -> None:
    save(stage, case)
    (stood,) = Review.of(case).get().goals()
    assert (stood.decision, stood.client_rating, stood.worker_rating) == ("keep", None, None)
    assert len(Goal.of(case).get().all_ratings()) == 1


@pytest.mark.parametrize(
    ("decision", "how"), [("keep", None), ("reached", "reached"), ("let-go", "let-go")]
)
def test_a_decision_is_carried_out(
    stage: Stage, case: Case, goal: Goal, decision: str, how: str | None
) -> None:
    save(stage, case, **about(goal, decision=decision))
    ending = Goal.of(case).get().ending()
    assert (ending.how if ending else None) == how
    assert Review.of(case).get().goals()[0].decision == decision


def test_other_words_have_to_be_said(stage: Stage, case: Case, goal: Goal) -> None:
    answer = save(stage, case, **about(goal, decision="reword"))
    assert answer.status_code == 422
    assert "Write the goal in the new words" in answer.content.decode()
    save(stage, case, **about(goal, decision="reword", words="A flat with a door."))
    found = Goal.of(case).get()
    assert (found.first_words, found.words) == ("A door I can lock.", "A flat with a door.")


def test_plans_a_step_and_the_next_review(stage: Stage, case: Case, goal: Goal) -> None:
    next_date = stage.organisation.today() + timedelta(weeks=4)
    day = stage.organisation.today() + timedelta(days=2)
    save(
        stage, case, step_words="Ring them", step_day=day.isoformat(),
        next_date=next_date.isoformat(),
    )  # fmt: skip
    step = Step.of(case).get()
    assert (step.words, step.owner, step.due_date) == ("Ring them", "together", day)
    assert Review.of(case).get().next_date == next_date


def test_a_day_without_a_step_asks_for_its_words(stage: Stage, case: Case) -> None:
    day = stage.organisation.today().isoformat()
    answer = save(stage, case, step_day=day)
    assert answer.status_code == 422
    assert "Say what the next step is, or take the day away" in answer.content.decode()


def test_the_same_form_sent_twice_is_one_review(stage: Stage, case: Case, goal: Goal) -> None:
    twice = {"form_key": str(uuid4()), **about(goal, client="8", decision="reached")}
    first, second = (save(stage, case, **twice) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Review.of(case).count() == 1
    assert [row.value for row in Goal.of(case).get().ratings()] == [2, 8]


def test_leads_to_the_letter(stage: Stage, case: Case, goal: Goal) -> None:
    answer = save(stage, case, client_words="It feels like mine.")
    review = Review.of(case).get()
    assert answer["Location"] == f"/reviews/{review.pk}/"
    assert "It feels like mine." in page(stage.amina, answer["Location"])


@pytest.mark.parametrize(
    ("field", "days", "said"),
    [
        ("on", 1, "The day is still to come."),
        ("on", -90, "The day is before the referral."),
        ("next_date", 0, "The next review comes after this one: give a later day."),
    ],
)
def test_refuses_a_day_that_can_not_be_and_keeps_what_was_typed(
    stage: Stage, case: Case, goal: Goal, field: str, days: int, said: str
) -> None:
    day = stage.organisation.today() + timedelta(days=days)
    typed = {"client_words": "It feels like mine.", **about(goal, client="7", decision="let-go")}
    answer = save(stage, case, **typed | {field: day.isoformat()})
    text = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert said in text
    assert "It feels like mine." in text
    assert text.count(" checked") >= 2
    assert not Review.of(case).exists()
    assert Goal.of(case).get().is_open


def test_says_that_a_case_has_ended(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    close_case(case=case, on=today, reason="goals-reached", by=stage.amina, no_review_reason="Left")
    answer = save(stage, case)
    assert answer.status_code == 422
    assert "This case has ended." in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("olu", 404), ("gwen", 403), ("esi", 403), ("ben", 302), ("carys", 302)]
)
def test_only_who_may_review_and_sees_the_case_looks_back(
    stage: Stage, case: Case, who: str, status: int
) -> None:
    assert save(stage, case, who).status_code == status
    assert Review.of(case).exists() == (status == 302)
