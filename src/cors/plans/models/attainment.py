"""What five levels of a goal would look like, in words, and which was found when."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models.goal import Goal

LEVELS = {
    -2: "Much less than expected",
    -1: "Less than expected",
    0: "As expected",
    1: "More than expected",
    2: "Much more than expected",
}
# level → the field that holds its words
FIELDS = {-2: "much_less", -1: "less", 0: "expected", 1: "more", 2: "much_more"}


class AttainmentScale(ClientRecord):
    """Five levels of one goal, described when it is set so that nobody moves them later."""

    scope = "goal__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["much_less", "less", "expected", "more", "much_more"],
        fact=["weight", "described_date"],
        technical=["goal"],
    )

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="scale_row")
    much_less = SealedText()
    less = SealedText()
    expected = SealedText()
    more = SealedText()
    much_more = SealedText()
    weight = models.PositiveSmallIntegerField(default=1)
    described_date = models.DateField()

    if TYPE_CHECKING:
        goal_id: UUID
        level_rows: Any

    def described(self) -> dict[int, str]:
        """Return the words of each level, from -2 to +2."""
        return {level: getattr(self, field) for level, field in FIELDS.items()}

    def found(self) -> list["AttainmentLevel"]:
        """Return the levels found, in the order they happened."""
        return sorted(self.level_rows.all(), key=lambda row: (row.found_date, row.created_at))

    @classmethod
    def of_case(cls, case: Case) -> ScopedQuerySet["AttainmentScale"]:
        """Return the scales of a case with the levels found at hand."""
        found = cls.objects.filter(goal__case=case).prefetch_related("level_rows")
        return found.order_by("goal__order", "goal__set_date", "goal__created_at")

    @classmethod
    def of_goals(cls, goals: Iterable[Goal]) -> list["AttainmentScale"]:
        """Return the scales of goals that were loaded with theirs, the levels found at hand."""
        scales = [scale for goal in goals if (scale := getattr(goal, "scale_row", None))]
        models.prefetch_related_objects(scales, "level_rows")
        return scales


class AttainmentLevel(ClientRecord):
    """At which level a goal was found on a day."""

    scope = "scale__goal__case__client"
    privacy: ClassVar[Privacy] = Privacy(fact=["level", "found_date"], technical=["scale"])

    scale = models.ForeignKey(AttainmentScale, models.CASCADE, related_name="level_rows")
    level = models.SmallIntegerField()
    found_date = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="plans_level_is_minus_2_to_2", condition=Q(level__gte=-2) & Q(level__lte=2)
            )
        ]
