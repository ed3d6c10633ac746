"""A goal in the client's own words: wordings and ratings are only ever added."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.cases.news import Lately, as_news
from cors.core.fields import SealedText
from cors.core.models import at_hand
from cors.core.privacy import Privacy
from cors.plans.models.rated import Rated, RatedRow


class Rater(models.TextChoices):
    """Who rated or answered."""

    CLIENT = "client", "The person"
    WORKER = "worker", "The worker"
    PARENT = "parent", "A parent or carer"
    OTHER = "other", "Somebody else"


class GoalQuerySet(ScopedQuerySet["Goal"]):
    """Goals with their words and ratings at hand."""

    def open(self) -> Self:
        ended = GoalEnding.objects.filter(goal=OuterRef("pk"))
        return self.filter(~Exists(ended))

    def in_full(self) -> Self:
        """Load the ending along, and wordings and ratings in a query each.

        As plain lists: a query of its own for each goal, to keep its rows in, costs more than they.
        """
        ratings = Rating.objects.order_by("rated_date", "created_at")
        return self.in_words().prefetch_related(
            Prefetch("rating_rows", ratings, to_attr="ratings_at_hand")
        )

    def in_words(self) -> Self:
        """Load the ending and the wordings along."""
        wordings = GoalWording.objects.order_by("worded_date", "created_at")
        return self.select_related("ending_row").prefetch_related(
            Prefetch("wording_rows", wordings, to_attr="wordings_at_hand")
        )

    def with_ratings(self) -> "list[Goal]":
        """Load them with their ratings, which are many, as plain rows."""
        found = list(self)
        rated: dict[UUID, list[Rated]] = {goal.pk: [] for goal in found}
        rows = Rating.objects.filter(goal__in=rated).order_by("rated_date", "created_at")
        for key, *said in rows.values_list("goal", "value", "rater", "rated_date"):
            rated[key].append(RatedRow(*said))
        for goal in found:
            goal.ratings_at_hand = rated[goal.pk]
        return found


class Goal(ClientRecord):
    """What the client wants to change, in one life area."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        fact=["life_area", "source", "set_date", "target_date", "order"],
        technical=["case"],
    )

    class Source(models.TextChoices):
        CLIENT = "client", "Theirs"
        WORKER = "worker", "Suggested by the worker"
        JOINT = "joint", "Found together"
        FUNDER = "funder", "Asked for by a funder"

    case = models.ForeignKey(Case, models.CASCADE, related_name="goal_rows")
    life_area = models.CharField(max_length=40)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.CLIENT)
    set_date = models.DateField()
    target_date = models.DateField(null=True)
    order = models.PositiveSmallIntegerField(default=0)

    if TYPE_CHECKING:
        case_id: UUID
        wording_rows: Any
        rating_rows: Any
        ratings_at_hand: list[Rated]

    objects: ClassVar[GoalQuerySet] = GoalQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["organisation", "case"])]

    @classmethod
    def of(cls, case: Case) -> GoalQuerySet:
        """Return the goals of a case in the order set, in full."""
        return case.goal_rows.in_full().order_by("order", "set_date", "created_at")

    @classmethod
    def open_in(cls, cases: Any, also: Collection[UUID] = ()) -> "list[Goal]":
        """Return the open goals of several cases, and the goals of these keys, in full."""
        ended = Exists(GoalEnding.objects.filter(goal=OuterRef("pk")))
        these = (Q(case__in=cases) & ~ended) | Q(pk__in=also)
        found = cls.objects.filter(these).in_words()
        return found.order_by("case", "order", "set_date", "created_at").with_ratings()

    def wordings(self) -> list["GoalWording"]:
        """Return all wordings, the first first."""
        return list(at_hand(self, "wordings_at_hand", self.wording_rows))

    @property
    def words(self) -> str:
        """The wording that holds now."""
        wordings = self.wordings()
        return wordings[-1].words if wordings else ""

    @property
    def first_words(self) -> str:
        """The client's words when the goal was set."""
        wordings = self.wordings()
        return wordings[0].words if wordings else ""

    def ratings(self, rater: str = Rater.CLIENT) -> list[Rated]:
        """Return one rater's ratings in the order they happened."""
        return [rating for rating in self.all_ratings() if rating.rater == rater]

    def all_ratings(self) -> list[Rated]:
        """Return the ratings of all raters in the order they happened."""
        return list(at_hand(self, "ratings_at_hand", self.rating_rows))

    def baseline(self, rater: str = Rater.CLIENT) -> Rated | None:
        """Return the first rating by the day it happened, of those that count."""
        ratings = self.ratings(rater)
        return ratings[0] if ratings else None

    def latest(self, rater: str = Rater.CLIENT) -> Rated | None:
        """Return the newest rating."""
        ratings = self.ratings(rater)
        return ratings[-1] if ratings else None

    def ending(self) -> "GoalEnding | None":
        """Return how the goal ended, if it did."""
        return getattr(self, "ending_row", None)

    @property
    def is_open(self) -> bool:
        return self.ending() is None


class GoalWording(ClientRecord):
    """Words for a goal; a new wording never takes the place of the first."""

    scope = "goal__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words", "agreed_words"], fact=["worded_date"], technical=["goal"]
    )

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="wording_rows")
    words = SealedText()
    agreed_words = SealedText()  # the same goal as worker and client agreed to work on it
    worded_date = models.DateField()


class Rating(ClientRecord):
    """How close the goal feels, 0 to 10, said by somebody on a day."""

    scope = "goal__case__client"
    privacy: ClassVar[Privacy] = Privacy(fact=["value", "rater", "rated_date"], technical=["goal"])

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="rating_rows")
    value = models.PositiveSmallIntegerField()
    rater = models.CharField(max_length=10, choices=Rater.choices, default=Rater.CLIENT)
    rated_date = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["goal", "rated_date"])]
        constraints = [
            models.CheckConstraint(
                name="plans_rating_is_0_to_10", condition=Q(value__gte=0) & Q(value__lte=10)
            )
        ]


class GoalEnding(ClientRecord):
    """A goal was reached, let go, or gave way to a new one."""

    scope = "goal__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"], fact=["how", "ended_date"], technical=["goal", "followed_by"]
    )

    class How(models.TextChoices):
        REACHED = "reached", "Reached"
        PARTLY = "partly", "Partly reached"
        LET_GO = "let-go", "Let go"
        CHANGED = "changed", "Became another goal"

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="ending_row")
    how = models.CharField(max_length=10, choices=How.choices)
    ended_date = models.DateField()
    words = SealedText()
    followed_by = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["organisation", "ended_date"])]

    @classmethod
    def reached_of(cls, lately: Lately) -> Any:
        """Return the goals reached, as news."""
        rows = cls.objects.filter(lately.rows("goal__case", "ended_date"), how=cls.How.REACHED)
        return as_news(rows, "goal", record="goal", case="goal__case", day="ended_date")
