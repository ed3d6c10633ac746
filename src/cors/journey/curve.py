"""A smooth line through points that never rises above or falls below what was said."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot

Point = tuple[float, float]
PIECE = 5.0
"""Pixels between two points of the drawn line."""


def smooth(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return points along the monotone cubic through the given ones (Fritsch and Carlson, 1980).

    Points stand from left to right, in pixels; of two above each other the line keeps both.
    """
    if len(points) < 3:
        return tuple(points)
    return tuple(_along(points, _slopes(points)))


def _slopes(points: Sequence[Point]) -> list[float]:
    """Return the slope at each point, held so small that no piece overshoots."""
    rises = [(y2 - y1) / (x2 - x1) if x2 > x1 else 0.0 for (x1, y1), (x2, y2) in pairwise(points)]
    inner = [(a + b) / 2 if a * b > 0 else 0.0 for a, b in pairwise(rises)]
    slopes = [rises[0], *inner, rises[-1]]
    for place, rise in enumerate(rises):
        if rise == 0:
            slopes[place] = slopes[place + 1] = 0.0
            continue
        long = hypot(slopes[place] / rise, slopes[place + 1] / rise)
        if long > 3:
            slopes[place] *= 3 / long
            slopes[place + 1] *= 3 / long
    return slopes


def _along(points: Sequence[Point], slopes: Sequence[float]) -> Iterator[Point]:
    yield points[0]
    for place, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
        wide = x2 - x1
        steps = max(1, ceil(wide / PIECE)) if y1 != y2 else 1
        for step in range(1, steps):
            t = step / steps
            start = (1 + 2 * t) * (1 - t) ** 2 * y1 + t * (1 - t) ** 2 * wide * slopes[place]
            end = t * t * (3 - 2 * t) * y2 - t * t * (1 - t) * wide * slopes[place + 1]
            yield x1 + t * wide, start + end
        yield x2, y2
