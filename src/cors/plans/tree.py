"""The plan of a case as one tree: goals, what holds them back, what is done, next steps."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from cors.cases.models import Case
from cors.plans.models import Barrier, Goal, Intervention, Rating, Step


@dataclass
class InterventionBranch:
    """What is done, with its steps: those ahead first."""

    intervention: Intervention
    steps: list[Step] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        return self.intervention.ended_date is None


@dataclass
class BarrierBranch:
    """What stands in the way, with what is done about it."""

    barrier: Barrier
    also_blocks: list[Goal] = field(default_factory=list)
    interventions: list[InterventionBranch] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        return self.barrier.resolution() is None


@dataclass
class GoalBranch:
    """A goal; a barrier that blocks several goals hangs on the first, the others name it."""

    goal: Goal
    barriers: list[BarrierBranch] = field(default_factory=list)
    also_held_back_by: list[Barrier] = field(default_factory=list)
    interventions: list[InterventionBranch] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    @property
    def words(self) -> str:
        return self.goal.words

    @property
    def first_words(self) -> str:
        return self.goal.first_words

    @property
    def is_reworded(self) -> bool:
        return self.words != self.first_words

    @property
    def baseline(self) -> Rating | None:
        return self.goal.baseline()

    @property
    def latest(self) -> Rating | None:
        return self.goal.latest()

    @property
    def is_open(self) -> bool:
        return self.goal.is_open

    @property
    def is_bare(self) -> bool:
        """Nothing is planned yet."""
        return not (self.barriers or self.also_held_back_by or self.interventions or self.steps)


@dataclass
class PlanTree:
    """All of a plan; what is tied to no goal stands beside them."""

    goals: list[GoalBranch]
    ended_goals: list[GoalBranch]
    barriers: list[BarrierBranch] = field(default_factory=list)
    interventions: list[InterventionBranch] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


B = TypeVar("B", BarrierBranch, InterventionBranch)


def plan_of(case: Case) -> PlanTree:
    """Return the plan of a case; takes eight queries, however long the plan is."""
    branches = [GoalBranch(goal) for goal in Goal.of(case)]
    tree = PlanTree(
        goals=[branch for branch in branches if branch.is_open],
        ended_goals=[branch for branch in branches if not branch.is_open],
    )
    # Open goals come first, so that what hangs on several is shown where work goes on.
    goals = {branch.goal.pk: branch for branch in [*tree.goals, *tree.ended_goals]}
    barriers = _hang_barriers(tree, goals, Barrier.of(case))
    interventions = _hang_interventions(tree, goals, barriers, Intervention.of(case))
    _hang_steps(tree, goals, interventions, Step.of(case))
    return tree


def _hang_barriers(
    tree: PlanTree, goals: dict[UUID, GoalBranch], found: Iterable[Barrier]
) -> dict[UUID, BarrierBranch]:
    branches = _open_first([BarrierBranch(barrier) for barrier in found])
    for branch in branches:
        blocked = set(branch.barrier.blocked_goal_ids())
        homes = [goals[key] for key in goals if key in blocked]
        (homes[0] if homes else tree).barriers.append(branch)
        for other in homes[1:]:
            branch.also_blocks.append(other.goal)
            other.also_held_back_by.append(branch.barrier)
    return {branch.barrier.pk: branch for branch in branches}


def _hang_interventions(
    tree: PlanTree,
    goals: dict[UUID, GoalBranch],
    barriers: dict[UUID, BarrierBranch],
    found: Iterable[Intervention],
) -> dict[UUID, InterventionBranch]:
    branches = _open_first([InterventionBranch(intervention) for intervention in found])
    for branch in branches:
        addressed = branch.intervention.addressed()
        against = {row.barrier_id for row in addressed}
        meant = {row.goal_id for row in addressed}
        homes: list[BarrierBranch | GoalBranch | PlanTree] = [
            *(barriers[key] for key in barriers if key in against),
            *(goals[key] for key in goals if key in meant),
            tree,
        ]
        homes[0].interventions.append(branch)
    return {branch.intervention.pk: branch for branch in branches}


def _hang_steps(
    tree: PlanTree,
    goals: dict[UUID, GoalBranch],
    interventions: dict[UUID, InterventionBranch],
    found: Iterable[Step],
) -> None:
    for step in sorted(found, key=lambda step: not step.is_ahead):
        homes = (interventions.get(step.intervention_id), goals.get(step.goal_id), tree)  # type: ignore[arg-type]
        next(home for home in homes if home is not None).steps.append(step)


def _open_first(branches: list[B]) -> list[B]:
    return sorted(branches, key=lambda branch: not branch.is_open)
