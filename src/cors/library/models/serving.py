"""A library, which other organisations it serves, and how to get in touch."""

from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import Membership, Organisation, OrganisationRecord
from cors.access.row_security import HERE
from cors.core.models import RecordQuerySet
from cors.core.privacy import Privacy

# Characters of what a library says of itself.
MOST = {"about": 400, "telephone": 40, "email": 254, "web": 200, "social": 200}


class Serving(OrganisationRecord):
    """An organisation that reads the library of another one; it said so itself."""

    privacy: ClassVar[Privacy] = Privacy(technical=["library", "library_name", "served_name"])
    shown_also: ClassVar[str] = f"library_id = {HERE}"

    library = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    # On PostgreSQL neither sees the other's name, so each is kept beside its key.
    library_name = models.CharField(max_length=120)
    served_name = models.CharField(max_length=120)

    if TYPE_CHECKING:
        library_id: UUID

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "library"], name="library_served_once_by_another"
            ),
            models.CheckConstraint(
                name="library_serves_somebody_else", condition=~Q(library=F("organisation"))
            ),
        ]

    @classmethod
    def of(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return the libraries of others that a member's organisation reads."""
        return cls.within(member).order_by("library_name")

    @classmethod
    def by(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return the organisations that the library of a member's organisation serves."""
        found = cls._rows().filter(library_id=member.organisation_id)
        return found.order_by("served_name")


SERVED_HERE = (
    "EXISTS (SELECT 1 FROM library_serving s "  # noqa: S608 - names of columns alone
    f"WHERE s.organisation_id = {HERE} AND s.library_id = {{table}}.organisation_id)"
)


class Library(OrganisationRecord):
    """What a library says of itself: how to get in touch, and whether its feed is for everybody."""

    privacy: ClassVar[Privacy] = Privacy(
        technical=["about", "telephone", "email", "web", "social", "is_public"]
    )
    shown_also: ClassVar[str] = SERVED_HERE.format(table="library_library")

    about = models.CharField(max_length=MOST["about"], blank=True)
    telephone = models.CharField(max_length=MOST["telephone"], blank=True)
    email = models.EmailField(blank=True)
    web = models.URLField(blank=True)
    social = models.URLField(blank=True)
    is_public = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="library_one_an_organisation")
        ]

    @classmethod
    def of(cls, organisation_id: UUID) -> "Library":
        """Return what a library says of itself; nothing yet: an empty one, not saved."""
        found = cls._rows().filter(organisation_id=organisation_id).first()
        return found or cls(organisation_id=organisation_id)

    def said(self) -> dict[str, str | bool]:
        """Return what stands there, by field."""
        return {name: getattr(self, name) for name in (*MOST, "is_public")}
