from datetime import timedelta

import pytest

from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import end_goal, rate_goal
from cors.plans.models import Goal, Rating
from cors.plans.tests.factories import BEGAN, a_case, a_goal, ended, tomorrow
from tests.stage.personas import TODAY, Stage

LATER = BEGAN + timedelta(days=14)


def test_adds_to_the_ratings_and_leaves_the_baseline(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina, rating=2)
    rate_goal(goal=goal, value=6, on=LATER, by=stage.amina)
    rate_goal(goal=goal, value=4, on=BEGAN, by=stage.amina)
    (read,) = Goal.of(case)
    baseline, latest = read.baseline(), read.latest()
    assert baseline is not None
    assert latest is not None
    assert (baseline.value, latest.value) == (2, 6)


def test_keeps_each_rater_apart(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina, rating=2)
    rate_goal(goal=goal, value=7, rater="worker", on=LATER, by=stage.amina)
    (read,) = Goal.of(case)
    assert [rating.value for rating in read.ratings("worker")] == [7]
    assert [rating.value for rating in read.ratings()] == [2]


def test_refuses_a_day_before_the_first_rating(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina, rating=None)
    rate_goal(goal=goal, value=6, on=LATER, by=stage.amina)
    fresh = Goal.objects.get(pk=goal.pk)
    with pytest.raises(Refused, match="first rating") as refused:
        rate_goal(goal=fresh, value=1, on=BEGAN, by=stage.amina)
    assert refused.value.field == "on"


@pytest.mark.parametrize("value", [-1, 11])
def test_refuses_what_is_not_on_the_scale(stage: Stage, value: int) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    with pytest.raises(Refused, match="0 to 10") as refused:
        rate_goal(goal=goal, value=value, on=TODAY, by=stage.amina)
    assert refused.value.field == "value"


def test_refuses_an_unknown_rater_and_a_wrong_day(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina, rating=None)
    with pytest.raises(Refused) as rater:
        rate_goal(goal=goal, value=5, rater="cat", on=TODAY, by=stage.amina)
    with pytest.raises(Refused) as ahead:
        rate_goal(goal=goal, value=5, on=tomorrow(stage.amina), by=stage.amina)
    with pytest.raises(Refused, match="goal was set") as early:
        rate_goal(goal=goal, value=5, on=BEGAN - timedelta(days=1), by=stage.amina)
    assert [rater.value.field, ahead.value.field, early.value.field] == ["rater", "on", "on"]


def test_refuses_a_goal_or_a_case_that_has_ended(stage: Stage) -> None:
    case = a_case(stage)
    goal, other = a_goal(case, stage.amina), a_goal(case, stage.amina)
    end_goal(goal=goal, how="reached", on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="goal has ended"):
        rate_goal(goal=goal, value=9, on=TODAY, by=stage.amina)
    ended(case)
    with pytest.raises(Refused, match="case has ended"):
        rate_goal(goal=other, value=9, on=TODAY, by=stage.amina)


def test_is_for_a_volunteer_too_but_not_for_an_analyst(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    assert rate_goal(goal=goal, value=5, on=TODAY, by=stage.gwen).value == 5
    with pytest.raises(NotAllowed):
        rate_goal(goal=goal, value=5, on=TODAY, by=stage.esi)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    goal = Goal(
        organisation=stage.organisation, case=a_case(stage), life_area="housing", set_date=BEGAN
    )
    goal.save(force_insert=True)
    with pytest.raises(audit_fails):
        rate_goal(goal=goal, value=5, on=TODAY, by=stage.amina)
    assert not Rating.objects.exists()
