"""One made-up life while it is drawn: who, how it goes, and what was told so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from cors.practice import score
from cors.practice.course import Course
from cors.practice.deck import Deck
from cors.practice.pieces import Piece, Someone, words_of
from cors.practice.thread import Thread

Day = dict[str, Any]


@dataclass
class Life:
    """A life while it is drawn; days are counted back from today."""

    someone: Someone
    course: Course
    threads: list[Thread]
    began: int
    ended: int | None
    review_weeks: int
    measure: str
    rng: Random
    deck: Deck
    days: list[Day] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    names: int = 0
    met: int = 0
    was_measured: bool = False
    last_review: int = 0
    step: str = ""
    reason: str = ""  # why the support ends
    rest: tuple[int, int | None] | None = None  # the first day of a pause, and the day after it
    aims: set[str] = field(default_factory=set)
    outcomes: dict[tuple[str, int], tuple[str, Thread, Piece]] = field(default_factory=dict)

    def tell(self, ago: int, what: str, told: Any) -> None:
        self.days.append({"ago": ago, what: told})

    def name(self, what: str) -> str:
        self.names += 1
        return f"{what}-{self.names}"

    def words(self, pieces: Sequence[Any], tags: frozenset[str] = frozenset()) -> str:
        """Draw words that were not said in this life yet; nothing where all were."""
        piece = self.deck.draw(pieces, self.someone, tags, self.said)
        if piece is None:
            return ""
        self.said.append(words_of(piece))
        return self.someone.says(words_of(piece))

    def chance(self, odds: float) -> bool:
        return self.rng.random() < odds

    def part(self, ago: int) -> float:
        """Return how much of the way lies behind, from 0 to 1; an open case goes on."""
        whole = self.began - (self.ended if self.ended is not None else -60)
        return (self.began - ago) / max(whole, 150 if self.ended is None else 1)

    def begun_on(self, ago: int) -> set[str]:
        """Return what was begun on a day: it is not delivered before it is begun."""
        return {day["work"]["as"] for day in self.days if day["ago"] == ago and "work" in day}

    def open_threads(self) -> list[Thread]:
        return [thread for thread in self.threads if thread.is_open]

    def tell_measure(self, ago: int) -> None:
        """Tell the measure of this life by how close the first goal feels."""
        if self.measure:
            self.was_measured = True
            level = self.threads[0].level(self.part(ago))
            self.tell(ago, "measure", score.told(self.measure, level, self.rng))
