"""Going on with a goal that had ended: the day it was first reached is never lost."""

from datetime import timedelta

import pytest

from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import end_goal, put_goal_first, take_up_goal
from cors.plans.models import Goal, GoalEnding, GoalTakenUp, first_reached
from cors.plans.tests.factories import BEGAN, a_case, a_goal, ended, tomorrow
from tests.stage.personas import TODAY, Stage, browser_of

MAY_DAY = BEGAN + timedelta(days=14)


@pytest.fixture
def goal(stage: Stage) -> Goal:
    found = a_goal(a_case(stage), stage.amina)
    end_goal(goal=found, how="reached", on=MAY_DAY, words="Keys in hand.", by=stage.amina)
    return again(found)


def again(goal: Goal) -> Goal:
    return Goal.objects.get(pk=goal.pk)


def test_stands_open_and_keeps_how_it_had_ended(stage: Stage, goal: Goal) -> None:
    take_up_goal(goal=goal, on=TODAY, by=stage.ben)
    assert again(goal).is_open
    (kept,) = GoalTakenUp.of(goal)
    assert (kept.how, kept.ended_date, kept.taken_up_date) == ("reached", MAY_DAY, TODAY)
    assert kept.words == "Keys in hand."


def test_the_first_day_it_was_reached_stays_the_first(stage: Stage, goal: Goal) -> None:
    take_up_goal(goal=goal, on=TODAY, by=stage.amina)
    assert first_reached(again(goal)) == MAY_DAY
    end_goal(goal=again(goal), how="reached", on=TODAY, by=stage.amina)
    assert first_reached(again(goal)) == MAY_DAY


def test_a_goal_let_go_was_never_reached(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    assert first_reached(goal) is None
    end_goal(goal=goal, how="let-go", on=MAY_DAY, by=stage.amina)
    take_up_goal(goal=again(goal), on=TODAY, by=stage.amina)
    assert first_reached(again(goal)) is None


def test_refuses_one_that_stands_open(stage: Stage, goal: Goal) -> None:
    take_up_goal(goal=goal, on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="open already"):
        take_up_goal(goal=again(goal), on=TODAY, by=stage.amina)


def test_refuses_days_that_can_not_be_and_a_case_that_ended(stage: Stage, goal: Goal) -> None:
    for day in (MAY_DAY - timedelta(days=1), tomorrow(stage.amina)):
        with pytest.raises(Refused) as refused:
            take_up_goal(goal=goal, on=day, by=stage.amina)
        assert refused.value.field == "on"
    ended(goal.case)
    with pytest.raises(Refused, match="re-open"):
        take_up_goal(goal=again(goal), on=TODAY, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage, goal: Goal) -> None:
    with pytest.raises(NotAllowed):
        take_up_goal(goal=goal, on=TODAY, by=stage.gwen)
    with pytest.raises(NotAllowed):
        put_goal_first(goal=goal, by=stage.gwen)


def test_writes_nothing_if_its_event_fails(
    stage: Stage, goal: Goal, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        take_up_goal(goal=goal, on=TODAY, by=stage.amina)
    assert not GoalTakenUp.objects.exists()
    assert GoalEnding.objects.filter(goal=goal).exists()


def test_the_page_goes_on_with_it(stage: Stage, goal: Goal) -> None:
    browser = browser_of(stage.amina)
    assert f"/goals/{goal.pk}/again/" in browser.get(f"/goals/{goal.pk}/").content.decode()
    sent = {"on": stage.organisation.today().isoformat()}
    assert browser.post(f"/goals/{goal.pk}/again/", sent).status_code == 302
    page = browser.get(f"/goals/{goal.pk}/").content.decode()
    assert f"First reached on {MAY_DAY.day} {MAY_DAY:%B %Y}" in page


def _order(goal: Goal) -> list[str]:
    return [each.words for each in Goal.of(goal.case)]


def test_a_goal_put_first_stands_first(stage: Stage, goal: Goal) -> None:
    second = a_goal(goal.case, stage.amina, words="Second.")
    third = a_goal(goal.case, stage.amina, words="Third.")
    put_goal_first(goal=third, by=stage.amina)
    assert _order(goal) == ["Third.", goal.words, "Second."]
    put_goal_first(goal=again(second), by=stage.amina)
    assert _order(goal) == ["Second.", "Third.", goal.words]


def test_the_order_stays_if_its_event_fails(
    stage: Stage, goal: Goal, audit_fails: type[Exception]
) -> None:
    second = Goal(
        organisation=stage.organisation, case=goal.case, life_area="money", set_date=TODAY
    )
    second.save(force_insert=True)
    before = [each.pk for each in Goal.of(goal.case)]
    with pytest.raises(audit_fails):
        put_goal_first(goal=second, by=stage.amina)
    assert [each.pk for each in Goal.of(goal.case)] == before


def test_the_button_puts_it_first(stage: Stage, goal: Goal) -> None:
    second = a_goal(goal.case, stage.amina, words="Second.")
    answer = browser_of(stage.amina).post(f"/goals/{second.pk}/first/")
    assert answer["Location"] == f"/cases/{goal.case.pk}/"
    assert _order(goal)[0] == "Second."
