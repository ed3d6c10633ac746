"""How and when somebody was last in touch, asked of many cases with the cases themselves."""

from datetime import date
from typing import NamedTuple

from django.db.models import OuterRef, Subquery

from cors.cases.models import Case, CaseQuerySet
from cors.contacts.models.contact import Contact
from cors.contacts.models.contact_person import ContactPerson


class LastContact(NamedTuple):
    """The newest contact, an attempt too; and when and how the two last met or spoke."""

    day: date
    kind: str
    result: str
    seen_day: date | None
    seen_kind: str | None

    def was_held(self) -> bool:
        """Say whether the people did meet or speak."""
        return self.result == Contact.Result.HELD


def with_last_contact(cases: CaseQuerySet) -> CaseQuerySet:
    """Say of each case how it was last in touch; `last_contact_of` reads it."""
    newest = ContactPerson.objects.filter(case=OuterRef("pk"))
    newest = newest.order_by("-happened_date", "-created_at")
    seen = newest.seen()
    return cases.annotate(
        contact_day=Subquery(newest.values("happened_date")[:1]),
        contact_kind=Subquery(newest.values("contact__kind")[:1]),
        contact_result=Subquery(newest.values("contact__result")[:1]),
        contact_seen_day=Subquery(seen.values("happened_date")[:1]),
        contact_seen_kind=Subquery(seen.values("contact__kind")[:1]),
    )


def last_contact_of(case: Case) -> LastContact | None:
    """Return what `with_last_contact` has found, None where there was no contact."""
    found = [getattr(case, f"contact_{name}") for name in LastContact._fields]
    return LastContact(*found) if found[0] else None
