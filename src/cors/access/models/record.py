"""The bases of records: of an organisation, and of a client of it."""

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar
from uuid import UUID

from django.db import models

from cors.access.models.membership import Membership
from cors.access.models.organisation import Organisation
from cors.access.models.user import User
from cors.access.visibility import seen_by
from cors.core.fields import subject_by_path
from cors.core.models import Record, RecordQuerySet

M = TypeVar("M", bound=models.Model, covariant=True)


class OrganisationRecord(Record):
    """A record that belongs to one organisation."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    if TYPE_CHECKING:
        organisation_id: UUID
        created_by_id: UUID | None

    class Meta:
        abstract = True

    @classmethod
    def within(cls, member: Membership) -> "RecordQuerySet[Self]":
        """Return the records of the organisation that this person works for."""
        return cls._rows().filter(organisation_id=member.organisation_id)

    @classmethod
    def _rows(cls) -> "RecordQuerySet[Self]":
        """Return all rows that the database shows, for questions that stand in the model itself."""
        # The stubs know a manager of Django's own here, not the one that Record sets.
        return cls._default_manager.all()  # type: ignore[return-value]


class ScopedQuerySet(RecordQuerySet[M]):
    """Records of clients."""

    def visible_to(self, member: Membership) -> Self:
        """Keep what this person may see, and nothing of another organisation."""
        return self.filter(organisation_id=member.organisation_id).filter(
            seen_by(member, self.model)
        )


class ClientRecord(OrganisationRecord):
    """A record that belongs to a client; `scope` names the path to the client."""

    scope: ClassVar[str]

    objects: ClassVar[Any] = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    def sealing_subject(self) -> UUID:
        """Say whose key seals the text of this record."""
        return subject_by_path(self, self.scope)

    @classmethod
    def visible_to(cls, member: Membership) -> "ScopedQuerySet[Self]":
        """Return the records that this person may see: the door of every page."""
        found: ScopedQuerySet[Self] = cls._default_manager.all().visible_to(member)  # type: ignore
        return found

    @classmethod
    def across_organisations(cls) -> "ScopedQuerySet[Self]":
        """Return the records of all organisations, for jobs of the system alone."""
        found: ScopedQuerySet[Self] = cls._default_manager.all()  # type: ignore[assignment]
        return found
