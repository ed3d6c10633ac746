"""What happened between people on a day, once, however many were there."""

from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import Membership, OrganisationRecord
from cors.cases.used import as_used
from cors.core.privacy import Privacy

HABIT = 200  # contacts that show what a worker usually does


class Contact(OrganisationRecord):
    """One meeting, call, message or visit, or an attempt at one."""

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

    if TYPE_CHECKING:
        worker_id: UUID

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

    @classmethod
    def kinds_used(cls, worker: Membership) -> Any:
        """Return the kinds of contact that a worker records, as a habit.

        A habit shows in the latest days; to look at years of contacts would cost more each year.
        """
        theirs = cls.within(worker).filter(worker=worker).order_by("-happened_date")
        latest = cls.objects.filter(pk__in=theirs.values("pk")[:HABIT])
        return as_used(latest, "contact_kind", "kind")

    def was_held(self) -> bool:
        """Say whether the people did meet or speak."""
        return self.result == self.Result.HELD
