"""What was tried in a similar place, with nobody to be recognised and nothing ranked. Pure.

Why so: docs/adr/0026. Fewer than 8 people are not shown, 0 included; others are rounded to 5. A
rate stands only on 30 people with 8 on either side, and comes of the rounded counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cors.measures.proportion import wilson

FEWEST = 8
FEWEST_FOR_A_RATE = 30
ROUND_TO = 5


@dataclass(frozen=True, slots=True)
class Counted:
    """Different people to whom something applies, and for how many of them it came right."""

    people: int
    came_right: int


@dataclass(frozen=True, slots=True)
class Rate:
    """A share in per cent with its 95 % interval."""

    share: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Tried:
    """Something that was tried: with about how many people, and how often it came right."""

    label: str
    about: int
    rate: Rate | None


@dataclass(frozen=True, slots=True)
class SimilarPlace:
    """What may be shown; `about` is None where too few people were there."""

    about: int | None
    rate: Rate | None = None
    tried: tuple[Tried, ...] = ()
    something_else: bool = False


def similar_place(everybody: Counted, tried: Iterable[tuple[str, Counted]]) -> SimilarPlace:
    """Return what may be shown of a place where so many people were, in alphabetical order.

    What was tried with fewer than 8 people is folded into something else, without its name.
    """
    if everybody.people < FEWEST:
        return SimilarPlace(about=None)
    rows = sorted(tried, key=lambda row: row[0].casefold())
    shown = [(label, counted) for label, counted in rows if counted.people >= FEWEST]
    return SimilarPlace(
        about=rounded(everybody.people),
        rate=rate_of(everybody),
        tried=tuple(Tried(label, rounded(each.people), rate_of(each)) for label, each in shown),
        something_else=len(shown) < len(rows),
    )


def rounded(people: int) -> int:
    """Return a number of people to the nearest 5."""
    return ROUND_TO * ((people + ROUND_TO // 2) // ROUND_TO)


def rate_of(counted: Counted) -> Rate | None:
    """Return how often it came right, where enough people are on either side; else nothing."""
    others = counted.people - counted.came_right
    if counted.people < FEWEST_FOR_A_RATE or min(counted.came_right, others) < FEWEST:
        return None
    part, whole = rounded(counted.came_right), rounded(counted.people)
    low, high = wilson(part, whole)
    return Rate(*(round(100 * share) for share in (part / whole, low, high)))
