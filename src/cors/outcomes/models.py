"""Hard outcomes and ladder rungs: aimed at, happened with evidence, lasted or not."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models import Goal

EARLY_DAYS = 14
LATE_DAYS = 28


class Aim(ClientRecord):
    """This case works towards an outcome: what makes the outcome relevant."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["why"],
        fact=["outcome_type", "from_date", "to_date"],
        technical=["case", "goal"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="aim_rows")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="aim_rows")
    outcome_type = models.CharField(max_length=60)
    from_date = models.DateField()
    to_date = models.DateField(null=True)
    why = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="outcomes_aim_ends_after_it_began",
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
            ),
            models.UniqueConstraint(
                fields=["case", "outcome_type"],
                condition=Q(to_date__isnull=True),
                name="outcomes_one_open_aim_a_type",
            ),
        ]

    @classmethod
    def of(cls, case: Case) -> models.QuerySet[Self]:
        """Return what a case works towards."""
        return cls.objects.filter(case=case).order_by("from_date", "created_at")


class Outcome(ClientRecord):
    """An outcome happened to one person on a day."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["outcome_type", "happened_date", "evidence"],
        technical=["case", "goal", "withdrawn_at"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="outcome_rows")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="outcome_rows")
    outcome_type = models.CharField(max_length=60)
    happened_date = models.DateField()
    evidence = models.CharField(max_length=60)
    words = SealedText()
    withdrawn_at = models.DateTimeField(null=True)

    if TYPE_CHECKING:
        case_id: UUID
        goal_id: UUID | None
        check_rows: Any

    class Meta:
        indexes = [models.Index(fields=["organisation", "case", "happened_date"])]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "outcome_type", "happened_date"],
                condition=Q(withdrawn_at__isnull=True),
                name="outcomes_once_a_day",
            )
        ]

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet[Self]:
        """Return the outcomes of a case as they happened, with their checks."""
        found: ScopedQuerySet[Self] = cls.objects.filter(case=case, withdrawn_at__isnull=True)
        return found.prefetch_related("check_rows").order_by("happened_date", "created_at")

    def checks(self) -> list["SustainedCheck"]:
        """Return the checks made, the earliest first."""
        return sorted(self.check_rows.all(), key=lambda check: check.weeks)

    def due_date(self, weeks: int) -> date:
        """Return the day for which it is asked whether the outcome still holds."""
        return self.happened_date + timedelta(weeks=weeks)

    def window(self, weeks: int) -> tuple[date, date]:
        """Return the first and last day on which a check may be made."""
        due = self.due_date(weeks)
        return due - timedelta(days=EARLY_DAYS), due + timedelta(days=LATE_DAYS)


class SustainedCheck(ClientRecord):
    """Did it last? Asked 13 and 26 weeks on."""

    scope = "outcome__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["weeks", "result", "checked_date", "said_by"],
        technical=["outcome"],
    )

    class Result(models.TextChoices):
        KEPT = "kept", "Kept"
        NOT_KEPT = "not-kept", "Not kept"
        LOST_TOUCH = "lost-touch", "Lost touch"
        DIED = "died", "Died"
        MOVED_AWAY = "moved-away", "Moved away"

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="check_rows")
    weeks = models.PositiveSmallIntegerField()
    result = models.CharField(max_length=10, choices=Result.choices)
    checked_date = models.DateField()
    said_by = models.CharField(max_length=10, blank=True)
    words = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outcome", "weeks"], name="outcomes_checked_once")
        ]
