"""One case in a contact: the record that pages show."""

from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Sum

from cors.access.models import ClientRecord, Membership, ScopedQuerySet
from cors.access.roles import Reach
from cors.cases.models import Case
from cors.catalogue.shipped import shipped
from cors.contacts.models.contact import Contact
from cors.core.fields import SealedText
from cors.core.privacy import Privacy


class ContactPersonQuerySet(ScopedQuerySet["ContactPerson"]):
    """What people wrote about contacts."""

    def visible_to(self, member: Membership) -> Self:
        """Keep what this person may see; a volunteer reads what they wrote themselves."""
        return super().visible_to(member).readable_by(member)

    def readable_by(self, member: Membership) -> Self:
        """Keep a volunteer's own entries, and all entries for everybody else."""
        if member.as_role.reach == Reach.ASSIGNED:
            return self.filter(contact__worker=member)
        return self

    def in_full(self) -> Self:
        """Load who it was with, what was delivered and what came of it."""
        found = self.select_related("contact__worker__user")
        return found.prefetch_related("delivered_rows", "came_of_rows")

    def seen(self) -> Self:
        """Keep those in which worker and client did meet or speak."""
        apart = [kind.key for kind in shipped().contact_kinds.values() if not kind.direct]
        return self.filter(contact__result=Contact.Result.HELD).exclude(contact__kind__in=apart)


class ContactPerson(ClientRecord):
    """The note on one person in a contact, and what came of it for them."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["note", "moved_reason"],
        fact=["happened_date"],
        technical=["case", "contact", "moved_from"],
    )

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="person_rows")
    case = models.ForeignKey(Case, models.CASCADE, related_name="contact_rows")
    happened_date = models.DateField()
    note = SealedText()
    moved_from = models.UUIDField(null=True)  # the case under which it was entered by mistake
    moved_reason = SealedText()

    if TYPE_CHECKING:
        case_id: UUID
        contact_id: UUID
        delivered_rows: Any
        came_of_rows: Any

    objects: ClassVar[ContactPersonQuerySet] = ContactPersonQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["organisation", "case", "happened_date"])]
        constraints = [
            models.UniqueConstraint(fields=["contact", "case"], name="contacts_case_once")
        ]

    @classmethod
    def of(cls, case: Case) -> ContactPersonQuerySet:
        """Return the contacts of a case as they happened, with what was delivered."""
        found: ContactPersonQuerySet = case.contact_rows.in_full()
        return found.order_by("happened_date", "created_at")

    @classmethod
    def of_cases(cls, cases: Any) -> ContactPersonQuerySet:
        """Return the contacts of several cases, the newest first."""
        found = cls.objects.filter(case__in=cases).select_related("contact__worker__user")
        return found.order_by("-happened_date", "-created_at")

    @classmethod
    def in_contact(cls, contact: Contact) -> ContactPersonQuerySet:
        """Return everybody who was part of a contact."""
        return cls.objects.filter(contact=contact).order_by("created_at")

    @classmethod
    def minutes_of(cls, case: Case) -> int:
        """Return the minutes of all contacts of a case that were held."""
        held = cls.objects.filter(case=case, contact__result=Contact.Result.HELD)
        return held.aggregate(minutes=Sum("contact__minutes"))["minutes"] or 0

    def others(self) -> int:
        """Return how many other cases were part of the same contact."""
        return len(self.others_in_contact())

    def others_in_contact(self) -> list["ContactPerson"]:
        """Return the other people of the same contact; the door says which may be named."""
        return list(ContactPerson.objects.filter(contact=self.contact_id).exclude(pk=self.pk))

    def delivered(self) -> list[Any]:
        """Return what was delivered."""
        return list(self.delivered_rows.all())
