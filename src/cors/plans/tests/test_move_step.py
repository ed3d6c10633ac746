"""The day of a step moves, is named or taken away, by verb and by page."""

from datetime import date, timedelta
from html import unescape

import pytest

from cors.cases.models import Case
from cors.core.errors import Changed, NotAllowed, Refused
from cors.core.forms.seen import seen_of
from cors.plans.actions import finish_step, move_step
from cors.plans.models import Step
from cors.plans.tests.factories import a_case, a_step, ended
from tests.stage.personas import TODAY, Stage, browser_of

SOON, LATER = TODAY + timedelta(days=3), TODAY + timedelta(days=10)


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def step(stage: Stage, case: Case) -> Step:
    return a_step(case, stage.amina, due_date=SOON)


def day_of(step: Step) -> date | None:
    return Step.objects.get(pk=step.pk).due_date


@pytest.mark.parametrize("day", [LATER, None])
def test_moves_the_day_or_takes_it_away(stage: Stage, step: Step, day: date | None) -> None:
    move_step(step=step, due_date=day, on=TODAY, by=stage.amina)
    assert day_of(step) == day


def test_refuses_the_day_that_stands_and_one_gone_by(stage: Stage, step: Step) -> None:
    for day in (SOON, TODAY - timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            move_step(step=step, due_date=day, on=TODAY, by=stage.amina)
        assert refused.value.field == "due_date"
    assert day_of(step) == SOON


def test_refuses_a_step_that_is_done_a_closed_case_and_a_volunteer(
    stage: Stage, case: Case, step: Step
) -> None:
    with pytest.raises(NotAllowed):
        move_step(step=step, due_date=LATER, on=TODAY, by=stage.gwen)
    finish_step(step=step, on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="no longer ahead"):
        move_step(step=step, due_date=LATER, on=TODAY, by=stage.amina)
    other = a_step(case, stage.amina)
    ended(case)
    with pytest.raises(Refused, match="has ended"):
        move_step(step=Step.objects.get(pk=other.pk), due_date=LATER, on=TODAY, by=stage.amina)


def test_writes_nothing_if_its_event_fails(
    stage: Stage, step: Step, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        move_step(step=step, due_date=LATER, on=TODAY, by=stage.amina)
    assert day_of(step) == SOON


def test_nobody_moves_a_day_that_they_have_not_seen(stage: Stage, step: Step) -> None:
    seen = seen_of({"due_date": SOON})
    move_step(step=step, due_date=LATER, on=TODAY, by=stage.ben, seen=seen)
    with pytest.raises(Changed):
        move_step(step=step, due_date=None, on=TODAY, by=stage.amina, seen=seen)


def test_the_page_moves_it_and_shows_both_days_of_two_windows(stage: Stage, step: Step) -> None:
    browser, address = browser_of(stage.amina), f"/steps/{step.pk}/day/"
    assert address in browser.get(f"/steps/{step.pk}/").content.decode()
    seen = seen_of({"due_date": SOON})
    data = {"due_date": LATER.isoformat(), "seen": seen}
    assert browser.post(address, data).status_code == 302
    assert day_of(step) == LATER
    answer = browser.post(
        address, {"due_date": (LATER + timedelta(days=1)).isoformat(), "seen": seen}
    )
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert LATER.isoformat() in page
    assert day_of(step) == LATER
