"""What holds what in a plan, and what is done about what: both kinds of link in one question."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from cors.cases.models import Case
from cors.plans.models.barrier import BarrierBlocks
from cors.plans.models.intervention import Addresses
from cors.plans.models.tie import Tie


def ties_of_plan(case: Case) -> Mapping[UUID, list[Tie]]:
    """Return what each barrier holds back and what each intervention is for, in order."""
    held = BarrierBlocks.objects.filter(barrier__case=case)
    meant = Addresses.objects.filter(intervention__case=case)
    rows = held.values_list("pk", "barrier", "goal", "blocked").union(
        meant.values_list("pk", "intervention", "goal", "barrier"), all=True
    )
    found: dict[UUID, list[Tie]] = defaultdict(list)
    for _, tied, goal, barrier in sorted(rows, key=lambda row: row[0]):
        found[tied].append(Tie(goal, barrier))
    return found
