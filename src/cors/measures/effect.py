"""How large a change is, in standard deviations, with how sure one can be. Pure: no Django.

Without a comparison group none of these is an effect *of a service*: people also change by
themselves, and those who start at their worst most of all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt
from statistics import fmean, stdev

from cors.catalogue.schema.measure import HigherIs
from cors.measures.change import distance_travelled
from cors.measures.noncentral_t import shift_of


@dataclass(frozen=True, slots=True)
class Effect:
    """A change in standard deviations, oriented so that plus is good, with its interval."""

    value: float
    low: float
    high: float
    n: int


def d_av(
    before: Sequence[float], after: Sequence[float], *, higher_is: HigherIs, share: float = 0.95
) -> Effect:
    """Return the mean change by the mean of both standard deviations.

    before, after: the same people in the same order. Raises ValueError for fewer than two pairs,
    for scores that are no numbers, and where nobody differs from anybody.
    Sources: Cumming G (2012), Understanding the New Statistics, 11; interval by Algina & Keselman
    (2003), Educ Psychol Meas 63, 537-553.
    """
    changes = _oriented(before, after, higher_is)
    spread = (stdev(before) + stdev(after)) / 2
    if spread == 0:
        raise ValueError("Everybody has the same score, so there is no spread to measure by.")
    return effect_of(fmean(changes), stdev(changes), len(changes), spread, share)


def d_z(
    before: Sequence[float], after: Sequence[float], *, higher_is: HigherIs, share: float = 0.95
) -> Effect:
    """Return the mean change by the standard deviation of the changes; for planning samples only.

    Raises ValueError as d_av does, and where everybody changed by the same.
    Source: Cohen J (1988), Statistical Power Analysis, 2.3.5.
    """
    changes = _oriented(before, after, higher_is)
    return effect_of(fmean(changes), stdev(changes), len(changes), stdev(changes), share)


def hedges_g(
    before: Sequence[float], after: Sequence[float], *, higher_is: HigherIs, share: float = 0.95
) -> Effect:
    """Return d_av less its small-sample bias: times 1 - 3 / (4 df - 1), with df = n - 1.

    Raises ValueError as d_av does.
    Source: Hedges LV (1981), J Educ Stat 6, 107-128.
    """
    found = d_av(before, after, higher_is=higher_is, share=share)
    less = 1 - 3 / (4 * (found.n - 1) - 1)
    return Effect(found.value * less, found.low * less, found.high * less, found.n)


def _oriented(before: Sequence[float], after: Sequence[float], higher_is: HigherIs) -> list[float]:
    if len(before) != len(after):
        raise ValueError("Give the same people before and after, in the same order.")
    if len(before) < 2:
        raise ValueError("An effect needs at least two people with both scores.")
    if not all(isfinite(score) for score in (*before, *after)):
        raise ValueError("Each score must be a number.")
    pairs = zip(before, after, strict=True)
    return [distance_travelled(first, last, higher_is) for first, last in pairs]


def effect_of(mean: float, sd: float, n: int, spread: float, share: float = 0.95) -> Effect:
    """Return a mean change by a spread, of what is known of n changes: their mean and their sd.

    Raises ValueError where everybody changed by the same. Interval as d_av gives it.
    """
    if sd == 0:
        raise ValueError("Everybody changed by the same, so nothing says how sure one can be.")
    error = sd / sqrt(n)
    low, high = (
        shift_of(mean / error, n - 1, (1 + sign * share) / 2) * error / spread for sign in (1, -1)
    )
    return Effect(value=mean / spread, low=low, high=high, n=n)
