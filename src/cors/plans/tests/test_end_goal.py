from datetime import timedelta

import pytest

from cors.audit.models import Event
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import end_goal
from cors.plans.models import Goal, GoalEnding
from cors.plans.tests.factories import BEGAN, a_case, a_goal, ended, tomorrow
from tests.stage.personas import TODAY, Stage


def test_says_how_and_when_and_takes_it_from_the_open_ones(stage: Stage) -> None:
    case = a_case(stage)
    goal, other = a_goal(case, stage.amina), a_goal(case, stage.amina)
    ending = end_goal(
        goal=goal, how="changed", on=TODAY, words=" Closer now. ", followed_by=other, by=stage.amina
    )
    assert (ending.how, ending.ended_date, ending.words) == ("changed", TODAY, "Closer now.")
    assert ending.followed_by == other
    assert list(Goal.of(case).open()) == [other]
    assert Event.objects.filter(verb="end_goal", about_id=goal.pk).count() == 1


def test_refuses_a_second_ending(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    end_goal(goal=goal, how="partly", on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="has ended"):
        end_goal(goal=Goal.objects.get(pk=goal.pk), how="reached", on=TODAY, by=stage.amina)


def test_refuses_an_unknown_way_and_wrong_days(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    with pytest.raises(Refused) as how:
        end_goal(goal=goal, how="failed", on=TODAY, by=stage.amina)
    with pytest.raises(Refused) as early:
        end_goal(goal=goal, how="reached", on=BEGAN - timedelta(days=1), by=stage.amina)
    with pytest.raises(Refused) as ahead:
        end_goal(goal=goal, how="reached", on=tomorrow(stage.amina), by=stage.amina)
    assert [how.value.field, early.value.field, ahead.value.field] == ["how", "on", "on"]


def test_refuses_a_follower_from_another_case(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    other = a_goal(a_case(stage, reference="HS-2"), stage.amina)
    with pytest.raises(Refused) as refused:
        end_goal(goal=goal, how="changed", on=TODAY, followed_by=other, by=stage.amina)
    assert refused.value.field == "followed_by"


def test_refuses_a_goal_that_became_itself(stage: Stage) -> None:
    case = a_case(stage)
    goal, other = a_goal(case, stage.amina), a_goal(case, stage.amina)
    with pytest.raises(Refused) as refused:
        end_goal(goal=goal, how="changed", on=TODAY, followed_by=goal, by=stage.amina)
    assert refused.value.field == "followed_by"
    assert not GoalEnding.objects.exists()
    end_goal(goal=goal, how="changed", on=TODAY, followed_by=other, by=stage.amina)


def test_refuses_a_case_that_has_ended(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    ended(case)
    with pytest.raises(Refused, match="re-open"):
        end_goal(goal=goal, how="reached", on=TODAY, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    with pytest.raises(NotAllowed):
        end_goal(goal=goal, how="reached", on=TODAY, by=stage.gwen)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    goal = Goal(
        organisation=stage.organisation, case=a_case(stage), life_area="housing", set_date=BEGAN
    )
    goal.save(force_insert=True)
    with pytest.raises(audit_fails):
        end_goal(goal=goal, how="reached", on=TODAY, by=stage.amina)
    assert not GoalEnding.objects.exists()
