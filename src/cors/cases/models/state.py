"""What happens to a case, each a row with who and when."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import ClientRecord, ScopedQuerySet, User
from cors.cases.models.case import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy


class Pause(ClientRecord):
    """Support rests for a while."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["from_date", "to_date"],
        staff=["ended_by"],
        technical=["case"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="pause_rows")
    from_date = models.DateField()
    to_date = models.DateField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    words = SealedText()

    if TYPE_CHECKING:
        case_id: UUID

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="cases_pause_ends_after_it_began",
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(to_date__isnull=True), name="cases_one_open_pause"
            ),
        ]

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet["Pause"]:
        """Return the pauses of a case in order."""
        return cls.objects.filter(case=case).order_by("from_date")

    def covers(self, day: date) -> bool:
        """Say whether support rests on this day."""
        return self.from_date <= day and (self.to_date is None or day < self.to_date)


class Ending(ClientRecord):
    """How a spell of support ended; a re-opening within 28 days undoes it."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words", "no_review_reason"],
        fact=["ended_date", "reason"],
        technical=["case", "undone_at"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="ending_rows")
    ended_date = models.DateField()
    reason = models.CharField(max_length=60)
    words = SealedText()
    no_review_reason = SealedText()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(undone_at__isnull=True), name="cases_one_ending"
            )
        ]

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet["Ending"]:
        """Return all endings of a case in order, those undone too."""
        return cls.objects.filter(case=case).order_by("ended_date")

    def re_opened_date(self) -> date | None:
        """Return the day on which support went on after this ending, if it did."""
        again: ReOpening | None = getattr(self, "re_opening", None)
        return again.re_opened_date if again else None


class ReOpening(ClientRecord):
    """A case that ended goes on."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"], fact=["re_opened_date"], technical=["case", "ending"]
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="re_opening_rows")
    ending = models.OneToOneField(Ending, models.CASCADE, related_name="re_opening")
    re_opened_date = models.DateField()
    words = SealedText()

    if TYPE_CHECKING:
        ending_id: UUID

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet["ReOpening"]:
        """Return the re-openings of a case in order."""
        return cls.objects.filter(case=case).order_by("re_opened_date")


class Restriction(ClientRecord):
    """Only the people assigned to the case may see it, whatever their role."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"], staff=["lifted_by"], technical=["case", "lifted_at"]
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="restriction_rows")
    words = SealedText()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(lifted_at__isnull=True), name="cases_one_restriction"
            )
        ]

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet["Restriction"]:
        """Return the restrictions of a case in order."""
        return cls.objects.filter(case=case).order_by("created_at")
