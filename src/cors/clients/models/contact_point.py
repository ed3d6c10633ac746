"""A way to reach a person, with the rule that keeps them safe."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.clients.models.client import Client
from cors.core.fields import SealedText
from cors.core.privacy import Privacy


class ContactPoint(ClientRecord):
    """A telephone number, an address: safe to use, with care, or never."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["value", "rule"],
        fact=["kind", "safety", "checked_date", "ended_date"],
        technical=["client"],
    )

    class Kind(models.TextChoices):
        MOBILE = "mobile", "Mobile"
        LANDLINE = "landline", "Landline"
        EMAIL = "email", "E-mail"
        POST = "post", "Post"
        OTHER = "other", "Another way"

    class Safety(models.TextChoices):
        SAFE = "safe", "Safe to use"
        CARE = "care", "With care"
        NEVER = "never", "Never use"

    client = models.ForeignKey(Client, models.CASCADE, related_name="contact_points")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = SealedText()
    safety = models.CharField(max_length=6, choices=Safety.choices)
    rule = SealedText()
    checked_date = models.DateField()
    ended_date = models.DateField(null=True)

    if TYPE_CHECKING:
        client_id: UUID

    @classmethod
    def usable(cls, client: Client) -> ScopedQuerySet["ContactPoint"]:
        """Return what an output may use: never one marked unsafe, never an ended one."""
        return cls.objects.filter(client=client, ended_date__isnull=True).exclude(
            safety=cls.Safety.NEVER
        )

    @classmethod
    def of(cls, client: Client) -> ScopedQuerySet["ContactPoint"]:
        """Return all ways to reach a person that still stand."""
        return cls.objects.filter(client=client, ended_date__isnull=True).order_by("created_at")

    @property
    def is_usable(self) -> bool:
        """Say whether an output may use it."""
        return self.ended_date is None and self.safety != self.Safety.NEVER

    def is_checked_since(self, day: date) -> bool:
        """Say whether the rule was checked with the person on or after a day."""
        return self.checked_date >= day
