"""The sums of a soak: how fast something grows, and how much slower the end is than the start."""

from collections.abc import Sequence
from math import ceil
from statistics import linear_regression

PARTS = 5


def slope(minutes: Sequence[float], values: Sequence[float]) -> float:
    """Return by how much a value grows each minute (least squares); 0 for fewer than two."""
    if len(set(minutes)) < 2:
        return 0.0
    return float(linear_regression(minutes, values).slope)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of values does not pass (nearest rank); 0 for none."""
    if not values:
        return 0.0
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


def drift(values: Sequence[float]) -> float:
    """Return the p95 of the last fifth over that of the first, less one: 0.1 is 10 % slower."""
    part = len(values) // PARTS
    if not part:
        return 0.0
    first, last = percentile(values[:part], 0.95), percentile(values[-part:], 0.95)
    return last / first - 1 if first else 0.0
