"""The rhythm of contacts: close together at first, wider later, and some that do not take place."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from cors.practice.course import Course

# Until this many days after the beginning: the days from one contact to the next.
RHYTHM = ((56, (6, 9)), (168, (11, 19)), (10_000, (18, 37)))
KINDS = {"usual": 9, "call": 4, "about-them": 2}


@dataclass(frozen=True, slots=True)
class Meeting:
    """One contact: how many days ago, of which kind, and whether it took place."""

    ago: int
    kind: str
    held: bool


def draw_meetings(rng: Random, began: int, until: int, course: Course) -> Iterator[Meeting]:
    """Draw the contacts from the first day to the last; the first one always takes place."""
    ago, is_first = began, True
    while ago > until:
        kind = "usual" if is_first else rng.choices(list(KINDS), list(KINDS.values()))[0]
        missed = not is_first and kind != "about-them" and rng.random() < course.missed
        yield Meeting(ago, kind, not missed)
        shortest, longest = next(days for most, days in RHYTHM if began - ago < most)
        ago, is_first = ago - rng.randint(shortest, longest), False
