"""What somebody heard, and whether they agreed that it is noted."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import Membership, Organisation, OrganisationRecord, User
from cors.access.row_security import ME
from cors.core.models import RecordQuerySet
from cors.core.privacy import Privacy

OF_MINE = f"user_id = {ME}"


class Listener(OrganisationRecord):
    """Somebody's yes or no to a library: may it note what they hear?

    The organisation is the library's; where the listener works is a label.
    """

    privacy: ClassVar[Privacy] = Privacy(
        staff=["user", "name", "counts", "said_at"], technical=["works_for", "works_for_name"]
    )
    owned_also: ClassVar[str] = OF_MINE

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120, blank=True)  # empty: said no
    works_for = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    works_for_name = models.CharField(max_length=120)
    counts = models.BooleanField()
    said_at = models.DateTimeField()

    if TYPE_CHECKING:
        user_id: UUID
        works_for_id: UUID

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"], name="library_one_word_a_listener"
            )
        ]

    @classmethod
    def of(cls, member: Membership, libraries: Iterable[UUID]) -> "dict[UUID, Self]":
        """Return what somebody said to some libraries, by library."""
        found = cls._rows().filter(user_id=member.user_id, organisation_id__in=list(libraries))
        return {each.organisation_id: each for each in found}

    @classmethod
    def who_agreed(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return who may be seen by those who answer in a library, by organisation and name."""
        found = cls.within(member).filter(counts=True)
        return found.order_by("works_for_name", "name")


class Hearing(OrganisationRecord):
    """How far somebody came with one answer; kept only where they agreed.

    place and length are seconds of a recording, or lines read aloud; parts are chapters from 1.
    """

    privacy: ClassVar[Privacy] = Privacy(
        staff=["user", "slug", "place", "length", "furthest", "started_at", "heard_at"],
        technical=["works_for", "works_for_name"],
    )
    owned_also: ClassVar[str] = OF_MINE

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    works_for = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    works_for_name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60)
    place = models.FloatField(default=0)
    length = models.FloatField(default=0)
    furthest = models.PositiveSmallIntegerField(default=1)
    started_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        user_id: UUID
        works_for_id: UUID

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user", "slug"], name="library_one_hearing_an_answer"
            ),
            models.CheckConstraint(
                name="library_place_within_length",
                condition=Q(place__gte=0, length__gte=F("place"), furthest__gte=1),
            ),
        ]

    @classmethod
    def of(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return what somebody heard, in whatever library."""
        return cls._rows().filter(user_id=member.user_id)

    @classmethod
    def of_one(cls, member: Membership, library: UUID, slug: str) -> "Self | None":
        """Return how far somebody came with one answer."""
        return cls.of(member).filter(organisation_id=library, slug=slug).first()

    @classmethod
    def in_library(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return what was heard in the library of a member's organisation."""
        return cls.within(member)

    def move(self, *, place: float, length: float, part: int, at: datetime, ended: bool) -> None:
        """Come to a place; the furthest part stays the furthest."""
        self.length = max(length, 0.0)
        self.place = 0.0 if ended else min(max(place, 0.0), self.length)
        self.furthest = max(self.furthest, part)
        if ended:
            self.heard_at = at
