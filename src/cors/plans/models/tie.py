"""A link in a plan, as it is known on its side: to a goal, or to a barrier."""

from typing import NamedTuple
from uuid import UUID


class Tie(NamedTuple):
    """What a barrier holds back, or what an intervention is for: one of the two."""

    goal_id: UUID | None
    barrier_id: UUID | None
