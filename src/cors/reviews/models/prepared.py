"""A review that was begun and not held yet."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import OuterRef, Subquery

from cors.access.models import ClientRecord, User
from cors.cases.models import Case, CaseQuerySet
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.reviews.models.review import Review

Answers = Mapping[str, list[str]]


class PreparedReview(ClientRecord):
    """What was filled in so far, one a case. It counts nowhere: no day, no rating, no decision."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["answers"], staff=["changed_by"], technical=["case", "version", "changed_at"]
    )

    case = models.OneToOneField(Case, models.CASCADE, related_name="prepared_review_row")
    answers = SealedText()  # as the form sent them: name → values
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    if TYPE_CHECKING:
        case_id: UUID
        changed_by_id: UUID

    @classmethod
    def of(cls, case: Case) -> "PreparedReview | None":
        """Return what was begun for a case, with who began it and who went on with it."""
        found = cls.objects.filter(case=case).select_related("created_by", "changed_by")
        return found.first()

    @classmethod
    def with_prepared(cls, cases: CaseQuerySet) -> CaseQuerySet:
        """Say of each case when somebody last went on with a review that was not held yet."""
        of_it = cls.objects.filter(case=OuterRef("pk"))
        return cases.annotate(review_prepared_at=Subquery(of_it.values("changed_at")[:1]))

    @classmethod
    def mark_of(cls, case: Case) -> str:
        """Return where the review of a case stands: what a page shows, and a save must have seen.

        It changes when somebody keeps what they filled in, and when somebody holds a review.
        """
        return cls.mark(cls.objects.filter(case=case).first(), Review.of(case).count())

    @classmethod
    def forget(cls, case: Case) -> None:
        """Drop what was begun, once the review of it was held."""
        cls.objects.filter(case=case).delete()

    @staticmethod
    def mark(prepared: "PreparedReview | None", held: int) -> str:
        """Return the mark for what was begun and the number of reviews held."""
        return f"{prepared.version if prepared else 0}-{held}"

    def given(self) -> Answers:
        """Return what was filled in."""
        found: Answers = json.loads(self.answers or "{}")
        return found

    def keep(self, answers: Answers) -> None:
        """Take these answers as what was filled in; who saves the row says when and by whom."""
        self.answers = json.dumps({name: list(given) for name, given in answers.items()})


def prepared_at(case: Case) -> datetime | None:
    """Return when a review was begun or gone on with, as `with_prepared` has found it."""
    return getattr(case, "review_prepared_at", None)
