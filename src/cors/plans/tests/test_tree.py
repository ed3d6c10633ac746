from collections.abc import Iterable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cors.cases.models import Case
from cors.plans import actions
from cors.plans.tests.factories import (
    BEGAN,
    WORDS,
    a_barrier,
    a_case,
    a_goal,
    a_step,
    an_intervention,
)
from cors.plans.tree import GoalBranch, PlanTree, plan_of
from tests.stage.personas import TODAY, Stage


def read_aloud(tree: PlanTree) -> list[str]:
    """Open every text and every link, as a page does."""
    return [*_goals(tree.goals), *_goals(tree.ended_goals), *[s.words for s in tree.steps]]


def _goals(branches: Iterable[GoalBranch]) -> Iterable[str]:
    for branch in branches:
        yield f"{branch.words} {branch.first_words} {branch.baseline} {branch.latest}"
        for barrier in branch.barriers:
            yield f"{barrier.barrier.words} {barrier.is_open} {barrier.also_blocks}"
            for work in barrier.interventions:
                yield f"{work.intervention.words} {[step.words for step in work.steps]}"


def grow(case: Case, stage: Stage, goals: int) -> None:
    for _ in range(goals):
        goal = a_goal(case, stage.amina)
        barrier = a_barrier(case, stage.amina, blocks=[goal], words="No savings.")
        work = an_intervention(case, stage.amina, barriers=[barrier], goals=[goal])
        a_step(case, stage.amina, intervention=work)
        a_step(case, stage.amina, goal=goal)


def test_shows_words_then_and_now_and_how_close_it_feels(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina, rating=2)
    actions.rate_goal(goal=goal, value=6, on=TODAY, by=stage.amina)
    actions.reword_goal(goal=goal, words="Home.", on=TODAY, by=stage.amina)
    (branch,) = plan_of(case).goals
    assert (branch.first_words, branch.words, branch.is_reworded) == (WORDS, "Home.", True)
    assert branch.baseline is not None
    assert branch.latest is not None
    assert (branch.baseline.value, branch.latest.value, branch.is_bare) == (2, 6, True)


def test_hangs_a_barrier_on_its_first_open_goal_and_names_it_at_the_others(stage: Stage) -> None:
    case = a_case(stage)
    done, first, second = (a_goal(case, stage.amina) for _ in range(3))
    barrier = a_barrier(case, stage.amina, blocks=[done, second, first])
    actions.end_goal(goal=done, how="reached", on=TODAY, by=stage.amina)
    tree = plan_of(case)
    at_first, at_second = tree.goals
    (at_done,) = tree.ended_goals
    (branch,) = at_first.barriers
    assert (branch.barrier, branch.also_blocks) == (barrier, [second, done])
    assert at_second.also_held_back_by == at_done.also_held_back_by == [barrier]
    assert at_second.barriers == at_done.barriers == []


def test_hangs_work_on_the_barrier_before_the_goal_and_steps_on_the_work(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    barrier = a_barrier(case, stage.amina, blocks=[goal])
    against = an_intervention(case, stage.amina, goals=[goal], barriers=[barrier])
    towards = an_intervention(case, stage.amina, goals=[goal])
    step = a_step(case, stage.amina, goal=goal, intervention=towards)
    (branch,) = plan_of(case).goals
    assert [work.intervention for work in branch.barriers[0].interventions] == [against]
    assert [work.intervention for work in branch.interventions] == [towards]
    assert (branch.interventions[0].steps, branch.steps) == ([step], [])


def test_shows_what_is_open_first(stage: Stage) -> None:
    case = a_case(stage)
    goal = a_goal(case, stage.amina)
    old, new = (a_barrier(case, stage.amina, blocks=[goal]) for _ in range(2))
    over, on = (an_intervention(case, stage.amina, goals=[goal]) for _ in range(2))
    done, ahead = (a_step(case, stage.amina, goal=goal) for _ in range(2))
    actions.resolve_barrier(barrier=old, on=TODAY, by=stage.amina)
    actions.end_intervention(intervention=over, on=TODAY, by=stage.amina)
    actions.finish_step(step=done, on=TODAY, by=stage.amina)
    (branch,) = plan_of(case).goals
    assert [each.barrier for each in branch.barriers] == [new, old]
    assert [each.intervention for each in branch.interventions] == [on, over]
    assert branch.steps == [ahead, done]


def test_keeps_what_is_tied_to_no_goal_beside_them(stage: Stage) -> None:
    case = a_case(stage)
    barrier, work = a_barrier(case, stage.amina), an_intervention(case, stage.amina)
    step = a_step(case, stage.amina, due_date=BEGAN + timedelta(days=1))
    tree = plan_of(case)
    assert [each.barrier for each in tree.barriers] == [barrier]
    assert [each.intervention for each in tree.interventions] == [work]
    assert (tree.goals, tree.steps) == ([], [step])


@pytest.mark.parametrize("goals", [2, 40])
def test_takes_eight_queries_with_10_and_with_200_entries(stage: Stage, goals: int) -> None:
    case = a_case(stage)
    grow(case, stage, goals)
    with CaptureQueriesContext(connection) as captured:
        assert len(read_aloud(plan_of(case))) == goals * 3
    assert len(captured) == 8


def test_knows_nothing_of_another_case(stage: Stage) -> None:
    grow(a_case(stage, reference="HS-2"), stage, 1)
    tree = plan_of(a_case(stage))
    assert tree == PlanTree(goals=[], ended_goals=[])
