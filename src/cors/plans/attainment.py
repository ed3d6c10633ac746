"""Goal attainment scaling: one number of how far several goals were reached. Pure: no Django."""

from collections.abc import Sequence
from math import isfinite, sqrt

LOWEST, HIGHEST = -2, 2
CORRELATION = 0.3
AS_EXPECTED, HALF_A_LEVEL = 50, 5


def t_score(
    levels: Sequence[int], weights: Sequence[float] | None = None, rho: float = CORRELATION
) -> float:
    """Return T: 50 when every goal was reached as expected, about 10 for a standard deviation.

    levels: -2 to +2 a goal, 0 as expected. weights: 0 or more a goal, all the same when left out.
    rho: how goals are taken to hang together, 0 up to 1.
    T = 50 + 10 * sum(w x) / sqrt((1 - rho) * sum(w^2) + rho * (sum w)^2)
    Raises ValueError for no goals, a level or weight that can't be, and weights that are all zero.
    Source: Kiresuk TJ, Sherman RE (1968), Community Ment Health J 4, 443-453. Mind that a guide
    of 2009 first printed the root wrongly.
    """
    if weights is None:
        weights = [1.0] * len(levels)
    _check(levels, weights, rho)
    total = sum(weights)
    spread = sqrt((1 - rho) * sum(weight * weight for weight in weights) + rho * total * total)
    weighted = sum(weight * level for weight, level in zip(weights, levels, strict=True))
    return 50 + 10 * weighted / spread


def in_words(score: float) -> str:
    """Return what T says of a plan; for one goal alone these are the names of its five levels.

    score: T, 50 as expected. One level of a single goal is 10, so the words change half-way.
    """
    off = score - AS_EXPECTED
    if abs(off) <= HALF_A_LEVEL:
        return "about as hoped"
    much = "much " if abs(off) > 3 * HALF_A_LEVEL else ""
    return f"{much}{'more' if off > 0 else 'less'} than hoped"


def _check(levels: Sequence[int], weights: Sequence[float], rho: float) -> None:
    if not levels:
        raise ValueError("There are no goals to score.")
    if any(level not in range(LOWEST, HIGHEST + 1) for level in levels):
        raise ValueError(f"Each level must be a whole number from {LOWEST} to {HIGHEST}.")
    if len(weights) != len(levels):
        raise ValueError("Give one weight for each goal, or none at all.")
    if any(not (isfinite(weight) and weight >= 0) for weight in weights):
        raise ValueError("Each weight must be 0 or more.")
    if not sum(weights):
        raise ValueError("At least one goal must have a weight above 0.")
    if not 0 <= rho < 1:
        raise ValueError("The correlation must be at least 0 and less than 1.")
