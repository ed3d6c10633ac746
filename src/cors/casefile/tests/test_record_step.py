"""Record's next step: words, a day and who does it; and what a volunteer is not asked."""

from datetime import timedelta
from typing import Any

import pytest

from cors.access.models import Membership
from cors.casefile.record_form import RecordForm
from cors.casefile.tests.factories import a_case, a_goal, page, record_of, sent
from cors.cases.actions import assign_worker
from cors.cases.models import Case
from cors.contacts.entry import NewStep
from tests.stage.personas import Stage


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def a_form(case: Case, by: Membership, **answers: Any) -> RecordForm:
    record = record_of(case, by)
    return RecordForm(sent(by, **answers), record=record)


def step_of(case: Case, by: Membership, **answers: Any) -> NewStep | None:
    form = a_form(case, by, **answers)
    assert form.is_valid(), form.errors
    return form.entry().step


def test_a_step_has_words_a_day_and_somebody_who_does_it(stage: Stage, case: Case) -> None:
    tomorrow = stage.organisation.today() + timedelta(days=1)
    said = {"step_words": "Ring them", "step_when": tomorrow.isoformat(), "step_owner": "client"}
    assert step_of(case, stage.amina, **said) == NewStep("Ring them", "client", tomorrow)


def test_a_step_can_have_any_other_day(stage: Stage, case: Case) -> None:
    day = stage.organisation.today() + timedelta(days=40)
    said = {"step_words": "Ring them", "step_when": "day", "step_day": day.isoformat()}
    assert step_of(case, stage.amina, **said) == NewStep("Ring them", "worker", day)


def test_a_step_needs_no_day(stage: Stage, case: Case) -> None:
    assert step_of(case, stage.amina, step_words="Ring them") == NewStep("Ring them", "worker")


@pytest.mark.parametrize("field", ["step_when", "step_day"])
def test_a_day_without_words_asks_for_them(stage: Stage, case: Case, field: str) -> None:
    tomorrow = (stage.organisation.today() + timedelta(days=1)).isoformat()
    form = a_form(case, stage.amina, **{field: tomorrow})
    sentence = "Say what the next step is, or take the day away."
    assert form.errors == {"step_words": [sentence]}


def test_without_words_or_day_there_is_no_step(stage: Stage, case: Case) -> None:
    assert step_of(case, stage.amina, step_owner="client") is None


def test_the_step_goes_to_the_only_goal_that_was_touched(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    found = step_of(case, stage.amina, step_words="Ring", **{f"goal-{goal.pk}": "on"})
    assert found
    assert found.goal == goal


def test_a_volunteer_is_asked_for_no_barrier_outcome_or_step(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    assign_worker(case=case, member=stage.gwen, on=today, by=stage.carys)
    address = f"/record/{case.pk}/"
    for field in ('name="barrier_type"', 'name="outcome_type"', 'name="step_words"'):
        assert field in page(stage.amina, address)
        assert field not in page(stage.gwen, address)


@pytest.mark.parametrize("mark", ["barrier", "outcome"])
def test_a_volunteer_can_not_send_a_mark_that_was_not_offered(
    stage: Stage, case: Case, mark: str
) -> None:
    assert "marks" in a_form(case, stage.gwen, marks=[mark]).errors
    said = {"marks": ["success"], "success_words": "Came in by bus."}
    assert a_form(case, stage.gwen, **said).is_valid()


def test_what_a_volunteer_sends_as_a_step_is_left_away(stage: Stage, case: Case) -> None:
    assert step_of(case, stage.gwen, step_words="Ring them") is None
