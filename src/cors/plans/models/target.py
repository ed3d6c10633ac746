"""When a goal is hoped for: each move of the day stays."""

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models.goal import Goal


class TargetMove(ClientRecord):
    """The day moved, was named for the first time, or was taken away."""

    scope = "goal__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"], fact=["from_date", "to_date", "moved_date"], technical=["goal"]
    )

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="target_moves")
    from_date = models.DateField(null=True)
    to_date = models.DateField(null=True)
    moved_date = models.DateField()
    words = SealedText()

    if TYPE_CHECKING:
        goal_id: UUID

    @classmethod
    def of(cls, goal: Goal) -> ScopedQuerySet["TargetMove"]:
        """Return the moves in the order they were made."""
        return cls.objects.filter(goal=goal).order_by("moved_date", "created_at")
