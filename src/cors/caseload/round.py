"""A round of calls: from one of my people to the next, each once, in an order that stands still."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from cors.access.models import Membership
from cors.cases.models import Case


@dataclass(frozen=True)
class Round:
    """Where somebody stands in a round; place counts from 1."""

    here: UUID
    people: list[UUID]
    place: int

    @classmethod
    def at(cls, case: Case, member: Membership, place: Any) -> "Round":
        """Return the round as it stands at one person's form; a place that cannot be is the first.

        Whoever was there first stands first: what is recorded on the way changes no order.
        """
        mine = Case.visible_to(member).open().kept_by(member)
        people = list(mine.order_by("started_date", "pk").values_list("pk", flat=True))
        known = int(place) if str(place).isdecimal() else 1
        return cls(case.pk, people, known if 1 <= known <= len(people) else 1)

    @property
    def whole(self) -> int:
        return len(self.people)

    def following(self) -> UUID | None:
        """Return whose turn is next; nobody's when everybody had theirs."""
        if self.here not in self.people:
            return self.people[0] if self.people else None
        if self.place >= self.whole:
            return None
        return self.people[(self.people.index(self.here) + 1) % self.whole]

    def next_address(self, kind: str = "") -> str:
        """Return the form of the next person, which starts with the same kind; "" at the end."""
        following = self.following()
        if following is None:
            return ""
        place = self.place + 1 if self.here in self.people else 1
        asked = {"round": place} | ({"kind": kind} if kind else {})
        return f"{reverse('casefile:record', args=[following])}?{urlencode(asked)}"


def round_of(cases: list[Case]) -> str:
    """Return where a round of these people begins; "" where there is nobody to go on to."""
    if len(cases) < 2:
        return ""
    first = min(cases, key=lambda case: (case.started_date, case.pk))
    return f"{reverse('casefile:record', args=[first.pk])}?round=1"
