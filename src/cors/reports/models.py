"""What an organisation's figures rest on."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from cors.access.models import OrganisationRecord
from cors.core.privacy import Privacy


class ReliabilityUsed(OrganisationRecord):
    """The reliability of a measure that the threshold of reliable change rests on here."""

    privacy: ClassVar[Privacy] = Privacy(fact=["measure", "value", "kind", "source"])

    measure = models.CharField(max_length=60)
    value = models.FloatField()
    kind = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=400)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "measure"], name="reports_one_reliability_a_measure"
            ),
            models.CheckConstraint(
                name="reports_reliability_between_0_and_1", condition=Q(value__gt=0, value__lt=1)
            ),
        ]

    @classmethod
    def of(cls, organisation_id: Any, measure: str) -> Self | None:
        """Return what was chosen for a measure, if anything was."""
        return cls.objects.filter(organisation_id=organisation_id, measure=measure).first()  # type: ignore[return-value]
