"""What was tried in a similar place, counted over the whole organisation. No names, no words."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q

from cors.plans.models.barrier import Barrier
from cors.plans.models.moment import Moment

# How many different people, and for how many of them it came right.
PeopleAndRight = tuple[int, int]


def against_a_barrier(
    organisation: UUID, type_key: str, until: date
) -> tuple[PeopleAndRight, dict[str, PeopleAndRight]]:
    """Count the people whom this kind of barrier met before a day, and by what was tried.

    It came right for those whose barrier was out of the way before that day.
    """
    met = Barrier.objects.filter(
        organisation_id=organisation, type_key=type_key, noticed_date__lt=until
    )
    work = "addressed_rows__intervention__"
    tried = met.filter(**{f"{work}started_date__lt": until})
    right = Q(resolution_row__resolved_date__lt=until)
    return _counted(met, right), _counted_by(f"{work}type_key", tried, right)


def after_a_setback(
    organisation: UUID, life_area: str, until: date
) -> tuple[PeopleAndRight, dict[str, PeopleAndRight]]:
    """Count the people with a setback on a goal in this part of life, and by what was tried then.

    Tried then is what was begun for that goal while they were finding the way back. It came right
    for those who were back on track before the day that ends it all.
    """
    fell = Moment.objects.filter(
        organisation_id=organisation,
        kind=Moment.Kind.SETBACK,
        goal__life_area=life_area,
        happened_date__lt=until,
    )
    work = "goal__addressed_rows__intervention__"
    began = F(f"{work}started_date")
    tried = fell.filter(
        Q(back_row__isnull=True) | Q(back_row__back_date__gte=began),
        **{f"{work}started_date__gte": F("happened_date"), f"{work}started_date__lt": until},
    )
    right = Q(back_row__back_date__lt=until)
    return _counted(fell, right), _counted_by(f"{work}type_key", tried, right)


def _counts(right: Q) -> dict[str, Any]:
    return {
        "people": Count("case__client", distinct=True),
        "right": Count("case__client", distinct=True, filter=right),
    }


def _counted(rows: Any, right: Q) -> PeopleAndRight:
    found = rows.aggregate(**_counts(right))
    return found["people"], found["right"]


def _counted_by(type_key: str, rows: Any, right: Q) -> dict[str, PeopleAndRight]:
    found = rows.values(type_key).annotate(**_counts(right)).order_by()
    return {row[type_key]: (row["people"], row["right"]) for row in found}
