"""Forms that were saved: each key once, so that what is sent twice is done once."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.db import IntegrityError, models

from cors.access.models.membership import Membership
from cors.access.models.record import OrganisationRecord
from cors.core.errors import SentBefore
from cors.core.privacy import Privacy


class SentForm(OrganisationRecord):
    """The key of a form, a keyed hash of what was in it, and the page that it led to."""

    privacy: ClassVar[Privacy] = Privacy(technical=["key", "digest", "led_to"])

    key = models.UUIDField()
    digest = models.CharField(max_length=64)
    led_to = models.CharField(
        max_length=300, null=True
    )  # None until known, "" where it led nowhere

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key"], name="access_one_use_of_a_form")
        ]

    @classmethod
    def take(cls, key: UUID, digest: str, by: Membership) -> None:
        """Use the key; SentBefore, and the verb is undone, where it was used already."""
        row = cls(organisation=by.organisation, created_by=by.user, key=key, digest=digest)
        try:
            row.save(force_insert=True)
        except IntegrityError:
            raise SentBefore from None

    @classmethod
    def of(cls, key: UUID, organisation: Any) -> "SentForm | None":
        """Return what is known of a key."""
        return cls.objects.filter(organisation_id=organisation, key=key).first()

    @classmethod
    def forget_before(cls, moment: datetime, *, using: str) -> None:
        """Forget the keys of forms that nobody has open any more."""
        cls.objects.using(using).filter(created_at__lt=moment).delete()

    @classmethod
    def note(cls, key: UUID, organisation: Any, led_to: str) -> None:
        """Write down where the form led, for whoever sends it again."""
        cls.objects.filter(organisation_id=organisation, key=key).update(led_to=led_to[:300])
