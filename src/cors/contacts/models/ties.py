"""What ties a barrier to the plan of its case."""

from cors.plans.models import Addresses, Barrier, BarrierBlocks


def ties_of(barrier: Barrier) -> list[BarrierBlocks | Addresses]:
    """Return the links to goals that it blocks and to interventions against it."""
    blocks = BarrierBlocks.objects.filter(barrier=barrier)
    return [*blocks, *Addresses.objects.filter(barrier=barrier)]
