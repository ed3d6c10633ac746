"""One spell of support and where it stands."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value

from cors.access.models import ClientRecord, Membership, ScopedQuerySet, User
from cors.catalogue.models import Service
from cors.clients.models import Alert, Client
from cors.core.fields import SealedText
from cors.core.privacy import Privacy

if TYPE_CHECKING:
    from cors.cases.models.state import Ending, Pause, Restriction


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

    def not_begun(self) -> Self:
        """Keep those to be decided on and those that wait."""
        return self.going_on().filter(started_date__isnull=True)

    def among(self, keys: Collection[UUID]) -> Self:
        """Keep those of these keys, however many: they are handed over as one value."""
        return self.filter(pk__among=keys)

    def not_ended_before(self, day: date) -> Self:
        """Keep those that had not ended before a day."""
        return self.exclude(self._ended(ended_date__lt=day))

    def longest_first(self) -> Self:
        return self.order_by("referred_date", "pk")

    def going_on(self) -> Self:
        """Keep those that were not declined and have not ended: referred, waiting or open."""
        return self.filter(declined_date__isnull=True).exclude(self._ended())

    def kept_by(self, member: object) -> Self:
        """Keep those that this member works on now."""
        return self.filter(self._worked_on(member=member))

    def held_by(self, member: object) -> Self:
        """Keep those that this member is the keyworker of now."""
        return self.filter(self._worked_on(member=member, is_keyworker=True))

    def with_rests(self, day: date) -> Self:
        """Say of each since when it rests on this day, and until when it last rested."""
        pauses = apps.get_model("cases", "Pause").objects.filter(case=OuterRef("pk"))
        standing = pauses.filter(Q(to_date__isnull=True) | Q(to_date__gt=day), from_date__lte=day)
        over = pauses.filter(to_date__lte=day).order_by("-to_date")
        return self.annotate(
            rest_from=Subquery(standing.order_by("from_date").values("from_date")[:1]),
            rest_until=Subquery(over.values("to_date")[:1]),
        )

    def with_safety(self) -> Self:
        """Say of each whether an answer asks to talk about safety with the person."""
        return self.annotate(safety_is_asked=Alert.asked_of("client"))

    def left_within(self, spans: Iterable[tuple[UUID, date, date]]) -> Self:
        """Keep those of these services that ended between two days, and say on which."""
        rows = apps.get_model("cases", "Ending").objects.filter(undone_at__isnull=True)
        wanted = Q(pk__in=[])
        for service, first, last in spans:
            ended = rows.filter(ended_date__range=(first, last))
            wanted |= Q(service=service, pk__in=ended.values("case"))
        day = rows.filter(case=OuterRef("pk")).values("ended_date")[:1]
        return self.filter(wanted).annotate(left_date=Subquery(day))

    @staticmethod
    def _worked_on(**which: object) -> Q:
        rows = apps.get_model("cases", "Assignment").objects
        return Q(pk__in=rows.filter(ended_date__isnull=True, **which).values("case"))

    @staticmethod
    def _ended(**when: date) -> Exists:
        rows = apps.get_model("cases", "Ending").objects
        return Exists(rows.filter(case=OuterRef("pk"), undone_at__isnull=True, **when))


class Case(ClientRecord):
    """One spell of support of one client by one service."""

    scope = "client"
    privacy: ClassVar[Privacy] = Privacy(
        sealed=["referral_words", "declined_words"],
        fact=[
            "service", "referred_date", "referral_source", "accepted_date", "declined_date",
            "declined_reason", "started_date", "group_code", "version",
        ],
        staff=["accepted_by", "declined_by", "opened_by"],
        technical=["client"],
    )  # fmt: skip

    class DeclinedReason(models.TextChoices):
        NO_ROOM = "no-room", "We have no room now"
        SOMETHING_ELSE = "something-else", "Needs something that we do not offer"
        ANOTHER_AREA = "another-area", "Lives outside our area"
        THEIR_WISH = "their-wish", "They do not want it"
        NOT_REACHED = "not-reached", "We could not reach them"
        SUPPORTED_ELSEWHERE = "supported-elsewhere", "Another service supports them already"
        OTHER = "other", "Another reason"

    client = models.ForeignKey(Client, models.CASCADE, related_name="cases")
    service = models.ForeignKey(Service, models.PROTECT, related_name="cases")
    referred_date = models.DateField()
    referral_source = models.CharField(max_length=60, blank=True)
    referral_words = SealedText()
    accepted_date = models.DateField(null=True)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    declined_date = models.DateField(null=True)
    declined_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    declined_reason = models.CharField(max_length=60, blank=True)
    declined_words = SealedText()
    started_date = models.DateField(null=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
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

    @classmethod
    def of(cls, client: Client) -> CaseQuerySet:
        """Return all cases of a person; the door decides which of them one may see."""
        return cls.objects.filter(client=client).select_related("service")

    @classmethod
    def visible_to(cls, member: Membership) -> CaseQuerySet:
        """Return the cases that this person may see: the door of every page."""
        return cls.objects.visible_to(member)

    @classmethod
    def keys_kept_by(cls, member: Membership) -> set[UUID]:
        """Return the keys of the open cases that a member works on now.

        To be asked for before the door is: among its conditions PostgreSQL would read the
        assignments of everybody.
        """
        here = cls.objects.filter(organisation_id=member.organisation_id)
        return set(here.kept_by(member).open().values_list("pk", flat=True))

    @classmethod
    def keys_for_today(cls, member: Membership) -> tuple[set[UUID], set[UUID]]:
        """Return the keys of the open cases that a member works on, and of those to be told of.

        Told of is who is named for a service, when an answer there asks to talk about safety.
        """
        here = cls.objects.filter(organisation_id=member.organisation_id)
        kept = here.kept_by(member).open().values_list("pk", Value(0))
        asked = Alert.of_safety_in(member)
        named = asked.filter(client__cases__service__told=member)
        rows = list(kept.union(named.values_list("client__cases", Value(1)), all=True))
        mine = {key for key, is_told in rows if not is_told}
        return mine, {key for key, is_told in rows if is_told} - mine

    def look_again(self) -> None:
        """Read where the case stands, and let nobody change it until this transaction ends."""
        self.refresh_from_db(
            fields=["accepted_date", "declined_date", "started_date"],
            from_queryset=Case.objects.select_for_update(),
        )

    def ending(self) -> "Ending | None":
        """Return the ending that stands."""
        return self.ending_rows.filter(undone_at__isnull=True).first()

    def has_ended(self) -> bool:
        """Say whether an ending stands."""
        return self.ending_rows.filter(undone_at__isnull=True).exists()

    def rests_since(self) -> date | None:
        """Return since when it rests, as `with_rests` has found it."""
        return getattr(self, "rest_from", None)

    def rested_until(self) -> date | None:
        """Return when its last rest ended, as `with_rests` has found it."""
        return getattr(self, "rest_until", None)

    def asks_safety(self) -> bool:
        """Say whether an answer asks to talk about safety, as `with_safety` has found it."""
        return bool(getattr(self, "safety_is_asked", False))

    def left_on(self) -> date | None:
        """Return on which day it ended, as `left_within` has found it."""
        return getattr(self, "left_date", None)

    def endings(self) -> "QuerySet[Ending]":
        """Return all endings, those undone by a re-opening too."""
        found = self.ending_rows.select_related("re_opening")
        return found.order_by("ended_date", "created_at")

    def pauses(self) -> "QuerySet[Pause]":
        """Return the pauses in order."""
        return self.pause_rows.order_by("from_date")

    def open_pause(self) -> "Pause | None":
        """Return the pause that has no end yet."""
        return self.pause_rows.filter(to_date__isnull=True).first()

    def restriction(self) -> "Restriction | None":
        """Return the restriction that stands."""
        return self.restriction_rows.filter(lifted_at__isnull=True).first()

    def is_restricted(self) -> bool:
        """Say whether only the people named on it may see it."""
        return self.restriction() is not None

    def declined_because(self) -> str:
        """Return the reason in words; a key from elsewhere is read out as it is."""
        known = dict(self.DeclinedReason.choices)
        return str(known.get(self.declined_reason, self.declined_reason.replace("-", " ")))

    def state_on(self, day: date) -> str:
        """Return where the case stands: referred, declined, waiting, open, paused or ended."""
        if self.declined_date:
            return "declined"
        if self.has_ended():
            return "ended"
        if self.started_date is None:
            return "waiting" if self.accepted_date else "referred"
        return "paused" if any(pause.covers(day) for pause in self.pauses()) else "open"
