"""The five levels of a goal for its page, and the score of a case over all that have levels."""

from typing import Any

from cors.cases.models import Case
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


def attainment_of(case: Case) -> tuple[float, float] | None:
    """Return T at the start and now, over the goals that have levels and were found at one.

    None where there is none, or where those there are weigh nothing.
    """
    scales = [(scale, scale.found()) for scale in AttainmentScale.of_case(case)]
    found = [(scale.weight, rows) for scale, rows in scales if rows]
    weights = [weight for weight, _ in found]
    if not sum(weights):
        return None
    first = t_score([rows[0].level for _, rows in found], weights)
    return first, t_score([rows[-1].level for _, rows in found], weights)
