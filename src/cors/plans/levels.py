"""The five levels of a goal for its page, and the score of a case over all that have levels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cors.plans.attainment import t_score
from cors.plans.models import LEVELS, AttainmentScale, Goal


def levels_of(goal: Goal) -> dict[str, Any]:
    """Return the scale of a goal, if it has one, and each level with the days it was found."""
    scale = AttainmentScale.of_case(goal.case).filter(goal=goal).first()
    if scale is None:
        return {"scale": None, "levels": []}
    described = scale.described()
    days: dict[int, list[Any]] = {level: [] for level in LEVELS}
    for found in scale.found():
        days[found.level].append(found.found_date)
    levels = [(level, LEVELS[level], described[level], days[level]) for level in sorted(LEVELS)]
    return {"scale": scale, "levels": levels[::-1]}


@dataclass(frozen=True)
class Attainment:
    """How far the goals with levels came: T at the start and now, and over how many of them.

    T is None where no level was found yet, or where the goals found at one weigh nothing.
    """

    described: int
    counted: int
    first: float | None = None
    now: float | None = None


def attainment_of(scales: Sequence[AttainmentScale]) -> Attainment:
    """Return T at the start and now, over the goals that were found at a level."""
    found = [(scale.weight, rows) for scale in scales if (rows := scale.found())]
    weights = [weight for weight, _ in found]
    if not sum(weights):
        return Attainment(len(scales), len(found))
    first = t_score([rows[0].level for _, rows in found], weights)
    now = t_score([rows[-1].level for _, rows in found], weights)
    return Attainment(len(scales), len(found), first, now)
