"""What a review decides and names: plain data, made by a form or an import."""

from dataclasses import dataclass

from cors.plans.models import Barrier, Goal, Intervention, Moment


@dataclass(frozen=True, slots=True)
class GoalDecision:
    """Both views of one goal, and what becomes of it: one of ReviewedGoal.Decision."""

    goal: Goal
    decision: str
    client_rating: int | None = None
    worker_rating: int | None = None
    new_words: str = ""


@dataclass(frozen=True, slots=True)
class NamedPart:
    """Something of the record that helped or was in the way: one of ReviewedPart.Side."""

    side: str
    words: str
    about: Barrier | Intervention | Moment
