"""First and now of each goal, apart for each person who rated it: raters are never pooled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cors.plans.forms.goal import raters
from cors.plans.models import Goal


@dataclass(frozen=True)
class ThenAndNow:
    """How close a goal felt at first and feels now, as one person says it."""

    who: str
    first: int
    first_date: date
    now: int
    now_date: date
    times: int

    @property
    def moved(self) -> str:
        """Say how far it moved; a goal rated once has not moved yet."""
        if self.times == 1:
            return "Rated once"
        steps = self.now - self.first
        if not steps:
            return "The same"
        return f"{abs(steps)} {'closer' if steps > 0 else 'further away'}"


@dataclass(frozen=True)
class SheetGoal:
    """A goal with what each person says of it."""

    goal: Goal
    said: list[ThenAndNow]


def goal_sheet(goals: Iterable[Goal], name: str) -> list[SheetGoal]:
    """Return all goals that were rated; name: what the client is called."""
    sheet = [SheetGoal(goal, _said(goal, name)) for goal in goals]
    return [each for each in sheet if each.said]


def _said(goal: Goal, name: str) -> list[ThenAndNow]:
    found = []
    for rater, who in raters(name):
        first, now = goal.baseline(rater), goal.latest(rater)
        if first and now:
            found.append(
                ThenAndNow(
                    who=who,
                    first=first.value,
                    first_date=first.rated_date,
                    now=now.value,
                    now_date=now.rated_date,
                    times=len(goal.ratings(rater)),
                )
            )
    return found
