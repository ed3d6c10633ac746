"""An invitation by link: the link is shown once, only its hash is kept."""

import hashlib
from datetime import datetime
from typing import ClassVar

from django.db import models

from cors.access.models.membership import Membership, Team
from cors.access.models.organisation import Organisation
from cors.access.permissions import Permission
from cors.access.roles import ROLES
from cors.core.models import Record
from cors.core.privacy import Privacy


class Invitation(Record):
    """Somebody was asked to join in a role."""

    privacy: ClassVar[Privacy] = Privacy(
        staff=["email", "role", "team", "accepted_at", "withdrawn_at"],
        technical=["token_hash", "expires_at"],
    )

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    email = models.EmailField()
    role = models.CharField(max_length=20, choices=[(r.key, r.name) for r in ROLES.values()])
    team = models.ForeignKey(Team, models.SET_NULL, null=True, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    @staticmethod
    def hash_of(token: str) -> str:
        """Return what is kept of the secret in a link."""
        return hashlib.sha256(token.encode()).hexdigest()

    @classmethod
    def open_with(cls, token: str, now: datetime) -> "Invitation | None":
        """Return the invitation of a link that still holds.

        It falls with who made it: a manager who was let go could come back through their own.
        """
        found = (
            cls.objects.filter(
                token_hash=cls.hash_of(token),
                expires_at__gt=now,
                accepted_at__isnull=True,
                withdrawn_at__isnull=True,
            )
            .select_related("created_by")
            .first()
        )
        return found if found and found.created_by.can(Permission.INVITE) else None

    @classmethod
    def waiting_in(cls, organisation: Organisation, now: datetime) -> models.QuerySet["Invitation"]:
        """Return the invitations that nobody has taken up yet."""
        return cls.objects.filter(
            organisation=organisation,
            expires_at__gt=now,
            accepted_at__isnull=True,
            withdrawn_at__isnull=True,
        )
