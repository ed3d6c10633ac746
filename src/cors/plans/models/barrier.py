"""Something that stands in the way: it emerges, blocks goals, and is resolved."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from cors.access.models import ClientRecord, Membership, ScopedQuerySet
from cors.cases.models import Case
from cors.cases.news import Lately, as_news
from cors.cases.used import as_used
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models.goal import Goal
from cors.plans.models.tie import Tie

HABIT = 50  # barriers that show what a worker usually meets


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
    ties_at_hand: list[Tie] | None = None  # of the whole plan, where it was asked for at once

    if TYPE_CHECKING:
        case_id: UUID
        rest_rows: Any

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
        """Return the barriers of a case as they surfaced."""
        found = case.barrier_rows.select_related("resolution_row")
        rests = BarrierRest.objects.filter(barrier=OuterRef("pk"), until_date__isnull=True)
        since = found.annotate(left_alone=Subquery(rests.values("from_date")[:1]))
        return since.order_by("noticed_date", "created_at")

    @classmethod
    def of_cases(cls, cases: Any, also: Collection[UUID] = ()) -> BarrierQuerySet:
        """Return the barriers of several cases, and those of these keys, with how they went."""
        found = cls.objects.filter(Q(case__in=cases) | Q(pk__in=also))
        return found.select_related("resolution_row").order_by("noticed_date", "created_at")

    @classmethod
    def types_used(cls, worker: Membership) -> Any:
        """Return the types of barrier that a worker notices, as a habit."""
        theirs = cls.within(worker).filter(created_by=worker.user_id).order_by("-created_at")
        latest = cls.objects.filter(pk__in=theirs.values("pk")[:HABIT])
        return as_used(latest, "barrier_type", "type_key")

    @classmethod
    def types_standing(cls, case: Case) -> Any:
        """Return the types of what is in the way in a case now, in the shape of a habit."""
        standing = case.barrier_rows.filter(resolution_row__isnull=True)
        return as_used(standing, "standing", "type_key")

    def holds_back(self) -> list[Tie]:
        """Return the goals that it holds back and the barriers that stay because of it."""
        if self.ties_at_hand is None:
            return [Tie(row.goal_id, row.blocked_id) for row in self.blocks()]
        return self.ties_at_hand

    def blocked_goal_ids(self) -> list[UUID]:
        """Return the keys of the goals it holds back."""
        return [tie.goal_id for tie in self.holds_back() if tie.goal_id]

    def blocked_barrier_ids(self) -> list[UUID]:
        """Return the keys of the barriers that stay because of this one."""
        return [tie.barrier_id for tie in self.holds_back() if tie.barrier_id]

    def rests_since(self) -> date | None:
        """Return since when it is left alone for now, as `of` has found it."""
        return getattr(self, "left_alone", None)

    def blocks(self) -> list["BarrierBlocks"]:
        """Return the links to the goals it holds back and to the barriers it keeps, as they are."""
        return list(BarrierBlocks.objects.filter(barrier=self))

    def links_in_words(self) -> dict[str, str]:
        """Return the keys of what it holds back and keeps, as they are, each kind in one order."""
        rows = self.blocks()
        found = {"blocks": [row.goal_id for row in rows], "keeps": [row.blocked_id for row in rows]}
        return {
            name: ",".join(sorted(str(key) for key in keys if key)) for name, keys in found.items()
        }

    def rests(self) -> list["BarrierRest"]:
        """Return each time that it was left alone."""
        return list(self.rest_rows.order_by("from_date", "created_at"))

    def rest(self) -> "BarrierRest | None":
        """Return since when and why it is left alone for now, if it is."""
        found: BarrierRest | None = self.rest_rows.filter(until_date__isnull=True).first()
        return found

    def blocked_goals(self) -> list[Goal]:
        """Return the goals it holds back, in full."""
        found = Goal.objects.filter(blocked_rows__barrier=self).select_related("case")
        return list(found.in_full().order_by("order", "set_date", "created_at"))

    def kept_barriers(self) -> list["Barrier"]:
        """Return the barriers that stay because of this one."""
        return list(Barrier.objects.filter(held_by_rows__barrier=self).order_by("noticed_date"))

    def resolution(self) -> "BarrierResolution | None":
        """Return how it was resolved, if it was."""
        return getattr(self, "resolution_row", None)


class BarrierBlocks(ClientRecord):
    """A barrier holds a goal back, or keeps another barrier where it is."""

    scope = "barrier__case__client"
    privacy: ClassVar[Privacy] = Privacy(technical=["barrier", "goal", "blocked"])

    barrier = models.ForeignKey(Barrier, models.CASCADE, related_name="blocks_rows")
    goal = models.ForeignKey(Goal, models.CASCADE, null=True, related_name="blocked_rows")
    blocked = models.ForeignKey(Barrier, models.CASCADE, null=True, related_name="held_by_rows")

    if TYPE_CHECKING:
        barrier_id: UUID
        goal_id: UUID | None
        blocked_id: UUID | None

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["barrier", "goal"], name="plans_blocks_once"),
            models.UniqueConstraint(fields=["barrier", "blocked"], name="plans_keeps_once"),
            models.CheckConstraint(
                name="plans_blocks_a_goal_or_a_barrier",
                condition=Q(goal__isnull=True) ^ Q(blocked__isnull=True),
            ),
            models.CheckConstraint(
                name="plans_barrier_not_itself",
                condition=Q(blocked__isnull=True) | ~Q(barrier=models.F("blocked")),
            ),
        ]

    @classmethod
    def links_of(cls, case: Case) -> list[tuple[UUID, UUID]]:
        """Return which barrier keeps which in a case: (barrier, blocked barrier)."""
        found = cls.objects.filter(barrier__case=case, blocked__isnull=False)
        return list(found.values_list("barrier_id", "blocked_id"))


class BarrierRest(ClientRecord):
    """A barrier is left alone for now, and not forgotten."""

    scope = "barrier__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"], fact=["from_date", "until_date"], technical=["barrier"]
    )

    barrier = models.ForeignKey(Barrier, models.CASCADE, related_name="rest_rows")
    from_date = models.DateField()
    until_date = models.DateField(null=True)
    words = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["barrier"], condition=Q(until_date__isnull=True), name="plans_rests_once"
            )
        ]


class BarrierResolution(ClientRecord):
    """A barrier is out of the way."""

    scope = "barrier__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["what_helped"], fact=["resolved_date", "how"], technical=["barrier"]
    )

    class How(models.TextChoices):
        HELPED = "helped", "With help"
        THEMSELVES = "themselves", "They did it themselves"
        AROUND = "around", "There was a way round it"
        WENT = "went", "It went by itself"
        NOT_SAID = "", "Not said"

    barrier = models.OneToOneField(Barrier, models.CASCADE, related_name="resolution_row")
    resolved_date = models.DateField()
    how = models.CharField(max_length=12, choices=How.choices, blank=True, default=How.NOT_SAID)
    what_helped = SealedText()

    class Meta:
        indexes = [models.Index(fields=["organisation", "resolved_date"])]

    @classmethod
    def news_of(cls, lately: Lately) -> Any:
        """Return what got out of the way, as news of the barrier."""
        rows = cls.objects.filter(lately.rows("barrier__case", "resolved_date"))
        return as_news(rows, "barrier", record="barrier", case="barrier__case", day="resolved_date")
