"""The plan of a case as blocks: the wish above the line; barrier, work and steps below it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.urls import reverse

from cors.access.permissions import Permission
from cors.casefile.attained import levels_now
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
    aside_url: str = ""
    aside_label: str = ""
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
    agreed: str = ""
    level: str = ""
    first_url: str = ""
    adds: list[tuple[str, str]] = field(default_factory=list)


class PlanView:
    """Puts the parts of a plan under one another."""

    def __init__(self, record: CaseRecord) -> None:
        self.record = record
        self.may = record.member.can(Permission.PLAN) and record.is_open
        self.may_rate = record.is_open and (self.may or record.member.can(Permission.RECORD))
        self.sessions: dict[UUID, list[int | None]] = defaultdict(list)
        for row in record.delivered:
            if row.intervention_id:
                self.sessions[row.intervention_id].append(row.minutes)

    @cached_property
    def _barriers(self) -> list[Barrier]:
        return [row for row in self.unresolved if row.rests_since() is None]

    @cached_property
    def unresolved(self) -> list[Barrier]:
        """What is still in the way, what is left alone for now included."""
        return [row for row in self.record.barriers if row.resolution() is None]

    @cached_property
    def _keepers(self) -> dict[UUID, list[Barrier]]:
        """Return the barriers by the other barrier that stays because of them."""
        return _by_key((key, row) for row in self._barriers for key in row.blocked_barrier_ids())

    @cached_property
    def _work(self) -> list[Intervention]:
        return [row for row in self.record.interventions if row.ended_date is None]

    @cached_property
    def _blocking(self) -> dict[UUID, list[Barrier]]:
        """Return the open barriers by the goal that they block."""
        return _by_key((goal, row) for row in self._barriers for goal in row.blocked_goal_ids())

    @cached_property
    def _work_for(self) -> dict[UUID, list[Intervention]]:
        """Return the work that goes on by the goal or barrier that it is for."""
        return _by_key(
            (link.barrier_id or link.goal_id, row) for row in self._work for link in row.addressed()
        )

    @cached_property
    def _steps(self) -> dict[UUID | None, list[Step]]:
        """Return the steps ahead by the work that they hang on, else by their goal."""
        going_on = {row.pk for row in self._work}
        return _by_key(
            (row.intervention_id if row.intervention_id in going_on else row.goal_id, row)
            for row in self.record.steps
            if row.is_ahead
        )

    @cached_property
    def _levels(self) -> dict[UUID, str]:
        return levels_now(self.record)

    @cached_property
    def _blocks(self) -> list[GoalBlock]:
        return [self._block(goal) for goal in self.record.open_goals]

    def blocks(self) -> list[GoalBlock]:
        """Return a block for each open goal, in the order set."""
        return self._blocks

    def elsewhere(self) -> list[Branch]:
        """Return what belongs to no open goal: it must not be lost."""
        goals = {goal.pk for goal in self.record.open_goals}
        shown = goals | {row.pk for row in self._barriers}
        hung = {row.pk for key in shown for row in self._work_for.get(key, ())}
        loose = [row for row in self._barriers if self._hangs_nowhere(row, goals)]
        under = shown | {row.pk for row in self._work}
        return [
            *(self._barrier_branch(row) for row in loose),
            *(self._work_branch(row) for row in self._work if row.pk not in hung),
            *(
                self._step(row)
                for key in self._steps
                if key not in under
                for row in self._steps[key]
            ),
        ]

    def _hangs_nowhere(self, row: Barrier, goals: set[UUID]) -> bool:
        keeps = {each.pk for each in self._barriers}.intersection(row.blocked_barrier_ids())
        return goals.isdisjoint(row.blocked_goal_ids()) and not keeps

    def not_now(self) -> list[Branch]:
        """Return the barriers left alone for now, with since when."""
        return [
            Branch(
                mark="barrier",
                words=self.named(row),
                detail=f"Since {plain_day(since, self.record.today)}",
                url=reverse("plans:barrier", args=[row.pk]) if self.may else "",
            )
            for row in self.unresolved
            if (since := row.rests_since())
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
            agreed=goal.wordings()[-1].agreed_words if goal.wordings() else "",
            level=self._levels.get(goal.pk, ""),
            first_url=self._first_url(goal),
            adds=self._adds(goal) if self.may else [],
        )

    def _first_url(self, goal: Goal) -> str:
        is_first = goal == self.record.open_goals[0]
        return reverse("plans:put_goal_first", args=[goal.pk]) if self.may and not is_first else ""

    def _adds(self, goal: Goal) -> list[tuple[str, str]]:
        """Return what can be added under a goal, with the goal chosen on the page it leads to."""
        case = [self.record.case.pk]
        return [
            ("In the way", f"{reverse('plans:notice_barrier', args=case)}?blocks={goal.pk}"),
            (
                "What could help",
                f"{reverse('plans:start_intervention', args=case)}?goals={goal.pk}",
            ),
            ("Next step", f"{reverse('plans:plan_step', args=case)}?goal={goal.pk}"),
        ]

    def _goal_note(self, goal: Goal) -> str:
        if goal.first_words != goal.words:
            return f"First said: “{goal.first_words}”"
        if goal.target_date:
            return f"Hoped for by {plain_day(goal.target_date, self.record.today)}"
        return ""

    def _below(self, goal: Goal) -> Iterable[Branch]:
        blocking = self._blocking.get(goal.pk, [])
        yield from (self._barrier_branch(row, goal) for row in blocking)
        below = {work.pk for row in blocking for work in self._work_for.get(row.pk, ())}
        straight = [row for row in self._work_for.get(goal.pk, ()) if row.pk not in below]
        yield from (self._work_branch(row) for row in straight)
        yield from (self._step(row) for row in self._steps.get(goal.pk, ()))

    def named(self, row: Barrier) -> str:
        """Return the words for what is in the way, else what its type is called."""
        return row.words or self.record.catalogue.label("barrier_type", row.type_key)

    def _barrier_branch(
        self, row: Barrier, goal: Goal | None = None, above: tuple[Barrier, ...] = ()
    ) -> Branch:
        """Return a barrier with what keeps it; a circle that two people closed at once has an end.

        above: the barriers that it already hangs under.
        """
        since = plain_month(row.noticed_date, self.record.today)
        blocked = row.blocked_goal_ids()
        others = sum(each.pk in blocked for each in self.record.open_goals if each != goal)
        keepers = [each for each in self._keepers.get(row.pk, ()) if each not in (*above, row)]
        also = f". Also holds back {others} other" + ("" if others == 1 else "s")
        return Branch(
            mark="barrier",
            words=self.named(row),
            detail=f"In the way since {since}" + (also if goal and others else ""),
            strong=True,
            url=reverse("plans:barrier", args=[row.pk]) if self.may else "",
            aside_url=reverse("caseload:tried_against", args=[row.pk]) if self.may else "",
            aside_label="What others tried",
            branches=[
                *(self._barrier_branch(each, above=(*above, row)) for each in keepers),
                *(self._work_branch(work) for work in self._work_for.get(row.pk, ())),
            ],
        )

    def _work_branch(self, row: Intervention) -> Branch:
        dose = self.sessions.get(row.pk, [])
        return Branch(
            mark="work-thick" if len(dose) > 6 else "work" if len(dose) > 1 else "work-thin",
            words=row.words or self.record.catalogue.label("intervention_type", row.type_key),
            detail=dose_in_words(dose),
            url=reverse("plans:intervention", args=[row.pk]) if self.may else "",
            branches=[self._step(step) for step in self._steps.get(row.pk, ())],
        )

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


def _by_key(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return dict(found)


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
