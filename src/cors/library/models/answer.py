"""An answer that people of a library gave: a draft until it is published."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import Membership, OrganisationRecord, User
from cors.core.models import RecordQuerySet
from cors.core.privacy import Privacy
from cors.library.models.serving import SERVED_HERE, Serving

MOST_TITLE, MOST_POINTS, MOST_WORDS, MOST_SLUG = 200, 2_000, 40_000, 60  # characters


class Answer(OrganisationRecord):
    """A question as it is asked, and what is said to it in chapters.

    One with the slug of an answer that ships stands in its place.
    """

    privacy: ClassVar[Privacy] = Privacy(
        staff=["changed_by"],
        technical=[
            "slug", "title", "theme", "key_points", "words", "changed_at",
            "out_date", "published_at",
        ],
    )  # fmt: skip
    shown_also: ClassVar[str] = (
        f"published_at IS NOT NULL AND {SERVED_HERE.format(table='library_answer')}"
    )

    slug = models.SlugField(max_length=MOST_SLUG)
    title = models.CharField(max_length=MOST_TITLE)
    theme = models.CharField(max_length=20)
    key_points = models.TextField(blank=True)
    words = models.TextField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    out_date = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        changed_by_id: UUID

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "slug"], name="library_one_answer_a_slug"
            ),
            models.CheckConstraint(
                name="library_published_with_a_day",
                condition=Q(published_at__isnull=True) | Q(out_date__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def stands(self) -> dict[str, str]:
        """Return what stands in it, by field."""
        return {
            "title": self.title,
            "theme": self.theme,
            "key_points": self.key_points,
            "words": self.words,
        }

    def is_out(self, today: date) -> bool:
        """Say whether it can be read by now."""
        return bool(self.published_at and self.out_date and self.out_date <= today)

    @classmethod
    def with_slug(cls, slug: str, by: Membership) -> "Self | None":
        """Return the answer of a library that bears this slug."""
        return cls.within(by).filter(slug=slug).first()

    @classmethod
    def of_library(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return all of a library, drafts too: for those who answer."""
        return cls.within(member).order_by("-created_at")

    @classmethod
    def published_by(cls, library: UUID) -> "RecordQuerySet[Self]":
        """Return what one library has published, by day."""
        found = cls._rows().filter(organisation_id=library, published_at__isnull=False)
        return found.order_by("out_date", "created_at")

    @classmethod
    def published_for(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return what is published in one's own library and those that serve it, by day."""
        own = Q(organisation_id=member.organisation_id)
        served = Q(organisation_id__in=Serving.of(member).order_by().values("library"))
        found = cls._rows().filter(own | served, published_at__isnull=False)
        return found.order_by("out_date", "created_at")
