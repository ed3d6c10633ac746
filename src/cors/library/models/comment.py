"""What listeners say to an answer; others read it once somebody who answers has let it through."""

from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import Membership, OrganisationRecord, User
from cors.core.models import RecordQuerySet
from cors.core.privacy import Privacy
from cors.library.models.listening import OF_MINE
from cors.library.models.serving import SERVED_HERE

MOST_WORDS = 1_000  # characters


class Comment(OrganisationRecord):
    """A comment, by name."""

    privacy: ClassVar[Privacy] = Privacy(
        staff=["user", "name", "words"], technical=["slug", "shown_at", "set_aside_at"]
    )
    owned_also: ClassVar[str] = OF_MINE
    shown_also: ClassVar[str] = (
        f"shown_at IS NOT NULL AND {SERVED_HERE.format(table='library_comment')}"
    )

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60)
    words = models.CharField(max_length=MOST_WORDS)
    shown_at = models.DateTimeField(null=True)
    set_aside_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        user_id: UUID

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="library_comment_shown_or_set_aside",
                condition=Q(shown_at__isnull=True) | Q(set_aside_at__isnull=True),
            )
        ]

    @classmethod
    def shown_on(cls, library: UUID, slug: str, member: Membership) -> "RecordQuerySet[Self]":
        """Return what may be read beside an answer: let through, or one's own."""
        mine = Q(user_id=member.user_id, set_aside_at__isnull=True)
        found = cls._rows().filter(Q(shown_at__isnull=False) | mine)
        return found.filter(organisation_id=library, slug=slug).order_by("created_at")

    @classmethod
    def waiting_in(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return what nobody has read yet, oldest first."""
        found = cls.within(member).filter(shown_at__isnull=True, set_aside_at__isnull=True)
        return found.order_by("created_at")
