"""What an entry said before it was corrected, and what was added to it later."""

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import ClientRecord
from cors.cases.models import Case
from cors.contacts.models.contact_person import ContactPerson
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models import Moment

OF_ONE = Q(person__isnull=True) ^ Q(moment__isnull=True)
Corrected = ContactPerson | Moment


class OfEntry(ClientRecord):
    """Words about one entry of a case: somebody's part of a contact, or a moment."""

    scope = "case__client"

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    person = models.ForeignKey(ContactPerson, models.CASCADE, null=True, related_name="%(class)ss")
    moment = models.ForeignKey(Moment, models.CASCADE, null=True, related_name="%(class)ss")
    words = SealedText()

    if TYPE_CHECKING:
        case_id: UUID
        person_id: UUID | None
        moment_id: UUID | None

    class Meta:
        abstract = True

    @classmethod
    def on(cls, entry: Corrected) -> list[Any]:
        """Return what there is on one entry, the oldest first."""
        field = "person" if isinstance(entry, ContactPerson) else "moment"
        found = cls._default_manager.filter(**{field: entry}).select_related("created_by", "case")
        return list(found.order_by("created_at"))


class Correction(OfEntry):
    """How an entry stood before its author corrected it; only ever added."""

    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["kind", "minutes", "happened_date"],
        technical=["case", "person", "moment"],
    )

    kind = models.CharField(max_length=40, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    happened_date = models.DateField()

    class Meta:
        constraints = [models.CheckConstraint(name="contacts_corrects_one", condition=OF_ONE)]


class Addendum(OfEntry):
    """What somebody added to an entry that stays as it is; shown with it."""

    privacy: ClassVar[Privacy] = Privacy(sealed=["words"], technical=["case", "person", "moment"])

    class Meta:
        constraints = [models.CheckConstraint(name="contacts_adds_to_one", condition=OF_ONE)]

    @classmethod
    def of(cls, case: Case) -> "dict[UUID, list[Addendum]]":
        """Return all of a case by the entry that they are on, in one query."""
        found: dict[UUID, list[Addendum]] = {}
        rows = cls.objects.filter(case=case).select_related("created_by")
        for row in rows.order_by("created_at"):
            if entry := row.person_id or row.moment_id:
                found.setdefault(entry, []).append(row)
        return found


def written_on(entry: Corrected) -> list[OfEntry]:
    """Return all that is kept on an entry and must go where it goes."""
    return [*Correction.on(entry), *Addendum.on(entry)]
