"""The next small thing, with an owner and a day."""

from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models.goal import Goal
from cors.plans.models.intervention import Intervention


class StepQuerySet(ScopedQuerySet["Step"]):
    """Steps, by whether they are still ahead."""

    def ahead(self) -> Self:
        return self.filter(done_date__isnull=True, dropped_date__isnull=True)


class Step(ClientRecord):
    """The next small thing that somebody does by a day."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["owner", "due_date", "done_date", "dropped_date"],
        technical=["case", "goal", "intervention"],
    )

    class Owner(models.TextChoices):
        CLIENT = "client", "They do it"
        WORKER = "worker", "I do it"
        TOGETHER = "together", "Together"
        OTHER = "other", "Somebody else"

    case = models.ForeignKey(Case, models.CASCADE, related_name="step_rows")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="step_rows")
    intervention = models.ForeignKey(
        Intervention, models.SET_NULL, null=True, related_name="step_rows"
    )
    words = SealedText()
    owner = models.CharField(max_length=10, choices=Owner.choices)
    due_date = models.DateField(null=True)
    done_date = models.DateField(null=True)
    dropped_date = models.DateField(null=True)

    if TYPE_CHECKING:
        case_id: UUID
        goal_id: UUID | None
        intervention_id: UUID | None

    objects: ClassVar[StepQuerySet] = StepQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["organisation", "case", "due_date"])]
        constraints = [
            models.CheckConstraint(
                name="plans_step_done_or_dropped",
                condition=Q(done_date__isnull=True) | Q(dropped_date__isnull=True),
            )
        ]

    @property
    def is_ahead(self) -> bool:
        return self.done_date is None and self.dropped_date is None

    @classmethod
    def of(cls, case: Case) -> StepQuerySet:
        """Return the steps of a case by day."""
        return case.step_rows.order_by("due_date", "created_at")

    @classmethod
    def ahead_of(cls, cases: Any) -> StepQuerySet:
        """Return the steps ahead in several cases, the next one first."""
        found = cls.objects.filter(case__in=cases).ahead()
        return found.order_by(F("due_date").asc(nulls_last=True), "created_at")
