"""What a figure carries besides its number."""

from collections.abc import Callable, Set
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from cors.facts.snapshot import Snapshot

# “1 of 1” says what there is to say; “100%” of it would claim more.
FEWEST_FOR_A_SHARE = 10


@dataclass(frozen=True)
class Period:
    """A first and a last day, both counted."""

    first: date
    last: date


@dataclass(frozen=True)
class Base:
    """One denominator: what it is called and how many are in it."""

    words: str
    of: int

    def share(self, achieved: float) -> float | None:
        """Return achieved ÷ base, or None when there is nobody in the base."""
        return achieved / self.of if self.of else None


@dataclass(frozen=True, order=True)
class Move:
    """How many people stood on one step first and on another at last."""

    first: str
    latest: str
    people: int


@dataclass(frozen=True)
class Figure:
    """A number with its definition, bases, who is missing, and the cases behind it.

    value is None when it could not be computed; `note` then says why. It is never shown as zero.
    `part` is how many of each base stand behind it, where that is not the value itself. `more` are
    sentences that stand beside it; `moves` says from which step to which other people came.
    """

    key: str
    label: str
    counts: str
    value: float | None
    cases: Set[UUID] = frozenset()
    unit: str = ""
    bases: tuple[Base, ...] = ()
    part: int | None = None
    missing: str = ""
    note: str = ""
    more: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class Section:
    """Figures that belong together."""

    title: str
    figures: tuple[Figure, ...] = field(default=())


Labels = Callable[[str, str], str]  # (kind, key) → the organisation's label


@dataclass(frozen=True)
class Material:
    """What figures are worked out from: facts narrowed to services and a period, labels and which
    endings were planned."""

    facts: Snapshot
    label: Labels
    planned_endings: frozenset[str]
