"""The address of a private feed: a secret that a podcast app keeps, known here by its hash."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import Membership, OrganisationRecord, User
from cors.core.privacy import Privacy


class FeedKey(OrganisationRecord):
    """One person's key to the feed of what they find; there is one at a time."""

    privacy: ClassVar[Privacy] = Privacy(staff=["user"], technical=["digest", "revoked_at"])

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    revoked_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        user_id: UUID

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=Q(revoked_at__isnull=True),
                name="library_one_feed_key_at_a_time",
            )
        ]

    @classmethod
    def of(cls, member: Membership) -> "Self | None":
        """Return the key that somebody has now."""
        return cls.within(member).filter(user_id=member.user_id, revoked_at__isnull=True).first()

    @classmethod
    def reader(cls, organisation: UUID, secret: str) -> Membership | None:
        """Return whose key this is, if it holds and they still work there."""
        found = (
            cls._rows()
            .filter(organisation_id=organisation, digest=digest_of(secret), revoked_at__isnull=True)
            .first()
        )
        if found is None:
            return None
        return Membership.current_of(found.user).filter(organisation_id=organisation).first()

    def revoke(self, at: datetime) -> None:
        """Let it open nothing any more."""
        self.revoked_at = at
        self.save(update_fields=["revoked_at"])


def digest_of(secret: str) -> str:
    """Return by what a secret is known: it is random and long, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
