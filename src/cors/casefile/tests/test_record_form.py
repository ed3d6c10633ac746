"""Record's form: what was said becomes one entry; what was left untouched becomes nothing."""

from typing import Any

import pytest

from cors.access.models import Membership
from cors.casefile.record_form import RecordForm
from cors.casefile.tests.factories import a_case, a_goal, record_of, sent, some_work
from cors.cases.models import Case
from cors.plans.models import Goal
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def goal(stage: Stage, case: Case) -> Goal:
    return a_goal(case, stage.amina, rating=3)


def a_form(case: Case, by: Membership, **answers: Any) -> RecordForm:
    record = record_of(case, by)
    data = sent(by, **answers)
    return RecordForm(data, record=record)


def filled(case: Case, by: Membership, **answers: Any) -> RecordForm:
    form = a_form(case, by, **answers)
    assert form.is_valid(), form.errors
    return form


def test_asks_for_the_kind_and_for_nothing_else(stage: Stage, case: Case) -> None:
    form = a_form(case, stage.amina, kind="")
    assert form.errors == {"kind": ["Choose the kind of contact. The rest can wait"]}
    assert a_form(case, stage.amina).is_valid()


def test_offers_eleven_buttons_and_chooses_none(stage: Stage, case: Case, goal: Goal) -> None:
    record = record_of(case, stage.amina)
    form = RecordForm(record=record)
    rating = form[f"rating-{goal.pk}"]
    assert [str(button.data["value"]) for button in rating] == [str(n) for n in range(11)]
    assert not any(button.data["selected"] for button in rating)


def test_an_untouched_rating_is_no_rating(stage: Stage, case: Case, goal: Goal) -> None:
    entry = filled(case, stage.amina, **{f"goal-{goal.pk}": "on"}).entry()
    assert (list(entry.ratings), list(entry.goals)) == ([], [goal])


@pytest.mark.parametrize("value", range(11))
def test_each_of_eleven_ratings_is_kept_and_touches_its_goal(
    stage: Stage, case: Case, goal: Goal, value: int
) -> None:
    entry = filled(case, stage.amina, **{f"rating-{goal.pk}": str(value)}).entry()
    assert list(entry.ratings) == [(goal, value, "client")]
    assert list(entry.goals) == [goal]


@pytest.mark.parametrize("value", ["11", "-1", "3.5", "x"])
def test_refuses_a_rating_that_is_not_on_the_scale(
    stage: Stage, case: Case, goal: Goal, value: str
) -> None:
    form = a_form(case, stage.amina, **{f"rating-{goal.pk}": value})
    assert form.errors == {f"rating-{goal.pk}": ["Choose a number from 0 to 10"]}


@pytest.mark.parametrize(
    ("mark", "field"),
    [("success", "success_words"), ("setback", "setback_words"), ("barrier", "barrier_type")],
)
def test_a_mark_asks_for_its_words(stage: Stage, case: Case, mark: str, field: str) -> None:
    assert list(a_form(case, stage.amina, marks=[mark]).errors) == [field]
    answer = "no-deposit" if mark == "barrier" else "In a few words"
    assert a_form(case, stage.amina, marks=[mark], **{field: answer}).is_valid()


def test_words_without_their_mark_are_left_away(stage: Stage, case: Case) -> None:
    entry = filled(case, stage.amina, success_words="Typed, then thought better of it").entry()
    assert list(entry.moments) == []


def test_an_outcome_asks_which_and_how_one_knows(stage: Stage, case: Case) -> None:
    assert set(a_form(case, stage.amina, marks=["outcome"]).errors) == {
        "outcome_type", "outcome_evidence",
    }  # fmt: skip
    given = {"outcome_type": "settled-housing", "outcome_evidence": "tenancy-agreement"}
    outcome = filled(case, stage.amina, marks=["outcome"], **given).entry().outcome
    assert outcome
    assert (outcome.outcome_type, outcome.evidence) == ("settled-housing", "tenancy-agreement")


def test_a_moment_goes_to_the_only_goal(stage: Stage, case: Case, goal: Goal) -> None:
    said = {"marks": ["success"], "success_words": "Rang."}
    (moment,) = filled(case, stage.amina, **said).entry().moments
    assert moment.goal == goal


def test_a_moment_goes_to_the_goal_that_is_named(stage: Stage, case: Case, goal: Goal) -> None:
    other = a_goal(case, stage.amina, "To see my daughter.")
    said = {"marks": ["setback"], "setback_words": "No.", "setback_goal": str(other.pk)}
    touched = {f"goal-{goal.pk}": "on", f"goal-{other.pk}": "on"}
    (moment,) = filled(case, stage.amina, **said, **touched).entry().moments
    assert moment.goal == other


def test_a_moment_goes_to_the_only_goal_that_was_touched(
    stage: Stage, case: Case, goal: Goal
) -> None:
    other = a_goal(case, stage.amina, "To see my daughter.")
    said = {"marks": ["success"], "success_words": "Yes.", f"goal-{other.pk}": "on"}
    (moment,) = filled(case, stage.amina, **said).entry().moments
    assert moment.goal == other


def test_of_several_goals_none_is_guessed(stage: Stage, case: Case, goal: Goal) -> None:
    other = a_goal(case, stage.amina, "To see my daughter.")
    said = {"marks": ["success"], "success_words": "Yes."}
    for touched in ({}, {f"goal-{goal.pk}": "on", f"goal-{other.pk}": "on"}):
        (moment,) = filled(case, stage.amina, **said, **touched).entry().moments
        assert moment.goal is None


def test_a_setback_keeps_what_could_help(stage: Stage, case: Case) -> None:
    said = {"setback_words": "No bus.", "setback_help": "A lift"}
    (moment,) = filled(case, stage.amina, marks=["setback"], **said).entry().moments
    assert (moment.words, moment.could_help) == ("No bus.", "A lift")


def test_a_barrier_blocks_the_goals_that_were_touched(stage: Stage, case: Case, goal: Goal) -> None:
    other = a_goal(case, stage.amina, "To see my daughter.")
    said = {"marks": ["barrier"], "barrier_type": "debts", f"goal-{other.pk}": "on"}
    barrier = filled(case, stage.amina, **said).entry().barrier
    assert barrier
    assert list(barrier.blocks) == [other]


def test_offers_what_goes_on_and_keeps_what_was_done(stage: Stage, case: Case) -> None:
    work = some_work(case, stage.amina, "Room search")
    over = some_work(case, stage.amina, "Bus training")
    over.ended_date = stage.organisation.today()
    over.save()
    assert list(filled(case, stage.amina, done=[str(work.pk)]).entry().delivered) == [work]
    assert "done" in a_form(case, stage.amina, done=[str(over.pk)]).errors


def test_a_goal_that_ended_is_asked_about_no_more(stage: Stage, case: Case, goal: Goal) -> None:
    from cors.plans.actions import end_goal

    assert [each for each, _, _ in a_form(case, stage.amina).goals()] == [goal]
    end_goal(goal=goal, how="reached", on=stage.organisation.today(), by=stage.amina)
    assert a_form(case, stage.amina).goals() == []


@pytest.mark.parametrize("kind", ["success", "setback"])
def test_what_the_client_calls_it_is_kept_word_for_word(
    stage: Stage, case: Case, kind: str
) -> None:
    said = {f"{kind}_words": "Rang.", f"{kind}_client_words": "I did it, me."}
    (moment,) = filled(case, stage.amina, marks=[kind], **said).entry().moments
    assert (moment.words, moment.client_words) == ("Rang.", "I did it, me.")
