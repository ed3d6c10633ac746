"""The day a goal is hoped for moves, and each day before stays readable."""

from datetime import date, timedelta

import pytest

from cors.cases.models import Case
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import end_goal, move_target
from cors.plans.models import Goal, TargetMove
from cors.plans.tests.factories import BEGAN, a_case, a_goal, ended, tomorrow
from tests.stage.personas import TODAY, Stage, browser_of

SOON, LATER = TODAY + timedelta(days=30), TODAY + timedelta(days=90)


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


@pytest.fixture
def goal(stage: Stage, case: Case) -> Goal:
    return a_goal(case, stage.amina, target_date=SOON)


def _days(goal: Goal) -> list[tuple[date | None, date | None]]:
    return [(move.from_date, move.to_date) for move in TargetMove.of(goal)]


def test_keeps_every_day_it_moved_from(stage: Stage, goal: Goal) -> None:
    move_target(goal=goal, target_date=LATER, on=TODAY, words="Waiting list.", by=stage.amina)
    move_target(goal=goal, target_date=None, on=TODAY, by=stage.ben)
    assert _days(goal) == [(SOON, LATER), (LATER, None)]
    assert [move.words for move in TargetMove.of(goal)] == ["Waiting list.", ""]
    assert Goal.objects.get(pk=goal.pk).target_date is None


def test_names_a_day_where_none_stood(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    move_target(goal=goal, target_date=SOON, on=TODAY, by=stage.amina)
    assert _days(goal) == [(None, SOON)]


def test_refuses_the_day_that_stands(stage: Stage, goal: Goal) -> None:
    with pytest.raises(Refused, match="day that stands") as refused:
        move_target(goal=goal, target_date=SOON, on=TODAY, by=stage.amina)
    assert refused.value.field == "target_date"


def test_refuses_days_that_can_not_be(stage: Stage, goal: Goal) -> None:
    with pytest.raises(Refused) as past:
        move_target(goal=goal, target_date=TODAY - timedelta(days=1), on=TODAY, by=stage.amina)
    with pytest.raises(Refused) as early:
        move_target(goal=goal, target_date=LATER, on=BEGAN - timedelta(days=1), by=stage.amina)
    with pytest.raises(Refused) as ahead:
        move_target(goal=goal, target_date=LATER, on=tomorrow(stage.amina), by=stage.amina)
    fields = (past.value.field, early.value.field, ahead.value.field)
    assert fields == ("target_date", "on", "on")
    assert _days(goal) == []


def test_refuses_a_goal_or_case_that_has_ended(stage: Stage, case: Case, goal: Goal) -> None:
    end_goal(goal=goal, how="let-go", on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="Go on with it"):
        move_target(goal=goal, target_date=LATER, on=TODAY, by=stage.amina)
    ended(case)
    with pytest.raises(Refused, match="re-open"):
        move_target(goal=goal, target_date=LATER, on=TODAY, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage, goal: Goal) -> None:
    with pytest.raises(NotAllowed):
        move_target(goal=goal, target_date=LATER, on=TODAY, by=stage.gwen)


def test_writes_nothing_if_its_event_fails(
    stage: Stage, goal: Goal, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        move_target(goal=goal, target_date=LATER, on=TODAY, by=stage.amina)
    assert not TargetMove.objects.exists()
    assert Goal.objects.get(pk=goal.pk).target_date == SOON


def test_the_page_moves_it_and_the_goal_tells_how_it_moved(stage: Stage, goal: Goal) -> None:
    browser, today = browser_of(stage.amina), stage.organisation.today()
    later = today + timedelta(days=90)
    sent = {"target_date": later.isoformat(), "words": "Waiting list.", "on": today.isoformat()}
    assert browser.post(f"/goals/{goal.pk}/target/", sent).status_code == 302
    page = browser.get(f"/goals/{goal.pk}/").content.decode()
    assert f"to {later.day} {later:%B %Y}" in page
    assert "Waiting list." in page
