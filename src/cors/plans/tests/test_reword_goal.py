from datetime import timedelta

import pytest

from cors.audit.models import Event
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import end_goal, reword_goal
from cors.plans.models import Goal
from cors.plans.tests.factories import BEGAN, WORDS, a_case, a_goal, ended, tomorrow
from tests.stage.personas import TODAY, Stage

NEW = "A flat near my sister."


def test_never_loses_the_first_words(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    reword_goal(goal=goal, words=NEW, on=TODAY, by=stage.amina)
    reword_goal(goal=goal, words="Home.", on=TODAY, by=stage.amina)
    (read,) = Goal.of(case)
    assert [wording.words for wording in read.wordings()] == [WORDS, NEW, "Home."]
    assert (read.first_words, read.words) == (WORDS, "Home.")
    assert Event.objects.filter(verb="reword_goal").count() == 2


def test_refuses_a_day_before_the_words_that_hold_now(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    reword_goal(goal=goal, words=NEW, on=TODAY, by=stage.amina)
    with pytest.raises(Refused) as refused:
        reword_goal(goal=goal, words="Home.", on=BEGAN, by=stage.amina)
    assert refused.value.field == "on"


def test_refuses_empty_words_and_a_day_in_the_future(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    with pytest.raises(Refused) as empty:
        reword_goal(goal=goal, words=" ", on=TODAY, by=stage.amina)
    with pytest.raises(Refused) as ahead:
        reword_goal(goal=goal, words=NEW, on=tomorrow(stage.amina), by=stage.amina)
    assert (empty.value.field, ahead.value.field) == ("words", "on")


def test_refuses_a_goal_or_a_case_that_has_ended(stage: Stage) -> None:
    case = a_case(stage)
    goal, other = a_goal(case, stage.amina), a_goal(case, stage.amina)
    end_goal(goal=goal, how="let-go", on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="goal has ended"):
        reword_goal(goal=goal, words=NEW, on=TODAY, by=stage.amina)
    ended(case)
    with pytest.raises(Refused, match="case has ended"):
        reword_goal(goal=other, words=NEW, on=TODAY, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage) -> None:
    goal = a_goal(a_case(stage), stage.amina)
    with pytest.raises(NotAllowed):
        reword_goal(goal=goal, words=NEW, on=TODAY, by=stage.gwen)


def test_writes_nothing_if_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    case = a_case(stage)
    goal = Goal(organisation=stage.organisation, case=case, life_area="housing", set_date=BEGAN)
    goal.save(force_insert=True)
    with pytest.raises(audit_fails):
        reword_goal(goal=goal, words=NEW, on=BEGAN + timedelta(days=1), by=stage.amina)
    assert Goal.of(case).get().words == ""
