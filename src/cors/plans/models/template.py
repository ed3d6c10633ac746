"""What a service often begins with: suggestions to choose from, about nobody."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from django.db import models

from cors.access.models import Membership, OrganisationRecord
from cors.catalogue.models import Service
from cors.core.models import RecordQuerySet
from cors.core.privacy import Privacy

# What a template suggests → the list in the catalogue that it comes from.
LISTS = {"areas": "life_area", "barriers": "barrier_type", "work": "intervention_type"}


class PlanTemplate(OrganisationRecord):
    """Parts of life, things in the way, work and steps that a plan of a service often holds."""

    privacy: ClassVar[Privacy] = Privacy(
        fact=["service", "name", "areas", "barriers", "work", "steps", "ended_date"]
    )

    service = models.ForeignKey(Service, models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    areas = models.JSONField(default=list)
    barriers = models.JSONField(default=list)
    work = models.JSONField(default=list)
    steps = models.JSONField(default=list)  # in words
    ended_date = models.DateField(null=True)

    if TYPE_CHECKING:
        service_id: UUID

    @classmethod
    def offered(cls, member: Membership) -> RecordQuerySet["PlanTemplate"]:
        """Return the templates of an organisation that can be used, by service."""
        found = cls.within(member).filter(ended_date__isnull=True).select_related("service")
        return found.order_by("service__name", "name")

    @classmethod
    def for_service(cls, service: UUID, member: Membership) -> list["PlanTemplate"]:
        """Return the templates of one service that can be used."""
        return list(cls.offered(member).filter(service=service))

    @property
    def is_offered(self) -> bool:
        return self.ended_date is None

    def stands(self) -> dict[str, str]:
        """Return what a form shows of it."""
        lists = {name: ",".join(getattr(self, name)) for name in LISTS}
        return {"name": self.name, "steps": "\n".join(self.steps), **lists}

    def end(self, on: date) -> None:
        """Offer it no more."""
        self.ended_date = on
        self.save(update_fields=["ended_date"])
