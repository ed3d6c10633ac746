"""Measures taken: answers as given, scores as narrow numeric rows."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.core.fields import SealedText
from cors.core.privacy import Privacy
from cors.plans.models import Rater

FORM = "form:"  # how the import key of what was sent by a form begins


class Late(models.TextChoices):
    """An earlier score that came in after later ones: whether it is where somebody began."""

    WAITS = "waits", "Waits until somebody says so"
    COUNTS = "counts", "Is where they began"
    LEFT = "left", "Is shown, and changes nothing"


# What is shown, but stands at the beginning of nothing.
SET_ASIDE = (Late.WAITS, Late.LEFT)
IN_COUNT = ("", Late.COUNTS)


class TakenRow(NamedTuple):
    """One score of a measure taken; `key` and `value` are None where nothing came of it yet."""

    case: UUID
    measure: str
    version: str
    rater: str
    day: date
    key: str | None
    value: float | None


@dataclass
class Asked:
    """One time of asking as a plain row: by score, its value and if it was worked out with gaps."""

    pk: UUID
    measure: str
    version: str
    rater: str
    on: date
    shared_date: date | None
    late: str = ""
    scores: dict[str, tuple[float, bool]] = field(default_factory=dict)

    def rows(self, case: UUID) -> list[TakenRow]:
        """Return it as rows, one for each score or one for none."""
        told = (case, self.measure, self.version, self.rater, self.on)
        scored = [TakenRow(*told, key, value) for key, (value, _) in self.scores.items()]
        return scored or [TakenRow(*told, None, None)]


class Assessment(ClientRecord):
    """One completed measure on a day."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"],
        fact=[
            "measure",
            "version",
            "rater",
            "happened_date",
            "wave",
            "is_reported",
            "risk",
            "shared_date",
            "late",
        ],
        technical=["case", "import_key", "withdrawn_at"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="assessment_rows")
    measure = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    rater = models.CharField(max_length=10, choices=Rater.choices, default=Rater.CLIENT)
    happened_date = models.DateField()
    wave = models.CharField(max_length=40, blank=True)
    is_reported = models.BooleanField(default=False)  # the total was given, not the answers
    risk = models.BooleanField(default=False)
    words = SealedText()
    import_key = models.CharField(max_length=120, null=True)
    withdrawn_at = models.DateTimeField(null=True)
    late = models.CharField(
        max_length=6, choices=Late.choices, blank=True, default="", db_default=""
    )
    shared_date = models.DateField(null=True)  # from when the person is shown what came of it

    if TYPE_CHECKING:
        case_id: UUID
        score_rows: Any

    class Meta:
        indexes = [models.Index(fields=["organisation", "measure", "case", "happened_date"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "import_key"], name="measures_imported_once"
            )
        ]

    @classmethod
    def of(cls, case: Case) -> ScopedQuerySet["Assessment"]:
        """Return the measures taken in a case in order, with their scores."""
        found = case.assessment_rows.filter(withdrawn_at__isnull=True)
        return found.prefetch_related("score_rows").order_by("happened_date", "created_at")

    @classmethod
    def asked_in(cls, case: Case) -> list[Asked]:
        """Return every time of asking in a case in order, in one question to the database."""
        found: dict[UUID, Asked] = {}
        rows = case.assessment_rows.filter(withdrawn_at__isnull=True).values_list(
            "pk", "measure", "version", "rater", "happened_date", "shared_date", "late",
            "score_rows__key", "score_rows__value", "score_rows__pro_rated",
        )  # fmt: skip
        for *asked, key, value, pro_rated in rows.order_by("happened_date", "created_at"):
            row = found.setdefault(asked[0], Asked(*asked))
            if key is not None:
                row.scores[key] = (value, pro_rated)
        return list(found.values())

    @classmethod
    def taken_in(cls, cases: Any) -> list[TakenRow]:
        """Return what counts of what was taken in several cases, a row for each score or for none.

        In order of its days.
        """
        standing = cls.objects.filter(withdrawn_at__isnull=True, late__in=IN_COUNT)
        found = standing.filter(case__in=cases)
        rows = found.order_by("happened_date", "created_at").values_list(
            "case", "measure", "version", "rater", "happened_date",
            "score_rows__key", "score_rows__value",
        )  # fmt: skip
        return [TakenRow(*row) for row in rows]

    def comes_late(self) -> bool:
        """Say whether it would be where somebody began, with later ones recorded already."""
        same = Assessment.objects.filter(
            case=self.case_id, measure=self.measure, version=self.version, rater=self.rater,
            withdrawn_at__isnull=True, late__in=IN_COUNT,
        )  # fmt: skip
        days = list(same.values_list("happened_date", flat=True))
        return bool(days) and self.happened_date < min(days)

    def answers(self) -> dict[str, int | None]:
        """Return the answers by item, None where somebody would rather not say."""
        return dict(Response.objects.filter(assessment=self).values_list("item", "value"))

    def scores(self) -> dict[str, float]:
        """Return the scores by their key."""
        return {row.key: row.value for row in self.score_rows.all()}


class Response(ClientRecord):
    """One item's reply."""

    scope = "assessment__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        fact=["item", "value", "declined"], technical=["assessment"]
    )

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="response_rows")
    item = models.CharField(max_length=20)
    value = models.SmallIntegerField(null=True)
    declined = models.BooleanField(default=False)  # "I would rather not say"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "item"], name="measures_item_once"),
            models.CheckConstraint(
                name="measures_declined_has_no_value",
                condition=Q(declined=False) | Q(value__isnull=True),
            ),
        ]


class Score(ClientRecord):
    """One number that came of an assessment: a narrow row, copied keys for speed."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        fact=["measure", "key", "value", "happened_date", "rater", "pro_rated"],
        technical=["case", "assessment"],
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="score_rows")
    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="score_rows")
    measure = models.CharField(max_length=60)
    key = models.CharField(max_length=40, default="total")
    value = models.FloatField()
    rater = models.CharField(max_length=10, choices=Rater.choices, default=Rater.CLIENT)
    happened_date = models.DateField()
    pro_rated = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["case", "measure", "happened_date"])]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "key"], name="measures_score_once")
        ]
