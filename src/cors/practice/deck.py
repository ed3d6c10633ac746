"""Draws pieces so that what was said least is said next, and to nobody twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from cors.practice.pieces import Someone, fits, words_of


class Deck:
    """What was drawn so far, over all lives."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.drawn: Counter[str] = Counter()

    def draw(
        self,
        pieces: Sequence[Any],
        someone: Someone,
        tags: frozenset[str] = frozenset(),
        said: Iterable[str] = (),
    ) -> Any:
        """Return a fitting piece that was drawn least often and not said yet; None if none is."""
        heard = set(said)
        found = [
            each for each in pieces if fits(each, someone, tags) and words_of(each) not in heard
        ]
        if not found:
            return None
        least = min(self.drawn[words_of(each)] for each in found)
        piece = self.rng.choice([each for each in found if self.drawn[words_of(each)] == least])
        self.drawn[words_of(piece)] += 1
        return piece
