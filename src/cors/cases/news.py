"""News of the last days: rows of different records put side by side, near one person."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Value

from cors.access.models import Membership
from cors.cases.visibility import near


@dataclass(frozen=True, slots=True)
class Lately:
    """What happened since a day, near one person."""

    organisation: UUID
    since: date
    near: list[UUID] | None

    @classmethod
    def around(cls, member: Membership, since: date) -> Self:
        """Look once for the cases that are near; each record is then asked for its news of them."""
        return cls(member.organisation_id, since, near(member, since))

    def rows(self, to_case: str, day: str) -> Q:
        """Return the condition on a record that leads to its case by `to_case`, on its own day."""
        found = Q(organisation_id=self.organisation) & Q(**{f"{day}__gte": self.since})
        if self.near is None:
            return found
        return found & Q(**{f"{to_case}__among": self.near})


def as_news(
    rows: QuerySet[Any], kind: str, *, record: str, case: str, day: str, told: str = ""
) -> Any:
    """Return rows of (kind, record, case, day, written at, told), so that kinds can be joined.

    record, case, day and told are paths to columns; told may be left out.
    """
    words = CharField()
    return (
        rows.order_by()
        .annotate(
            what=Value(kind, output_field=words),
            record_key=F(record),
            case_key=F(case),
            day=F(day),
            at=F("created_at"),
            told=F(told) if told else Value("", output_field=words),
        )
        .values_list("what", "record_key", "case_key", "day", "at", "told")
    )
