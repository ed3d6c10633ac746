"""What is done, by type, for goals and against barriers."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models.barrier import Barrier
from cors.plans.models.goal import Goal
from cors.plans.models.tie import Tie


class InterventionQuerySet(ScopedQuerySet["Intervention"]):
    """Interventions, by whether they go on."""

    def going_on(self) -> Self:
        return self.filter(ended_date__isnull=True)


class Intervention(ClientRecord):
    """Something that is done over a time; its dose comes from the contacts that delivered it."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["type_key", "started_date", "ended_date"],
        technical=["case"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="intervention_rows")
    type_key = models.CharField(max_length=60)
    words = SealedText()
    started_date = models.DateField()
    ended_date = models.DateField(null=True)

    ties_at_hand: list[Tie] | None = None  # of the whole plan, where it was asked for at once

    if TYPE_CHECKING:
        case_id: UUID
        addresses_rows: Any

    objects: ClassVar[InterventionQuerySet] = InterventionQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["organisation", "case"])]
        constraints = [
            models.CheckConstraint(
                name="plans_intervention_ends_after_it_began",
                condition=Q(ended_date__isnull=True) | Q(ended_date__gte=F("started_date")),
            )
        ]

    @classmethod
    def of(cls, case: Case) -> InterventionQuerySet:
        """Return the interventions of a case in order."""
        found: InterventionQuerySet = case.intervention_rows.order_by("started_date", "created_at")
        return found

    @classmethod
    def first_day(cls, case: Case) -> date | None:
        """Return the day on which the first of them began, or None."""
        first: date | None = cls.of(case).values_list("started_date", flat=True).first()
        return first

    @classmethod
    def against(cls, barrier: Barrier) -> InterventionQuerySet:
        """Return what is or was done about a barrier, in order."""
        found = cls.objects.filter(addresses_rows__barrier=barrier).select_related("case")
        return found.order_by("started_date", "created_at")

    def addressed(self) -> list[Tie]:
        """Return the goals and barriers it is for."""
        if self.ties_at_hand is None:
            return [Tie(row.goal_id, row.barrier_id) for row in self.addresses_rows.all()]
        return self.ties_at_hand

    def for_goals(self) -> list[Goal]:
        """Return the goals it is for, in full."""
        found = Goal.objects.filter(addressed_rows__intervention=self).select_related("case")
        return list(found.in_full().order_by("order", "set_date", "created_at"))

    def against_barriers(self) -> list[Barrier]:
        """Return the barriers it is meant to clear away."""
        found = Barrier.objects.filter(addressed_rows__intervention=self).select_related("case")
        return list(found.order_by("noticed_date", "created_at"))


class Addresses(ClientRecord):
    """An intervention is for a goal or against a barrier."""

    scope = "intervention__case__client"
    privacy: ClassVar[Privacy] = Privacy(technical=["intervention", "goal", "barrier"])

    intervention = models.ForeignKey(Intervention, models.CASCADE, related_name="addresses_rows")
    goal = models.ForeignKey(Goal, models.CASCADE, null=True, related_name="addressed_rows")
    barrier = models.ForeignKey(Barrier, models.CASCADE, null=True, related_name="addressed_rows")

    if TYPE_CHECKING:
        goal_id: UUID | None
        barrier_id: UUID | None

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="plans_addresses_a_goal_or_a_barrier",
                condition=Q(goal__isnull=False, barrier__isnull=True)
                | Q(goal__isnull=True, barrier__isnull=False),
            )
        ]
