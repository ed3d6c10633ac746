"""The plan of a case as blocks: the wish above the line; barrier, work and steps below it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse

from cors.access.permissions import Permission
from cors.casefile.case_record import CaseRecord
from cors.core.plain_days import plain_day, plain_month
from cors.plans.models import Barrier, Goal, Intervention, Step

OWNERS = {"worker": "The worker", "together": "Together", "other": "Somebody else"}


@dataclass
class Branch:
    """One thing of the plan and what hangs on it."""

    mark: str
    words: str
    detail: str = ""
    strong: bool = False
    url: str = ""
    label: str = ""
    branches: list["Branch"] = field(default_factory=list)


@dataclass
class GoalBlock:
    """A goal with what is below it."""

    area: str
    words: str
    first: int | None
    now: int | None
    note: str
    edit_url: str
    pk: UUID
    branches: list[Branch]


class PlanView:
    """Puts the parts of a plan under one another."""

    def __init__(self, record: CaseRecord) -> None:
        self.record = record
        self.may = record.member.can(Permission.PLAN) and record.is_open
        self.sessions: dict[UUID, list[int | None]] = {}
        for row in record.delivered:
            if row.intervention_id:
                self.sessions.setdefault(row.intervention_id, []).append(row.minutes)

    def blocks(self) -> list[GoalBlock]:
        """Return a block for each open goal, in the order set."""
        return [self._block(goal) for goal in self.record.open_goals]

    def in_the_way(self) -> list[str]:
        """Return what is still in the way, in words."""
        return [self._barrier(row).words for row in self._open_barriers()]

    def elsewhere(self) -> list[Branch]:
        """Return what belongs to no open goal: it must not be lost."""
        shown = {goal.pk for goal in self.record.open_goals}
        barriers = self._open_barriers()
        hung = {work.pk for key in shown for work in self._work_for(goal=key)}
        hung |= {work.pk for row in barriers for work in self._work_for(barrier=row.pk)}
        return [
            *(self._barrier(r) for r in barriers if not shown.intersection(r.blocked_goal_ids())),
            *(self._work(row) for row in self._going_on() if row.pk not in hung),
            *(self._step(row) for row in self._own_steps() if row.goal_id not in shown),
        ]

    def _block(self, goal: Goal) -> GoalBlock:
        first, now = goal.baseline(), goal.latest()
        return GoalBlock(
            area=self.record.catalogue.label("life_area", goal.life_area),
            words=goal.words,
            first=first.value if first else None,
            now=now.value if now else None,
            note=self._goal_note(goal),
            edit_url=reverse("plans:goal", args=[goal.pk]) if self.may else "",
            pk=goal.pk,
            branches=list(self._below(goal)),
        )

    def _goal_note(self, goal: Goal) -> str:
        if goal.first_words != goal.words:
            return f"First said: “{goal.first_words}”"
        if goal.target_date:
            return f"Hoped for by {plain_day(goal.target_date, self.record.today)}"
        return ""

    def _below(self, goal: Goal) -> Iterable[Branch]:
        blocking = [row for row in self._open_barriers() if goal.pk in row.blocked_goal_ids()]
        yield from (self._barrier(row, goal) for row in blocking)
        below = {work.pk for row in blocking for work in self._work_for(barrier=row.pk)}
        yield from (self._work(row) for row in self._work_for(goal=goal.pk) if row.pk not in below)
        for step in self._own_steps():
            if step.goal_id == goal.pk:
                yield self._step(step)

    def _open_barriers(self) -> list[Barrier]:
        return [row for row in self.record.barriers if row.resolution() is None]

    def _barrier(self, row: Barrier, goal: Goal | None = None) -> Branch:
        since = plain_month(row.noticed_date, self.record.today)
        blocked = row.blocked_goal_ids()
        others = sum(each.pk in blocked for each in self.record.open_goals if each != goal)
        also = f". Also holds back {others} other" + ("" if others == 1 else "s")
        return Branch(
            mark="barrier",
            words=row.words or self.record.catalogue.label("barrier_type", row.type_key),
            detail=f"In the way since {since}" + (also if goal and others else ""),
            strong=True,
            url=reverse("plans:barrier", args=[row.pk]) if self.may else "",
            branches=[self._work(work) for work in self._work_for(barrier=row.pk)],
        )

    def _work_for(
        self, *, goal: UUID | None = None, barrier: UUID | None = None
    ) -> list[Intervention]:
        return [
            row
            for row in self._going_on()
            if any(
                (barrier and link.barrier_id == barrier) or (goal and link.goal_id == goal)
                for link in row.addressed()
            )
        ]

    def _going_on(self) -> list[Intervention]:
        return [row for row in self.record.interventions if row.ended_date is None]

    def _work(self, row: Intervention) -> Branch:
        dose = self.sessions.get(row.pk, [])
        steps = [step for step in self._steps_ahead() if step.intervention_id == row.pk]
        return Branch(
            mark="work-thick" if len(dose) > 6 else "work" if len(dose) > 1 else "work-thin",
            words=row.words or self.record.catalogue.label("intervention_type", row.type_key),
            detail=dose_in_words(dose),
            url=reverse("plans:intervention", args=[row.pk]) if self.may else "",
            branches=[self._step(step) for step in steps],
        )

    def _steps_ahead(self) -> list[Step]:
        return [
            row for row in self.record.steps if row.done_date is None and row.dropped_date is None
        ]

    def _own_steps(self) -> list[Step]:
        """Return the steps that hang on no work that still goes on."""
        work = {row.pk for row in self._going_on()}
        return [row for row in self._steps_ahead() if row.intervention_id not in work]

    def _step(self, row: Step) -> Branch:
        owner = OWNERS.get(row.owner, self.record.client.called)
        day = f", {plain_day(row.due_date, self.record.today)}" if row.due_date else ""
        return Branch(
            mark="step",
            words=row.words,
            detail=f"{owner}{day}",
            url=reverse("plans:step", args=[row.pk]) if self.may else "",
            label="Done?",
        )


def dose_in_words(minutes: list[int | None]) -> str:
    """Return `3 times, 1 hour 10`; the length is left out where none is known."""
    if not minutes:
        return "Not started"
    times = "Once" if len(minutes) == 1 else f"{len(minutes)} times"
    total = sum(value for value in minutes if value)
    if not total:
        return times
    hours, rest = divmod(total, 60)
    said = f"{rest} minutes" if not hours else f"{hours} hour" + ("s" if hours > 1 else "")
    return f"{times}, {said}" + (f" {rest}" if hours and rest else "")
