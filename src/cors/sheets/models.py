"""A case study: the one sheet that people change before it is used."""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import ClientRecord, User
from cors.cases.models import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy

LONGEST = 20_000  # characters


class CaseStudy(ClientRecord):
    """What may be told of one case without a name, once a second person has read it."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        staff=["changed_by", "read_by"],
        technical=["case", "changed_at", "read_at"],
    )

    case = models.OneToOneField(Case, models.CASCADE, related_name="case_study_row")
    words = SealedText()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    if TYPE_CHECKING:
        case_id: UUID
        changed_by_id: UUID
        read_by_id: UUID | None

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sheets_case_study_is_read_by_somebody_else",
                condition=Q(read_by__isnull=True, read_at__isnull=True)
                | (Q(read_by__isnull=False, read_at__isnull=False) & ~Q(read_by=F("changed_by"))),
            )
        ]

    @classmethod
    def of(cls, case: Case) -> "CaseStudy | None":
        """Return what was written for a case, with who wrote and who read it."""
        found = cls.objects.filter(case=case).select_related("changed_by", "read_by")
        return found.first()

    @property
    def may_be_used(self) -> bool:
        """Say whether a second person has read it as it stands."""
        return self.read_at is not None

    def change(self, words: str, *, by: User, at: datetime) -> None:
        """Put other words there: they are to be read again."""
        self.words, self.changed_by, self.changed_at = words, by, at
        self.read_by, self.read_at = None, None
