"""What a contact delivered and what came of it; links only, so nothing points upwards."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.db import models

from cors.access.models import ClientRecord, ScopedQuerySet
from cors.cases.models import Case
from cors.contacts.models.contact_person import ContactPerson
from cors.core.privacy import Privacy
from cors.outcomes.models import Outcome
from cors.plans.models import Barrier, Goal, Intervention, Moment, Rating, Step


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an intervention was delivered: its days, and the minutes where written."""

    days: tuple[date, ...]
    minutes: int

    @property
    def sessions(self) -> int:
        return len(self.days)


class DeliveredQuerySet(ScopedQuerySet["Delivered"]):
    """Deliveries by day."""


class Delivered(ClientRecord):
    """A contact delivered a piece of an intervention."""

    scope = "contact_person__case__client"
    privacy: ClassVar[Privacy] = Privacy(
        fact=["type_key", "minutes", "happened_date"],
        technical=["contact_person", "intervention"],
    )

    contact_person = models.ForeignKey(ContactPerson, models.CASCADE, related_name="delivered_rows")
    intervention = models.ForeignKey(
        Intervention, models.CASCADE, null=True, related_name="delivered_rows"
    )
    type_key = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField(null=True)
    happened_date = models.DateField()

    if TYPE_CHECKING:
        intervention_id: UUID | None

    objects: ClassVar[DeliveredQuerySet] = DeliveredQuerySet.as_manager()  # type: ignore[assignment]

    @classmethod
    def of(cls, case: Case) -> DeliveredQuerySet:
        """Return what was delivered in a case, by day."""
        return cls.objects.filter(contact_person__case=case).order_by("happened_date", "created_at")

    @classmethod
    def days_of(cls, intervention: Intervention) -> list[date]:
        """Return the days on which some of it was done."""
        return list(
            cls.objects.filter(intervention=intervention).values_list("happened_date", flat=True)
        )

    @classmethod
    def doses(cls, case: Case) -> dict[UUID, Dose]:
        """Return the dose of each intervention of a case, in one query."""
        rows: dict[UUID, list[Delivered]] = defaultdict(list)
        for row in cls.of(case):
            if row.intervention_id:
                rows[row.intervention_id].append(row)
        return {
            key: Dose(
                tuple(row.happened_date for row in each), sum(row.minutes or 0 for row in each)
            )
            for key, each in rows.items()
        }


class CameOf(ClientRecord):
    """A goal touched, a rating, a moment, a barrier, a step or an outcome that came of it."""

    scope = "contact_person__case__client"
    privacy: ClassVar[Privacy] = Privacy(technical=["contact_person", "kind", "record_id"])

    class Kind(models.TextChoices):
        GOAL = "goal"
        RATING = "rating"
        MOMENT = "moment"
        BARRIER = "barrier"
        STEP = "step"
        OUTCOME = "outcome"

    contact_person = models.ForeignKey(ContactPerson, models.CASCADE, related_name="came_of_rows")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    record_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact_person", "kind", "record_id"], name="contacts_came_of_once"
            )
        ]

    @classmethod
    def write(cls, person: ContactPerson, results: Iterable[tuple[str, UUID]]) -> None:
        """Link an entry to all that came of it, in one statement."""
        cls.objects.bulk_create(
            cls(
                organisation_id=person.organisation_id,
                created_by_id=person.created_by_id,
                contact_person=person,
                kind=kind,
                record_id=record_id,
            )
            for kind, record_id in results
        )

    @classmethod
    def of(cls, person: ContactPerson, *kinds: str) -> list["CameOf"]:
        """Return the links of an entry, of these kinds."""
        return list(cls.objects.filter(contact_person=person, kind__in=kinds))


def moments_of(person: ContactPerson) -> list[Moment]:
    """Return the small successes and setbacks that came of a contact."""
    found = Moment.objects.filter(pk__in=_keys(person, CameOf.Kind.MOMENT))
    return list(found.select_related("back_row"))


def barriers_of(person: ContactPerson) -> list[Barrier]:
    """Return the barriers that were noticed in a contact."""
    found = Barrier.objects.filter(pk__in=_keys(person, CameOf.Kind.BARRIER))
    return list(found.select_related("resolution_row"))


def steps_of(person: ContactPerson) -> list[Step]:
    """Return the steps that were planned in a contact."""
    return list(Step.objects.filter(pk__in=_keys(person, CameOf.Kind.STEP)))


def outcomes_of(person: ContactPerson) -> list[Outcome]:
    """Return the outcomes that were confirmed in a contact."""
    found = Outcome.objects.filter(pk__in=_keys(person, CameOf.Kind.OUTCOME))
    return list(found.prefetch_related("check_rows"))


def ratings_of(person: ContactPerson) -> list[Rating]:
    """Return the ratings that were given in a contact."""
    found = Rating.objects.filter(pk__in=_keys(person, CameOf.Kind.RATING))
    return list(found.select_related("goal").order_by("created_at"))


def touched_goals(person: ContactPerson) -> list[Goal]:
    """Return the goals that a contact touched."""
    return list(Goal.objects.filter(pk__in=_keys(person, CameOf.Kind.GOAL)).in_full())


def _keys(person: ContactPerson, kind: str) -> list[Any]:
    return [row.record_id for row in person.came_of_rows.all() if row.kind == kind]
