"""Something that stands in the way: it emerges, blocks goals, and is resolved."""

from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models.goal import Goal


class BarrierQuerySet(ScopedQuerySet["Barrier"]):
    """Barriers, by whether they are still there."""

    def open(self) -> Self:
        return self.filter(resolution_row__isnull=True)


class Barrier(ClientRecord):
    """What stands in the way of one or more goals."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["type_key", "noticed_date", "weight", "noticed_by"],
        technical=["case"],
    )

    class NoticedBy(models.TextChoices):
        CLIENT = "client", "The person"
        WORKER = "worker", "The worker"
        OTHER = "other", "Somebody else"

    case = models.ForeignKey(Case, models.CASCADE, related_name="barrier_rows")
    type_key = models.CharField(max_length=60)
    words = SealedText()
    noticed_date = models.DateField()
    noticed_by = models.CharField(
        max_length=10, choices=NoticedBy.choices, default=NoticedBy.WORKER
    )
    weight = models.PositiveSmallIntegerField(null=True)  # how much it is in the way, 0 to 10

    if TYPE_CHECKING:
        case_id: UUID
        blocks_rows: Any

    objects: ClassVar[BarrierQuerySet] = BarrierQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["organisation", "case"])]
        constraints = [
            models.CheckConstraint(
                name="plans_barrier_weight_is_0_to_10",
                condition=Q(weight__isnull=True) | Q(weight__lte=10),
            )
        ]

    @classmethod
    def of(cls, case: Case) -> BarrierQuerySet:
        """Return the barriers of a case as they surfaced, with what they block."""
        found = case.barrier_rows.select_related("resolution_row")
        return found.prefetch_related("blocks_rows").order_by("noticed_date", "created_at")

    def blocked_goal_ids(self) -> list[UUID]:
        """Return the keys of the goals it holds back."""
        return [row.goal_id for row in self.blocks_rows.all()]

    def blocked_goals(self) -> list[Goal]:
        """Return the goals it holds back, in full."""
        found = Goal.objects.filter(blocked_rows__barrier=self).select_related("case")
        return list(found.in_full().order_by("order", "set_date", "created_at"))

    def resolution(self) -> "BarrierResolution | None":
        """Return how it was resolved, if it was."""
        return getattr(self, "resolution_row", None)


class BarrierBlocks(ClientRecord):
    """A barrier holds a goal back."""

    scope = "barrier__case__client"
    privacy: ClassVar[Privacy] = Privacy(technical=["barrier", "goal"])

    barrier = models.ForeignKey(Barrier, models.CASCADE, related_name="blocks_rows")
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="blocked_rows")

    if TYPE_CHECKING:
        goal_id: UUID

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["barrier", "goal"], name="plans_blocks_once")
        ]


class BarrierResolution(ClientRecord):
    """A barrier is out of the way."""

    scope = "barrier__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["what_helped"], fact=["resolved_date"], technical=["barrier"]
    )

    barrier = models.OneToOneField(Barrier, models.CASCADE, related_name="resolution_row")
    resolved_date = models.DateField()
    what_helped = SealedText()
