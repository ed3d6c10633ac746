"""Hard outcomes and ladder rungs: aimed at, happened with evidence, lasted or not."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from cors.access.models import ClientRecord, Membership, ScopedQuerySet
from cors.cases.models import Case
from cors.cases.news import Lately, as_news
from cors.cases.used import as_used
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.outcomes import rules
from cors.outcomes.rules import Answer, Check, State
from cors.plans.models import Goal

ANSWER = ("weeks", "result", "checked_date")
HABIT = 50  # outcomes that show what a worker goes by


class AimQuerySet(ScopedQuerySet["Aim"]):
    """Aims, by whether they still hold."""

    def open(self) -> Self:
        return self.filter(to_date__isnull=True)


class OutcomeQuerySet(ScopedQuerySet["Outcome"]):
    """Outcomes that were not taken back, as they happened."""

    def standing(self) -> Self:
        """Keep those that stand, as they happened."""
        found = self.filter(withdrawn_at__isnull=True)
        return found.order_by("happened_date", "created_at")

    def with_answers(self) -> "list[Outcome]":
        """Load them, each with what its checks came to at hand: both in one question."""
        found: dict[UUID, Outcome] = {}
        asked = {f"check_{name}": F(f"check_rows__{name}") for name in ANSWER}
        for row in self.annotate(**asked):
            outcome = found.setdefault(row.pk, row)
            outcome.answers_at_hand = outcome.answers_at_hand or {}
            weeks, result, day = (getattr(row, name) for name in asked)
            if weeks is not None:
                outcome.answers_at_hand[weeks] = Answer(State(result), day)
        return list(found.values())

    def of_ended_cases(self) -> Self:
        """Keep those whose case has ended: there it is the lead who asks whether it lasted."""
        return self.filter(case__in=Case.objects.ended().values("pk"))


class Aim(ClientRecord):
    """This case works towards an outcome: what makes the outcome relevant."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["why"],
        fact=["outcome_type", "from_date", "to_date"],
        technical=["case", "goal"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="aim_rows")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="aim_rows")
    outcome_type = models.CharField(max_length=60)
    from_date = models.DateField()
    to_date = models.DateField(null=True)
    why = SealedText()

    if TYPE_CHECKING:
        case_id: UUID
        goal_id: UUID | None

    objects: ClassVar[AimQuerySet] = AimQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="outcomes_aim_ends_after_it_began",
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
            ),
            models.UniqueConstraint(
                fields=["case", "outcome_type"],
                condition=Q(to_date__isnull=True),
                name="outcomes_one_open_aim_a_type",
            ),
        ]

    @classmethod
    def of(cls, case: Case) -> AimQuerySet:
        """Return what a case works towards, or did."""
        found: AimQuerySet = case.aim_rows.order_by("from_date", "created_at")
        return found

    @classmethod
    def open_types(cls, case: Case) -> list[str]:
        """Return the outcome types that a case works towards now."""
        return list(cls.of(case).open().values_list("outcome_type", flat=True))

    @classmethod
    def types_aimed_at(cls, case: Case) -> Any:
        """Return the outcome types that a case works towards now, in the shape of a habit."""
        return as_used(cls.of(case).open(), "aimed_at", "outcome_type")

    @classmethod
    def is_aimed_at(cls, case: Case, outcome_type: str) -> bool:
        """Say whether a case works towards an outcome now."""
        return cls.of(case).open().filter(outcome_type=outcome_type).exists()


class Outcome(ClientRecord):
    """An outcome happened to one person on a day."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["outcome_type", "happened_date", "evidence"],
        technical=["case", "goal", "withdrawn_at"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="outcome_rows")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="outcome_rows")
    outcome_type = models.CharField(max_length=60)
    happened_date = models.DateField()
    evidence = models.CharField(max_length=60)
    words = SealedText()
    withdrawn_at = models.DateTimeField(null=True)
    answers_at_hand: dict[int, Answer] | None = None

    if TYPE_CHECKING:
        case_id: UUID
        goal_id: UUID | None
        check_rows: Any

    objects: ClassVar[OutcomeQuerySet] = OutcomeQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "case", "happened_date"]),
            models.Index(fields=["organisation", "happened_date"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "outcome_type", "happened_date"],
                condition=Q(withdrawn_at__isnull=True),
                name="outcomes_once_a_day",
            )
        ]

    @classmethod
    def of(cls, case: Case) -> OutcomeQuerySet:
        """Return the outcomes of a case as they happened."""
        found: OutcomeQuerySet = case.outcome_rows.standing()
        return found

    @classmethod
    def of_cases(cls, cases: Any) -> OutcomeQuerySet:
        """Return the outcomes of several cases as they happened."""
        return cls.objects.filter(case__in=cases).standing()

    @classmethod
    def news_of(cls, lately: Lately) -> Any:
        """Return what happened, as news with its type."""
        standing = cls.objects.filter(withdrawn_at__isnull=True)
        rows = standing.filter(lately.rows("case", "happened_date"))
        which = {"record": "pk", "case": "case", "day": "happened_date"}
        return as_news(rows, "outcome", told="outcome_type", **which)

    @classmethod
    def evidence_used(cls, worker: Membership) -> Any:
        """Return what a worker goes by when they confirm outcomes, as a habit."""
        theirs = cls.within(worker).filter(created_by=worker.user_id).order_by("-created_at")
        latest = cls.objects.filter(pk__in=theirs.values("pk")[:HABIT])
        return as_used(latest, "evidence_kind", "evidence")

    @classmethod
    def types_reached(cls, case: Case) -> Any:
        """Return the types of the outcomes of a case, in the shape of a habit."""
        standing = case.outcome_rows.filter(withdrawn_at__isnull=True)
        return as_used(standing, "reached", "outcome_type")

    def checks(self) -> list["SustainedCheck"]:
        """Return the checks made, the earliest first."""
        return list(self.check_rows.order_by("weeks"))

    def answers(self) -> Mapping[int, Answer]:
        """Return what came of the checks made, by their weeks, the earliest first."""
        found = self.answers_at_hand
        if found is None:
            rows = self.checks()
            found = {row.weeks: Answer(State(row.result), row.checked_date) for row in rows}
        return dict(sorted(found.items()))

    def lasting(self, weeks: Sequence[int], today: date) -> list[Check]:
        """Return where each check stands, the weeks as the outcome type has them."""
        return rules.checks(self.happened_date, weeks, self.answers(), today)


class SustainedCheck(ClientRecord):
    """Did it last? Asked 13 and 26 weeks on."""

    scope = "outcome__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=["weeks", "result", "checked_date", "said_by"],
        technical=["outcome"],
    )

    class Result(models.TextChoices):
        KEPT = "kept", "Kept"
        NOT_KEPT = "not-kept", "Not kept"
        LOST_TOUCH = "lost-touch", "Lost touch"
        DIED = "died", "Died"
        MOVED_AWAY = "moved-away", "Moved away"

    class SaidBy(models.TextChoices):
        CLIENT = "client", "The person"
        WORKER = "worker", "A worker"
        OTHER = "other", "Somebody else"

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="check_rows")
    weeks = models.PositiveSmallIntegerField()
    result = models.CharField(max_length=10, choices=Result.choices)
    checked_date = models.DateField()
    said_by = models.CharField(max_length=10, blank=True, choices=SaidBy.choices)
    words = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outcome", "weeks"], name="outcomes_checked_once")
        ]
