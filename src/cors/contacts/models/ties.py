"""What ties a barrier to the plan of its case."""

from django.db.models import Q

from cors.plans.models import Addresses, Barrier, BarrierBlocks


def ties_of(barrier: Barrier) -> list[BarrierBlocks | Addresses]:
    """Return the links to what it blocks, to what keeps it, and to interventions against it."""
    blocks = BarrierBlocks.objects.filter(Q(barrier=barrier) | Q(blocked=barrier))
    return [*blocks, *Addresses.objects.filter(barrier=barrier)]
