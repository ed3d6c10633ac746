"""The noncentral t distribution, for intervals round an effect size. Pure: no Django."""

from collections.abc import Callable
from math import erfc, exp, isfinite, lgamma, log, pi, sqrt

STEPS = 200
STEPS_WHERE_IT_LEANS = 3000  # few degrees of freedom: a steep density with a corner at nothing
FEW = 5
SPREADS = 9
CLOSE_ENOUGH = 1e-9


def share_below(t: float, degrees: float, shift: float) -> float:
    """Return which share of a t distribution, shifted by `shift`, lies below t.

    The mean over s of Phi(t s - shift), s being the root of a chi-square by its degrees of freedom.
    Raises ValueError unless there is more than zero of the degrees of freedom.
    Source: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 2 (1995), 31.
    """
    if not (degrees > 0 and isfinite(degrees)):
        raise ValueError("There must be more than 0 degrees of freedom.")
    spread = 1 / sqrt(2 * degrees)
    low, high = max(0.0, 1 - SPREADS * spread), 1 + SPREADS * spread
    steps = STEPS if degrees > FEW else STEPS_WHERE_IT_LEANS
    return _simpson(lambda s: _normal(t * s - shift) * _density(s, degrees), low, high, steps)


def shift_of(t: float, degrees: float, share: float) -> float:
    """Return the shift under which this share of the distribution lies below t."""
    low, high = t - 10.0, t + 10.0
    while share_below(t, degrees, low) < share:
        low -= high - low
    while share_below(t, degrees, high) > share:
        high += high - low
    while high - low > CLOSE_ENOUGH:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if share_below(t, degrees, middle) > share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _normal(z: float) -> float:
    return 0.5 * erfc(-z / sqrt(2))


def _density(s: float, degrees: float) -> float:
    """Return the density of the root of a chi-square by its degrees of freedom."""
    if s <= 0:
        return 0.0 if degrees > 1 else sqrt(2 / pi)
    half = degrees / 2
    return exp(log(2) + half * log(half) - lgamma(half) + (degrees - 1) * log(s) - half * s * s)


def _simpson(of: Callable[[float], float], low: float, high: float, steps: int) -> float:
    step = (high - low) / steps
    ends = of(low) + of(high)
    odd = sum(of(low + step * number) for number in range(1, steps, 2))
    even = sum(of(low + step * number) for number in range(2, steps, 2))
    return (ends + 4 * odd + 2 * even) * step / 3
