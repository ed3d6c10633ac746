"""What the Record screen was told, in the words of the verb."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cors.cases.models import Case
from cors.contacts.entry import NewBarrier, NewMoment, NewOutcome, NewStep, NewWork, PersonEntry
from cors.plans.models import Goal, Intervention, Moment, Rater, Step

ANOTHER_DAY = "day"


class Told:
    """Answers of one form about one person's case."""

    def __init__(
        self, case: Case, goals: Sequence[Goal], work: Sequence[Intervention], answers: Any
    ) -> None:
        self.case = case
        self.goals = goals
        self.work = work
        self.answers = answers

    def entry(self) -> PersonEntry:
        """Return all of it as one person's part of a contact."""
        touched = [goal for goal in self.goals if self._is_touched(goal)]
        done = [row for row in self.work if str(row.pk) in self.answers["done"]]
        return PersonEntry(
            case=self.case,
            note=self.answers["note"],
            goals=tuple(touched),
            ratings=tuple(self._ratings()),
            delivered=tuple(done),
            moments=tuple(self._moments(touched)),
            barrier=self._barrier(touched),
            outcome=self._outcome(touched),
            step=self._step(touched),
        )

    def _is_touched(self, goal: Goal) -> bool:
        rated = self.answers[f"rating-{goal.pk}"] is not None
        return rated or bool(self.answers[f"goal-{goal.pk}"])

    def _ratings(self) -> list[tuple[Goal, int, str]]:
        said = [(goal, self.answers[f"rating-{goal.pk}"]) for goal in self.goals]
        return [(goal, value, Rater.CLIENT) for goal, value in said if value is not None]

    def _moments(self, touched: list[Goal]) -> list[NewMoment]:
        chosen = [kind for kind in Moment.Kind.values if kind in self.answers["marks"]]
        return [self._moment(kind, touched) for kind in chosen]

    def _moment(self, kind: str, touched: list[Goal]) -> NewMoment:
        return NewMoment(
            kind,
            self.answers[f"{kind}_words"],
            goal=self._about(f"{kind}_goal", touched),
            could_help=self.answers["setback_help"] if kind == Moment.Kind.SETBACK else "",
            client_words=self.answers[f"{kind}_client_words"],
        )

    def _about(self, field: str, touched: list[Goal]) -> Goal | None:
        """Return the goal that was named, else the only one that it can be about."""
        named = self.answers[field]
        for goal in self.goals:
            if str(goal.pk) == named:
                return goal
        alone = touched or self.goals
        return alone[0] if len(alone) == 1 else None

    def _barrier(self, touched: list[Goal]) -> NewBarrier | None:
        if "barrier" not in self.answers["marks"]:
            return None
        words, work = self.answers["barrier_words"], self.answers["barrier_work"]
        begun = NewWork(work, self.answers["barrier_work_words"]) if work else None
        return NewBarrier(self.answers["barrier_type"], words, blocks=tuple(touched), work=begun)

    def _outcome(self, touched: list[Goal]) -> NewOutcome | None:
        if "outcome" not in self.answers["marks"]:
            return None
        goal = touched[0] if len(touched) == 1 else None
        evidence = self.answers["outcome_evidence"]
        return NewOutcome(self.answers["outcome_type"], evidence, goal=goal)

    def _step(self, touched: list[Goal]) -> NewStep | None:
        if not self.answers["step_words"]:
            return None
        goal = touched[0] if len(touched) == 1 else None
        owner = self.answers["step_owner"] or Step.Owner.WORKER
        day = step_day(self.answers)
        return NewStep(self.answers["step_words"], owner, due_date=day, goal=goal)


def step_day(answers: Any) -> date | None:
    """Return the day of the next step: one of those near, or another."""
    when = answers.get("step_when")
    if when and when != ANOTHER_DAY:
        return date.fromisoformat(when)
    day: date | None = answers.get("step_day")
    return day
