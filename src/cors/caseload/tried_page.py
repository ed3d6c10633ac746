"""The page of what was tried in a similar place: which place, and the numbers for it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from cors.access.models import Membership
from cors.caseload.similar import Counted, SimilarPlace, similar_place
from cors.catalogue.choices import Catalogue, catalogue_of
from cors.core.plain_days import plain_month
from cors.plans.models import Barrier, Goal, after_a_setback, against_a_barrier

Count = Callable[[UUID, str, date], tuple[tuple[int, int], dict[str, tuple[int, int]]]]


def place_of_barrier(barrier: Barrier, member: Membership) -> dict[str, Any]:
    """Return what the page says of people whom the same kind of barrier met."""
    catalogue = catalogue_of(member.organisation_id)
    return _place(against_a_barrier, barrier.type_key, member, catalogue) | {
        "case": barrier.case,
        "title": catalogue.label("barrier_type", barrier.type_key),
        "place": "had this in the way",
        "right": "out of the way",
    }


def place_of_goal(goal: Goal, member: Membership) -> dict[str, Any]:
    """Return what the page says of people with a setback in the same part of life."""
    catalogue = catalogue_of(member.organisation_id)
    area = catalogue.label("life_area", goal.life_area)
    return _place(after_a_setback, goal.life_area, member, catalogue) | {
        "case": goal.case,
        "title": f"Off track: {area.lower()}",
        "place": "had a setback with a goal in this part of life",
        "right": "back on track",
    }


def _place(count: Count, key: str, member: Membership, catalogue: Catalogue) -> dict[str, Any]:
    """Count up to the first of this month, so that one new record can't be read off the numbers."""
    today = member.organisation.today()
    until = today.replace(day=1)
    everybody, tried = count(member.organisation_id, key, until)
    rows = [
        (catalogue.label("intervention_type", type_key), Counted(*counted))
        for type_key, counted in tried.items()
    ]
    found: SimilarPlace = similar_place(Counted(*everybody), rows)
    return {"found": found, "until": f"1 {plain_month(until, today)}"}
