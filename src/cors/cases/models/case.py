"""A case and the states that it goes through, each a row with who and when."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.catalogue.models import Service
from cors.clients.models import Client
from cors.core.fields import SealedText
from cors.core.privacy import Privacy


class CaseQuerySet(ScopedQuerySet["Case"]):
    """Cases, by where they stand."""

    def open(self) -> Self:
        """Keep those that began and have no ending that still stands."""
        return self.filter(started_date__isnull=False).exclude(self._ended())

    def ended(self) -> Self:
        return self.filter(self._ended())

    def waiting(self) -> Self:
        """Keep those that were accepted and have not begun."""
        return self.filter(
            accepted_date__isnull=False, started_date__isnull=True, declined_date__isnull=True
        ).exclude(self._ended())

    def referred(self) -> Self:
        """Keep those that nobody has accepted or declined yet."""
        return self.filter(
            accepted_date__isnull=True, started_date__isnull=True, declined_date__isnull=True
        )

    def kept_by(self, member: object) -> Self:
        """Keep those that this member works on now."""
        from cors.cases.models.assignment import Assignment

        working = Assignment.objects.filter(
            case=OuterRef("pk"), member=member, ended_date__isnull=True
        )
        return self.filter(Exists(working))

    @staticmethod
    def _ended() -> Exists:
        return Exists(Ending.objects.filter(case=OuterRef("pk"), undone_at__isnull=True))


class Case(ClientRecord):
    """One spell of support of one client by one service."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["referral_words", "declined_words"],
        fact=[
            "service", "referred_date", "referral_source", "accepted_date", "declined_date",
            "declined_reason", "started_date", "group_code", "version",
        ],
        technical=["client"],
    )  # fmt: skip

    client = models.ForeignKey(Client, models.CASCADE, related_name="cases")
    service = models.ForeignKey(Service, models.PROTECT, related_name="cases")
    referred_date = models.DateField()
    referral_source = models.CharField(max_length=60, blank=True)
    referral_words = SealedText()
    accepted_date = models.DateField(null=True)
    declined_date = models.DateField(null=True)
    declined_reason = models.CharField(max_length=60, blank=True)
    declined_words = SealedText()
    started_date = models.DateField(null=True)
    group_code = models.CharField(max_length=60, blank=True)  # an arm, a cohort: for comparisons
    version = models.PositiveIntegerField(default=1)

    if TYPE_CHECKING:
        client_id: UUID
        service_id: UUID

    objects: ClassVar[CaseQuerySet] = CaseQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        indexes = [models.Index(fields=["organisation", "service", "started_date"])]
        constraints = [
            models.CheckConstraint(
                name="cases_referral_before_start",
                condition=(Q(started_date__isnull=True) | Q(started_date__gte=F("referred_date")))
                & (Q(accepted_date__isnull=True) | Q(accepted_date__gte=F("referred_date")))
                & (Q(declined_date__isnull=True) | Q(declined_date__gte=F("referred_date"))),
            ),
            models.CheckConstraint(
                name="cases_declined_never_started",
                condition=Q(declined_date__isnull=True) | Q(started_date__isnull=True),
            ),
        ]

    def ending(self) -> "Ending | None":
        """Return the ending that stands."""
        return Ending.objects.filter(case=self, undone_at__isnull=True).first()

    def endings(self) -> models.QuerySet["Ending"]:
        """Return all endings, those undone by a re-opening too."""
        return Ending.objects.filter(case=self).order_by("ended_date")

    def pauses(self) -> models.QuerySet["Pause"]:
        """Return the pauses in order."""
        return Pause.objects.filter(case=self).order_by("from_date")

    def is_restricted(self) -> bool:
        """Say whether only the people named on it may see it."""
        return Restriction.objects.filter(case=self, lifted_at__isnull=True).exists()

    def state_on(self, day: date) -> str:
        """Return where the case stands: referred, declined, waiting, open, paused or ended."""
        if self.declined_date:
            return "declined"
        if self.ending():
            return "ended"
        if self.started_date is None:
            return "waiting" if self.accepted_date else "referred"
        return "paused" if any(pause.covers(day) for pause in self.pauses()) else "open"

    @classmethod
    def of(cls, client: Client) -> CaseQuerySet:
        """Return all cases of a person; the door decides which of them one may see."""
        return cls.objects.filter(client=client).select_related("service")


class Pause(ClientRecord):
    """Support rests for a while."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["words"], fact=["from_date", "to_date"], technical=["case"]
    )

    case = models.ForeignKey(Case, models.CASCADE, related_name="pause_rows")
    from_date = models.DateField()
    to_date = models.DateField(null=True)
    words = SealedText()

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


class Restriction(ClientRecord):
    """Only the people assigned to the case may see it, whatever their role."""

    scope = "case__client"
    privacy: ClassVar[Privacy] = Privacy(sealed=["words"], technical=["case", "lifted_at"])

    case = models.ForeignKey(Case, models.CASCADE, related_name="restriction_rows")
    words = SealedText()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(lifted_at__isnull=True), name="cases_one_restriction"
            )
        ]
