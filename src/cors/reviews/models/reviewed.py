"""What a review keeps as a copy: goals, what helped or was in the way, and the next steps."""

from typing import ClassVar

from django.db import models

from cors.access.models import ClientRecord
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models import Barrier, Goal, Intervention, Moment, Step
from cors.reviews.models.review import Review


class ReviewedGoal(ClientRecord):
    """A goal as it stood at a review: a copy that later changes do not touch."""

    scope = "review__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["first_words", "words"],
        fact=[
            "baseline", "baseline_date", "client_rating", "worker_rating", "decision",
            "life_area", "order", "latest", "latest_date",
        ],
        technical=["review", "goal"],
    )  # fmt: skip

    class Decision(models.TextChoices):
        KEEP = "keep", "Keep it"
        REWORD = "reword", "Put it in other words"
        REACHED = "reached", "Reached"
        LET_GO = "let-go", "Let it go"

    review = models.ForeignKey(Review, models.CASCADE, related_name="goal_rows")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="reviewed_rows")
    first_words = SealedText()
    words = SealedText()
    life_area = models.CharField(max_length=40)
    order = models.PositiveSmallIntegerField(default=0)
    baseline = models.PositiveSmallIntegerField(null=True)
    baseline_date = models.DateField(null=True)
    latest = models.PositiveSmallIntegerField(null=True)  # the client's, said now or before
    latest_date = models.DateField(null=True)
    client_rating = models.PositiveSmallIntegerField(null=True)
    worker_rating = models.PositiveSmallIntegerField(null=True)
    decision = models.CharField(max_length=10, choices=Decision.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "goal"], name="reviews_goal_once")]

    @property
    def differs(self) -> bool:
        """Say whether client and worker both gave a number, and not the same."""
        both = (self.client_rating, self.worker_rating)
        return None not in both and both[0] != both[1]


class ReviewedPart(ClientRecord):
    """Something of the record that was named in a review, in the words that it had then."""

    scope = "review__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["side", "order"],
        technical=["review", "barrier", "intervention", "moment"],
    )

    class Side(models.TextChoices):
        HELPED = "helped", "It helped"
        IN_THE_WAY = "in-the-way", "It was in the way"

    review = models.ForeignKey(Review, models.CASCADE, related_name="part_rows")
    side = models.CharField(max_length=10, choices=Side.choices)
    words = SealedText()
    order = models.PositiveSmallIntegerField(default=0)
    barrier = models.ForeignKey(Barrier, models.SET_NULL, null=True, related_name="+")
    intervention = models.ForeignKey(Intervention, models.SET_NULL, null=True, related_name="+")
    moment = models.ForeignKey(Moment, models.SET_NULL, null=True, related_name="+")


class ReviewedStep(ClientRecord):
    """A next step as it was agreed in a review."""

    scope = "review__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"], fact=["owner", "due_date", "order"], technical=["review", "step"]
    )

    review = models.ForeignKey(Review, models.CASCADE, related_name="step_rows")
    step = models.ForeignKey(Step, models.SET_NULL, null=True, related_name="+")
    words = SealedText()
    owner = models.CharField(max_length=10, choices=Step.Owner.choices)
    due_date = models.DateField(null=True)
    order = models.PositiveSmallIntegerField(default=0)
