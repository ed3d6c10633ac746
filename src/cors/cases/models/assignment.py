"""Who works on a case, from when to when, and who holds it."""

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import ClientRecord, Membership, ScopedQuerySet, User
from cors.cases.models.case import Case
from cors.core.privacy import Privacy


class Assignment(ClientRecord):
    """One member on one case; the keyworker holds it, others help."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        fact=["from_date", "ended_date", "is_keyworker"],
        staff=["member", "ended_by"],
        technical=["case"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="assignment_rows")
    member = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    is_keyworker = models.BooleanField(default=False)
    from_date = models.DateField()
    ended_date = models.DateField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    if TYPE_CHECKING:
        case_id: UUID
        member_id: UUID

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="cases_assignment_ends_after_it_began",
                condition=Q(ended_date__isnull=True) | Q(ended_date__gte=F("from_date")),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_date__isnull=True, is_keyworker=True),
                name="cases_one_keyworker",
            ),
            models.UniqueConstraint(
                fields=["case", "member"],
                condition=Q(ended_date__isnull=True),
                name="cases_assigned_once",
            ),
        ]

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet["Assignment"]:
        """Return who works or worked on a case, in order."""
        found = cls.objects.filter(case=case)
        return found.select_related("member__user").order_by("from_date", "created_at")

    @classmethod
    def current(cls, case: Case) -> ScopedQuerySet["Assignment"]:
        """Return who works on a case now, the keyworker first."""
        found = cls.objects.filter(case=case, ended_date__isnull=True)
        return found.select_related("member__user").order_by("-is_keyworker", "from_date")

    @classmethod
    def current_of(cls, case: Case, member: Membership) -> "Assignment | None":
        """Return how a member works on a case now."""
        return cls.current(case).filter(member=member).first()

    @classmethod
    def keyworker_of(cls, case: Case) -> "Assignment | None":
        """Return the assignment of who holds the case now."""
        return cls.current(case).filter(is_keyworker=True).first()
