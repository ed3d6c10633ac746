"""One meeting, call, message or visit, and everything that came of it."""

from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import ClientRecord, Membership, OrganisationRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models import Goal, Intervention


class Contact(OrganisationRecord):
    """What happened between people, once, however many were there."""

    privacy: ClassVar[Privacy] = Privacy(
        fact=["kind", "result", "happened_date", "happened_at", "minutes", "place"],
        staff=["worker"],
        technical=["form_key"],
    )

    class Result(models.TextChoices):
        HELD = "held", "Took place"
        NO_ANSWER = "no-answer", "No answer"
        DID_NOT_COME = "did-not-come", "Did not come"
        WE_CANCELLED = "we-cancelled", "We cancelled"

    kind = models.CharField(max_length=40)
    result = models.CharField(max_length=20, choices=Result.choices, default=Result.HELD)
    happened_date = models.DateField()
    happened_at = models.DateTimeField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    place = models.CharField(max_length=40, blank=True)
    worker = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    form_key = models.UUIDField()  # made with the form: the same form sent twice is one contact

    class Meta:
        indexes = [models.Index(fields=["organisation", "worker", "happened_date"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "form_key"], name="contacts_one_a_form"
            ),
            models.CheckConstraint(
                name="contacts_minutes_within_a_day",
                condition=Q(minutes__isnull=True) | Q(minutes__lte=1440),
            ),
        ]

    @classmethod
    def made_with(cls, form_key: UUID, member: Membership) -> Self | None:
        """Return the contact that was saved with this form before."""
        return cls.within(member).filter(form_key=form_key).first()


class ContactPerson(ClientRecord):
    """One case in a contact: its note and what came of it. This is the record pages show."""

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

    class Meta:
        indexes = [models.Index(fields=["organisation", "case", "happened_date"])]
        constraints = [
            models.UniqueConstraint(fields=["contact", "case"], name="contacts_case_once")
        ]

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet[Self]:
        """Return the contacts of a case as they happened, with what was delivered."""
        found: ScopedQuerySet[Self] = cls.objects.filter(case=case)
        found = found.select_related("contact__worker__user").prefetch_related(
            "delivered_rows", "came_of_rows"
        )
        return found.order_by("happened_date", "created_at")

    @classmethod
    def of_cases(cls, cases: Any) -> ScopedQuerySet[Self]:
        """Return the contacts of several cases, the newest first."""
        found: ScopedQuerySet[Self] = cls.objects.filter(case__in=cases)
        return found.select_related("contact__worker__user").order_by("-happened_date")

    def others(self) -> int:
        """Return how many other cases were part of the same contact."""
        return ContactPerson.objects.filter(contact=self.contact_id).exclude(pk=self.pk).count()


class Delivered(ClientRecord):
    """A contact delivered a piece of an intervention: its dose."""

    scope = "contact_person__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        fact=["type_key", "minutes", "happened_date"],
        technical=["contact_person", "intervention"],
    )

    contact_person = models.ForeignKey(ContactPerson, models.CASCADE, related_name="delivered_rows")
    intervention = models.ForeignKey(
        Intervention, models.CASCADE, null=True, related_name="delivered_rows"
    )
    type_key = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField(null=True)
    happened_date = models.DateField()

    if TYPE_CHECKING:
        intervention_id: UUID | None

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet[Self]:
        """Return what was delivered in a case, by day."""
        return cls.objects.filter(contact_person__case=case).order_by("happened_date")


class CameOf(ClientRecord):
    """What came of a contact: a goal touched, a rating, a moment, a barrier, a step, an outcome."""

    scope = "contact_person__case__client"
    privacy: ClassVar[Privacy] = Privacy(technical=["contact_person", "kind", "record_id"])

    class Kind(models.TextChoices):
        GOAL = "goal"
        RATING = "rating"
        MOMENT = "moment"
        BARRIER = "barrier"
        STEP = "step"
        OUTCOME = "outcome"

    contact_person = models.ForeignKey(ContactPerson, models.CASCADE, related_name="came_of_rows")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    record_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact_person", "kind", "record_id"], name="contacts_came_of_once"
            )
        ]


def touched_goals(person: ContactPerson) -> list[Goal]:
    """Return the goals that a contact touched."""
    keys = [row.record_id for row in person.came_of_rows.all() if row.kind == CameOf.Kind.GOAL]
    return list(Goal.objects.filter(pk__in=keys).in_full())
