"""A planned look back, together, at the goals as first set."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import OuterRef, Subquery

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case, CaseQuerySet, Ending
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.reviews.due import Standing, next_review

if TYPE_CHECKING:
    from cors.reviews.models.reviewed import ReviewedGoal, ReviewedPart, ReviewedStep

CLOSING_DAYS = 28


class ReviewQuerySet(ScopedQuerySet["Review"]):
    """Reviews with the goals as they stood."""

    def in_order(self) -> Self:
        """Sort by the day they were held."""
        return self.order_by("held_date", "created_at")

    def in_full(self) -> Self:
        """Load the goals as they stood along."""
        return self.prefetch_related("goal_rows")


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
        ending_id: UUID | None
        goal_rows: Any
        part_rows: Any
        step_rows: Any

    objects: ClassVar[ReviewQuerySet] = ReviewQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["organisation", "case", "held_date"])]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "form_key"], name="reviews_one_a_form")
        ]

    @classmethod
    def of(cls, case: Case) -> ReviewQuerySet:
        """Return the reviews of a case in order, with the goals as they stood."""
        found: ReviewQuerySet = case.review_rows.in_full().in_order()
        return found

    @classmethod
    def with_latest(cls, cases: CaseQuerySet) -> CaseQuerySet:
        """Say of each case when the newest review was held and what day was agreed then."""
        of_it = cls.objects.filter(case=OuterRef("pk")).order_by("-held_date", "-created_at")
        return cases.annotate(
            review_held=Subquery(of_it.values("held_date")[:1]),
            review_agreed=Subquery(of_it.values("next_date")[:1]),
        )

    @classmethod
    def closing_one_of(cls, case: Case, on: date) -> "Review | None":
        """Return the newest review that is young enough on this day to close the case with."""
        found = cls.of(case).filter(held_date__lte=on).last()
        return found if found and found.can_close_on(on) else None

    @classmethod
    def made_with(cls, form_key: UUID, case: Case) -> "Review | None":
        """Return the review that was saved with this form before."""
        return cls.objects.filter(case=case, form_key=form_key).first()

    def can_close_on(self, on: date) -> bool:
        """Say whether the review looks back on the spell of support that ends on this day."""
        return 0 <= (on - self.held_date).days <= CLOSING_DAYS

    def goals(self) -> list["ReviewedGoal"]:
        """Return the goals as they stood at this review."""
        return sorted(self.goal_rows.all(), key=lambda goal: goal.order)

    def named(self, side: str) -> list["ReviewedPart"]:
        """Return what was chosen from the record as a help, or as in the way."""
        return [part for part in self._parts if part.side == side]

    @cached_property
    def _parts(self) -> list["ReviewedPart"]:
        return list(self.part_rows.order_by("order"))

    def steps(self) -> list["ReviewedStep"]:
        """Return the next steps as they were agreed."""
        return list(self.step_rows.order_by("order"))


def next_review_date(case: Case, latest: Review | None) -> date | None:
    """Return the day of the next review: as agreed, or by the service's interval."""
    held, agreed = (latest.held_date, latest.next_date) if latest else (None, None)
    return _next(case, held, agreed)


def next_review_of(case: Case) -> date | None:
    """Return the day of the next review of a case, as `with_latest` has found it."""
    held, agreed = getattr(case, "review_held", None), getattr(case, "review_agreed", None)
    return _next(case, held, agreed)


def _next(case: Case, held: date | None, agreed: date | None) -> date | None:
    weeks = case.service.review_weeks
    return next_review(
        Standing(started=case.started_date, last_held=held, agreed=agreed, weeks=weeks)
    )
