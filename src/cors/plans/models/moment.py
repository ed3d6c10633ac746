"""A dated small success or setback; a setback can have the day back on track."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.cases.news import Lately, as_news
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models.goal import Goal


class MomentQuerySet(ScopedQuerySet["Moment"]):
    """Moments, by kind."""

    def setbacks(self) -> Self:
        return self.filter(kind="setback")

    def still_off_track(self) -> Self:
        return self.setbacks().filter(back_row__isnull=True)


class Moment(ClientRecord):
    """Something small that happened and counts."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words", "client_words", "could_help"],
        fact=["kind", "happened_date"],
        technical=["case", "goal"],
    )

    class Kind(models.TextChoices):
        SUCCESS = "success", "Small success"
        SETBACK = "setback", "Setback"

    case = models.ForeignKey(Case, models.CASCADE, related_name="moment_rows")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="moment_rows")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    happened_date = models.DateField()
    words = SealedText()
    client_words = SealedText()  # the client's own title, kept apart from the worker's
    could_help = SealedText()  # said while still off track: what could help

    if TYPE_CHECKING:
        case_id: UUID
        goal_id: UUID | None

    objects: ClassVar[MomentQuerySet] = MomentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "case", "happened_date"]),
            models.Index(fields=["organisation", "kind", "happened_date"]),
        ]

    @classmethod
    def of(cls, case: Case) -> MomentQuerySet:
        """Return the moments of a case as they happened."""
        found = case.moment_rows.select_related("back_row")
        return found.order_by("happened_date", "created_at")

    @classmethod
    def successes_of(cls, lately: Lately) -> Any:
        """Return small successes, as news."""
        rows = cls.objects.filter(lately.rows("case", "happened_date"), kind=cls.Kind.SUCCESS)
        return as_news(rows, "success", record="pk", case="case", day="happened_date")

    @classmethod
    def of_cases(cls, cases: Any, also: Collection[UUID] = ()) -> MomentQuerySet:
        """Return the moments of several cases as they happened, and those of these keys."""
        these = Q(case__in=cases) | Q(pk__in=also)
        found = cls.objects.filter(these).select_related("back_row")
        return found.order_by("happened_date", "created_at")

    @classmethod
    def last_way_back(cls, case: Case) -> "Moment | None":
        """Return the setback that was last found back from."""
        found = case.moment_rows.filter(back_row__isnull=False).select_related("back_row")
        return found.order_by("-back_row__back_date", "-created_at").first()

    def back(self) -> "BackOnTrack | None":
        """Return the way back from a setback, if it was found."""
        return getattr(self, "back_row", None)

    def days_off_track(self) -> int | None:
        """Return the days from the setback to being back on track."""
        back = self.back()
        return (back.back_date - self.happened_date).days if back else None


class BackOnTrack(ClientRecord):
    """The person is back on track, and what helped."""

    scope = "moment__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["what_helped"], fact=["back_date"], technical=["moment"]
    )

    moment = models.OneToOneField(Moment, models.CASCADE, related_name="back_row")
    back_date = models.DateField()
    what_helped = SealedText()

    class Meta:
        indexes = [models.Index(fields=["organisation", "back_date"])]
        constraints = [
            models.CheckConstraint(
                name="plans_back_on_track_has_a_day", condition=Q(back_date__isnull=False)
            )
        ]

    @classmethod
    def news_of(cls, lately: Lately) -> Any:
        """Return the ways back found, as news of the moment."""
        rows = cls.objects.filter(lately.rows("moment__case", "back_date"))
        return as_news(rows, "back", record="moment", case="moment__case", day="back_date")
