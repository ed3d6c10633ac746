"""A planned look back, together, at the goals as first set."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case, Ending
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models import Goal


class Review(ClientRecord):
    """Worker and client looked back together on a day."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["client_words", "worker_words", "what_helped", "in_the_way"],
        fact=["held_date", "next_date"],
        technical=["case", "ending", "form_key"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="review_rows")
    held_date = models.DateField()
    next_date = models.DateField(null=True)
    client_words = SealedText()  # their own sentence, verbatim
    worker_words = SealedText()
    what_helped = SealedText()
    in_the_way = SealedText()
    ending = models.OneToOneField(Ending, models.SET_NULL, null=True, related_name="review_row")
    form_key = models.UUIDField()

    if TYPE_CHECKING:
        case_id: UUID
        goal_rows: Any

    class Meta:
        indexes = [models.Index(fields=["organisation", "case", "held_date"])]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "form_key"], name="reviews_one_a_form")
        ]

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet[Self]:
        """Return the reviews of a case in order, with the goals as they stood."""
        found: ScopedQuerySet[Self] = cls.objects.filter(case=case).prefetch_related("goal_rows")
        return found.order_by("held_date", "created_at")

    @classmethod
    def latest_of(cls, cases: Any) -> dict[UUID, Self]:
        """Return the newest review of each of these cases."""
        found = cls.objects.filter(case__in=cases).order_by("held_date", "created_at")
        return {review.case_id: review for review in found}

    @classmethod
    def made_with(cls, form_key: UUID, case: Case) -> Self | None:
        """Return the review that was saved with this form before."""
        found: Self | None = cls.objects.filter(case=case, form_key=form_key).first()
        return found

    def goals(self) -> list["ReviewedGoal"]:
        """Return the goals as they stood at this review."""
        return sorted(self.goal_rows.all(), key=lambda goal: goal.order)


class ReviewedGoal(ClientRecord):
    """A goal as it stood at a review: a copy that later changes do not touch."""

    scope = "review__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["first_words", "words"],
        fact=[
            "baseline", "baseline_date", "client_rating", "worker_rating", "decision",
            "life_area", "order",
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
    client_rating = models.PositiveSmallIntegerField(null=True)
    worker_rating = models.PositiveSmallIntegerField(null=True)
    decision = models.CharField(max_length=10, choices=Decision.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "goal"], name="reviews_goal_once")]


def next_review_date(case: Case, latest: Review | None) -> date | None:
    """Return the day of the next review: as agreed, or by the service's interval."""
    from datetime import timedelta

    if latest and latest.next_date:
        return latest.next_date
    since = latest.held_date if latest else case.started_date
    return since + timedelta(weeks=case.service.review_weeks) if since else None
