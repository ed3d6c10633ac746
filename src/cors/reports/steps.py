"""Steps up and down: how many went which way, and from where to where. Never a mean of steps.

Pure: no Django.
"""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import TypedDict
from uuid import UUID

from cors.reports.figure import FEWEST_FOR_A_SHARE, Base, Figure, Move


@dataclass(frozen=True)
class Steps:
    """How many came from each step to each, as their numbers; labels name the steps."""

    people: Mapping[tuple[float, float], int]
    labels: Mapping[float, str]
    up_is_good: bool = True

    @property
    def all(self) -> int:
        return sum(self.people.values())

    def up(self) -> int:
        return sum(
            count for (first, last), count in self.people.items() if self._is_up(first, last)
        )

    def same(self) -> int:
        return sum(count for (first, last), count in self.people.items() if first == last)

    def down(self) -> int:
        return self.all - self.up() - self.same()

    def _is_up(self, first: float, last: float) -> bool:
        return last > first if self.up_is_good else last < first

    def moves(self) -> tuple[Move, ...]:
        """Return from where to where, in the order of the steps."""
        return tuple(
            Move(self._label(first), self._label(last), count)
            for (first, last), count in sorted(self.people.items())
        )

    def _label(self, step: float) -> str:
        return self.labels.get(step, f"{step:g}")


def step_figure(
    steps: Steps,
    *,
    key: str,
    label: str,
    counts: str,
    cases: Set[UUID],
    whole: str,
    bases: tuple[Base, ...],
    missing: str,
    note: str,
    claims: bool,
) -> Figure:
    """Return how many went up, with those who stayed and went down beside them.

    Bases go from the widest to the narrowest, which are those with two answers.
    """
    twice = (Base(whole, steps.all),) if steps.all else ()
    return Figure(
        key=key,
        label=label,
        counts=counts,
        value=steps.up() if claims else None,
        cases=cases,
        bases=(*bases, *twice),
        missing=missing,
        note=note,
        more=(directions(steps),) if claims else (),
        moves=steps.moves() if claims else (),
    )


def directions(steps: Steps) -> str:
    """Say how many of a hundred went up, stayed and went down; few are counted, not shared out."""
    found = (("up", steps.up()), ("the same", steps.same()), ("down", steps.down()))
    return ", ".join(f"{count} {words}{_share(count, steps.all)}" for words, count in found) + "."


def _share(count: int, of: int) -> str:
    return f" ({round(100 * count / of)}%)" if of >= FEWEST_FOR_A_SHARE else ""


class Ways(TypedDict, total=False):
    """What a figure of goals says of the ways they went."""

    more: tuple[str, ...]
    moves: tuple[Move, ...]


THIRDS = {0: "0 to 3", 4: "4 to 6", 7: "7 to 10"}


def ways_of_goals(goals: Mapping[tuple[int, int], int]) -> Ways:
    """Return how many goals went up and down on 0 to 10, and from which third to which."""
    if not goals:
        return {}
    thirds: Counter[tuple[float, float]] = Counter()
    for (first, latest), count in goals.items():
        thirds[_third(first), _third(latest)] += count
    raw = Steps({(float(first), float(last)): count for (first, last), count in goals.items()}, {})
    names = {float(least): words for least, words in THIRDS.items()}
    return {"more": (directions(raw),), "moves": Steps(thirds, names).moves()}


def _third(value: int) -> float:
    return float(max(least for least in THIRDS if least <= value))
