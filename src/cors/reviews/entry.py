"""What a review decides about one goal: plain data, made by a form or an import."""

from dataclasses import dataclass

from cors.plans.models import Goal


@dataclass(frozen=True, slots=True)
class GoalDecision:
    """Both views of one goal, and what becomes of it: one of ReviewedGoal.Decision."""

    goal: Goal
    decision: str
    client_rating: int | None = None
    worker_rating: int | None = None
    new_words: str = ""
