"""What people ask, and what was sent to them."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils import timezone

from cors.access.models import Membership, Organisation, OrganisationRecord, User
from cors.access.row_security import HERE
from cors.core.models import RecordQuerySet
from cors.core.privacy import Privacy
from cors.library.models.listening import OF_MINE

MOST_WORDS, MOST_LINE = 600, 400  # characters of a question, and of a line with an answer
FOR_ALL = timedelta(days=30)  # what was sent to all stands that long: nobody is asked to tick it


class Question(OrganisationRecord):
    """A question of one's own, given to a library; its asker is named only if they said so."""

    privacy: ClassVar[Privacy] = Privacy(
        staff=["user", "name", "role", "words", "told_at"],
        technical=["works_for", "works_for_name", "theme", "same_as", "answered_with",
                   "answered_at", "set_aside_at"],
    )  # fmt: skip
    owned_also: ClassVar[str] = OF_MINE

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    name = models.CharField(max_length=120, blank=True)  # empty: not to be named
    works_for = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    works_for_name = models.CharField(max_length=120)
    role = models.CharField(max_length=20)
    words = models.CharField(max_length=MOST_WORDS)
    theme = models.CharField(max_length=20, blank=True)
    # Asked in other words before: the first of them stands for all.
    same_as = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    answered_with = models.SlugField(max_length=60, blank=True)
    answered_at = models.DateTimeField(null=True)
    set_aside_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        user_id: UUID
        works_for_id: UUID
        same_as_id: UUID | None

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="library_answered_with_something",
                condition=Q(answered_at__isnull=True, answered_with="")
                | (Q(answered_at__isnull=False) & ~Q(answered_with="")),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @classmethod
    def of(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return what somebody asked, newest first."""
        return cls._rows().filter(user_id=member.user_id).order_by("-created_at")

    @classmethod
    def told(cls, member: Membership, slug: str, at: datetime) -> None:
        """Note that somebody opened the answer to what they asked."""
        cls.of(member).filter(answered_with=slug, told_at__isnull=True).update(told_at=at)

    @classmethod
    def in_library(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return what was asked of a library, oldest first, but not what was set aside."""
        return cls.within(member).filter(set_aside_at__isnull=True).order_by("created_at")

    def all_the_same(self) -> "list[Question]":
        """Return this question and those that were found to ask the same."""
        same = Question.objects.filter(Q(pk=self.pk) | Q(same_as=self))
        return list(same.order_by("created_at"))


class Sent(OrganisationRecord):
    """An answer given to one person, or to all who work somewhere, with a line of one's own."""

    privacy: ClassVar[Privacy] = Privacy(
        staff=["user", "line", "slug", "opened_at"], technical=["works_for", "works_for_name"]
    )
    shown_also: ClassVar[str] = f"user_id IS NULL AND works_for_id = {HERE}"
    owned_also: ClassVar[str] = OF_MINE

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")
    works_for = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    works_for_name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60)
    line = models.CharField(max_length=MOST_LINE, blank=True)
    opened_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        user_id: UUID | None
        works_for_id: UUID

    @classmethod
    def in_library(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return what a library sent, newest first."""
        return cls.within(member).order_by("-created_at")

    @classmethod
    def opened(cls, member: Membership, slug: str, at: datetime) -> None:
        """Note that somebody opened what was sent to them alone."""
        mine = cls.to(member).filter(user_id=member.user_id, slug=slug)
        mine.filter(opened_at__isnull=True).update(opened_at=at)

    @classmethod
    def to(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return what was sent to somebody, or lately to all where they work, newest first."""
        mine = Q(user_id=member.user_id)
        lately = timezone.now() - FOR_ALL
        ours = Q(user__isnull=True, works_for_id=member.organisation_id, created_at__gte=lately)
        return cls._rows().filter(mine | ours).order_by("-created_at")
