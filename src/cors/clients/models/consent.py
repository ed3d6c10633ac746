"""What a person agreed to, in the words that were read out to them."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.clients.models.client import Client
from cors.core.fields import SealedText
from cors.core.privacy import Privacy


class Consent(ClientRecord):
    """A yes or a no, to what, until when."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["read_out"],
        fact=["purpose", "agreed", "given_date", "expires_date", "withdrawn_date"],
        technical=["client"],
    )

    class Purpose(models.TextChoices):
        RECORD = "record", "We keep a record of our work together"
        SHARE = "share", "We talk with other services about you"
        CONTACT = "contact", "We get in touch after you have left"
        STORY = "story", "Your story may be told without your name"
        PHOTO = "photo", "Photos may be used"

    client = models.ForeignKey(Client, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    agreed = models.BooleanField()
    read_out = SealedText()
    given_date = models.DateField()
    expires_date = models.DateField(null=True)
    withdrawn_date = models.DateField(null=True)

    if TYPE_CHECKING:
        client_id: UUID

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="clients_consent_ends_after_it_began",
                condition=(Q(expires_date__isnull=True) | Q(expires_date__gte=F("given_date")))
                & (Q(withdrawn_date__isnull=True) | Q(withdrawn_date__gte=F("given_date"))),
            )
        ]

    @classmethod
    def of(cls, client: Client) -> ScopedQuerySet["Consent"]:
        """Return all answers of a person, newest first."""
        return cls.objects.filter(client=client).order_by("-given_date", "-created_at")

    @classmethod
    def holding(cls, client: Client, purpose: str, day: date) -> "Consent | None":
        """Return the newest answer to a purpose if it is a yes that holds on a day."""
        newest = cls.of(client).filter(purpose=purpose, given_date__lte=day).first()
        return newest if newest and newest.holds_on(day) else None

    def holds_on(self, day: date) -> bool:
        """Say whether this is a yes that holds on a day."""
        ends = [d for d in (self.expires_date, self.withdrawn_date) if d]
        return self.agreed and self.given_date <= day and all(day < end for end in ends)
