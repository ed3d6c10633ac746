"""What is offered first: what this worker and this plan are used to."""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from cors.access.permissions import Permission
from cors.casefile.case_record import CaseRecord
from cors.catalogue.schema.entries import Entry
from cors.contacts.models import Contact
from cors.outcomes.models import Aim, Outcome
from cors.plans.models import Barrier, Intervention

Choices = list[tuple[str, str]]
Key = TypeVar("Key")
NEVER = math.inf  # the place of what was not used: after all that was


class Habits:
    """What was used here and by this worker, asked in one question; used last comes first.

    Not asked for, it knows what can be chosen, in the order of the catalogue: enough to save by.
    """

    def __init__(self, record: CaseRecord, *, asked: bool = True) -> None:
        self.record = record
        self.delivered = record.delivered if asked else []
        self.used: dict[str, list[str]] = defaultdict(list)
        rows = sorted(_asked(record), key=lambda row: row[2], reverse=True) if asked else []
        for what, key, _ in rows:
            self.used[what].append(key)

    def kinds(self) -> list[Entry]:
        """Return the kinds of contact that are offered."""
        return self._ordered("contact_kind", self.record.catalogue.entries("contact_kind"))

    def work(self) -> list[Intervention]:
        """Return what goes on in this plan, what was done last first."""
        done: list[UUID | None] = [row.intervention_id for row in reversed(self.delivered)]
        places = _places(done)
        return sorted(self.record.going_on, key=lambda row: places.get(row.pk, NEVER))

    def barriers(self) -> Choices:
        """Return the barriers to choose from; what stands in the plan already comes last."""
        near = self._near_the_goals(self.record.catalogue.entries("barrier_type"))
        return self._said(self._ordered("barrier_type", near), last="standing")

    def answers(self) -> Choices:
        """Return what can be begun against a barrier."""
        return self._said(self._near_the_goals(self.record.catalogue.entries("intervention_type")))

    def outcomes(self) -> Choices:
        """Return the outcomes to choose from, those aimed at first; what was reached comes last."""
        near = self._near_the_goals(self.record.catalogue.entries("outcome_type"))
        return self._said(self._ordered("aimed_at", near), last="reached")

    def evidence(self) -> Choices:
        """Return what can show an outcome."""
        found = self.record.catalogue.entries("evidence_kind")
        return self._said(self._ordered("evidence_kind", found))

    def _ordered(self, what: str, entries: list[Entry]) -> list[Entry]:
        places = _places(self.used[what])
        return sorted(entries, key=lambda entry: places.get(entry.key, NEVER))

    def _near_the_goals(self, entries: list[Entry]) -> list[Entry]:
        areas = {goal.life_area for goal in self.record.open_goals}
        return sorted(entries, key=lambda entry: areas.isdisjoint(_areas_of(entry)))

    def _said(self, entries: list[Entry], last: str = "") -> Choices:
        ordered = sorted(entries, key=lambda entry: entry.key in self.used[last])
        return [(entry.key, entry.label) for entry in ordered]


def _asked(record: CaseRecord) -> Any:
    case, member = record.case, record.member
    kinds = Contact.kinds_used(member)
    if not member.can(Permission.PLAN):
        return kinds
    return kinds.union(
        Barrier.types_used(member),
        Barrier.types_standing(case),
        Outcome.evidence_used(member),
        Outcome.types_reached(case),
        Aim.types_aimed_at(case),
        all=True,
    )


def _places(used: Iterable[Key]) -> dict[Key, int]:
    """Return the first place of each."""
    return {key: place for place, key in reversed(list(enumerate(used)))}


def _areas_of(entry: Entry) -> Iterable[str]:
    areas: Iterable[str] = getattr(entry, "life_areas", ())
    return [*areas, getattr(entry, "life_area", "")]
