"""The tiny line of ratings: where its points stand. Imports no framework."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LOWEST, HIGHEST = 0, 10
MARGIN = 5.0


@dataclass(slots=True)
class Dot:
    """One rating on the line, in pixels; kind is "", "dip", "win" or "now"."""

    x: float
    y: float
    kind: str


@dataclass(frozen=True)
class Spark:
    """A drawn line: the height of the first rating, the run of points, the marked ones."""

    width: int
    height: int
    base: float
    dots: tuple[Dot, ...]

    @property
    def points(self) -> str:
        return " ".join(f"{dot.x:g},{dot.y:g}" for dot in self.dots)

    @property
    def marked(self) -> list[Dot]:
        return [dot for dot in self.dots if dot.kind]


def line(
    ratings: Sequence[float],
    width: int = 150,
    height: int = 46,
    dips: Iterable[int] = (),
    wins: Iterable[int] = (),
) -> Spark:
    """Lay ratings from 0 to 10 on a line, evenly, oldest first.

    dips and wins are places in the sequence (0 is the first). Raises ValueError for no ratings
    and for a rating outside of 0 to 10.
    """
    if not ratings:
        raise ValueError("a line needs a rating")
    if any(not LOWEST <= rating <= HIGHEST for rating in ratings):
        raise ValueError("a rating is a number from 0 to 10")
    low, high = set(dips), set(wins)
    dots = tuple(
        Dot(
            x=_across(place, len(ratings), width),
            y=_up(rating, height),
            kind=_kind(place, len(ratings) - 1, low, high),
        )
        for place, rating in enumerate(ratings)
    )
    return Spark(width, height, dots[0].y, dots)


def in_words(ratings: Sequence[float]) -> str:
    """Return the ratings as a sentence for those who do not see the line."""
    return "Ratings: " + ", ".join(f"{rating:g}" for rating in ratings)


def _across(place: int, count: int, width: int) -> float:
    if count == 1:
        return width - MARGIN
    return round(MARGIN + place * (width - 2 * MARGIN) / (count - 1), 1)


def _up(rating: float, height: int) -> float:
    room = height - 2 * MARGIN
    return round(height - MARGIN - rating * room / (HIGHEST - LOWEST), 1)


def _kind(place: int, last: int, dips: set[int], wins: set[int]) -> str:
    if place == last:
        return "now"
    if place in dips:
        return "dip"
    return "win" if place in wins else ""
