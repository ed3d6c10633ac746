"""Which measure a service wants asked, and when: settings, about nobody."""

from collections.abc import Collection
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from cors.access.models import Membership, OrganisationRecord
from cors.catalogue.models import Service
from cors.core.models import RecordQuerySet
from cors.core.privacy import Privacy
from cors.measures.schedule import When
from cors.plans.models import Rater

WHEN = tuple(each.name for each in fields(When))


class Schedule(OrganisationRecord):
    """One measure of one rater in a service: at the start, every so often, at the end, later."""

    privacy: ClassVar[Privacy] = Privacy(
        fact=["service", "measure", "rater", *WHEN, "ended_date"],
    )

    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    measure = models.CharField(max_length=60)
    rater = models.CharField(max_length=10, choices=Rater.choices, default=Rater.CLIENT)
    start_days = models.PositiveSmallIntegerField(null=True)  # within so many days of the start
    every_weeks = models.PositiveSmallIntegerField(null=True)
    at_end = models.BooleanField(default=False)
    weeks_after = models.PositiveSmallIntegerField(null=True)  # so long after the ending
    ended_date = models.DateField(null=True)

    if TYPE_CHECKING:
        service_id: UUID

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["service", "measure", "rater"],
                condition=Q(ended_date__isnull=True),
                name="measures_one_schedule_a_measure",
            ),
            models.CheckConstraint(
                name="measures_schedule_asks_some_time",
                condition=Q(start_days__isnull=False)
                | Q(every_weeks__isnull=False)
                | Q(at_end=True)
                | Q(weeks_after__isnull=False),
            ),
        ]

    @classmethod
    def standing(cls, services: Collection[UUID]) -> RecordQuerySet["Schedule"]:
        """Return what is asked now in these services, in the order in which it was set."""
        found = cls.objects.filter(service__in=services, ended_date__isnull=True)
        return found.order_by("created_at")

    @classmethod
    def same_as(cls, service: Service, measure: str, rater: str) -> "Schedule | None":
        """Return what is said of this measure and rater in a service already."""
        return cls.standing([service.pk]).filter(measure=measure, rater=rater).first()

    @classmethod
    def with_ends(cls, member: Membership) -> RecordQuerySet["Schedule"]:
        """Return what an organisation asks when somebody leaves or later."""
        found = cls.within(member).filter(ended_date__isnull=True)
        return found.filter(Q(at_end=True) | Q(weeks_after__isnull=False))

    def when(self) -> When:
        """Return when it is asked."""
        return When(**{name: getattr(self, name) for name in WHEN})

    def end(self, on: date) -> None:
        """Ask it by plan no more."""
        self.ended_date = on
        self.save(update_fields=["ended_date"])
