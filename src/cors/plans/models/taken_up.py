"""A goal that had ended and is worked towards again: what it had come to is kept."""

from datetime import date
from typing import ClassVar

from django.db import models

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models.goal import Goal, GoalEnding


class GoalTakenUp(ClientRecord):
    """An ending that no longer holds: how, when, in which words, and the day one went on."""

    scope = "goal__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"], fact=["how", "ended_date", "taken_up_date"], technical=["goal"]
    )

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="taken_up_rows")
    how = models.CharField(max_length=10, choices=GoalEnding.How.choices)
    ended_date = models.DateField()
    taken_up_date = models.DateField()
    words = SealedText()

    @classmethod
    def of(cls, goal: Goal) -> ScopedQuerySet["GoalTakenUp"]:
        """Return the endings that no longer hold, the first first."""
        return cls.objects.filter(goal=goal).order_by("ended_date", "created_at")


def first_reached(goal: Goal) -> date | None:
    """Return the day the goal was reached for the first time, whatever came after."""
    days = [row.ended_date for row in GoalTakenUp.of(goal) if row.how == GoalEnding.How.REACHED]
    ending = goal.ending()
    if ending and ending.how == GoalEnding.How.REACHED:
        days.append(ending.ended_date)
    return min(days, default=None)
