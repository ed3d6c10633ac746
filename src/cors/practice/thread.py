"""One goal of a made-up life, while it is drawn: what was found on the way, and what is left."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from cors.practice.course import CLIMB, Course, level
from cors.practice.deck import Deck
from cors.practice.pieces import Piece, Someone, fits

OPENLY_LATE = 5.5
OFTEN = 0.6
STAGES = ((3.6, "early"), (6.4, "middle"), (11.0, "late"))


@dataclass
class Thread:
    """A goal, what stands in its way, and how close it feels."""

    name: str
    topic: dict[str, Any]
    goal: Piece
    course: Course
    began: int  # the first rating
    barriers: list[Piece]
    outcomes: list[Piece]
    has_begun: bool = False
    has_ended: bool = False
    dip: float = 0.0
    setback: tuple[str, Piece] | None = None
    works: list[str] = field(default_factory=list)
    # What stands in the way: its name, its piece, the work on it, and since how many days ago.
    standing: list[tuple[str, Piece, str, int]] = field(default_factory=list)
    noticed: Piece = field(default_factory=dict)
    reached: list[Piece] = field(default_factory=list)
    met: int = 0
    set_at: float = 0.0  # part of the whole way that lay behind when it was set

    @property
    def tags(self) -> frozenset[str]:
        return frozenset(self.goal.get("tags", ()))

    @property
    def is_open(self) -> bool:
        return self.has_begun and not self.has_ended

    def level(self, part: float) -> float:
        return level(self.course, self.began, self.own(part), self.dip)

    def own(self, part: float) -> float:
        """Return how much of this goal's own way lies behind, by the part of the whole."""
        return max(0.0, (part - self.set_at) / max(1 - self.set_at, 0.01))

    def stage(self, part: float) -> list[Any]:
        """Return the notes for as far as this has come."""
        now = self.level(part)
        found: list[Any] = self.topic[next(name for most, name in STAGES if now < most)]
        return found

    def successes(self, part: float) -> list[Any]:
        """Return the small successes that can be: the last one of a topic comes late."""
        found: list[Any] = self.topic["successes"]
        return found if self.level(part) >= OPENLY_LATE else found[:-1]

    def due_outcome(self, part: float) -> Piece | None:
        """Take the next outcome if the way has come as far."""
        whole = len(self.outcomes) + len(self.reached)
        if self.outcomes and self.own(part) * self.course.reach > (len(self.reached) + 0.7) / (
            whole + 0.5
        ):
            self.reached.append(self.outcomes.pop(0))
            return self.reached[-1]
        return None


def draw_thread(
    name: str, topic: dict[str, Any], someone: Someone, course: Course, deck: Deck, rng: Random
) -> Thread | None:
    """Draw a goal of a topic for somebody; None if none of its goals is theirs."""
    goal = deck.draw(topic["goals"], someone)
    if goal is None:
        return None
    tags = frozenset(goal.get("tags", ()))
    barriers = [each for each in topic["barriers"] if fits(each, someone, tags)]
    outcomes = [each for each in topic["outcomes"] if fits(each, someone, tags)]
    number = rng.choice([1, 1, 2]) if course is CLIMB else rng.choice([1, 2, 2, 3])
    picked = rng.sample(barriers, min(number, len(barriers)))
    return Thread(name, topic, goal, course, rng.choice([0, 1, 1, 2, 2, 3]), picked, outcomes)


def choose_topics(
    offered: dict[str, dict[str, Any]],
    someone: Someone,
    number: int,
    deck: Deck,
    first: Sequence[str] = (),
) -> list[str]:
    """Choose what somebody comes for, what was told least first; what only few can, more often."""
    chosen = list(first)
    while len(chosen) < number:
        left = [
            {"words": name, "needs": topic.get("needs", []), "ages": topic["ages"]}
            for name, topic in offered.items()
            if not any(_apart(offered, name, each) for each in chosen)
        ]
        special = [each for each in left if each["needs"] and fits(each, someone)]
        picked = deck.draw(special if special and deck.rng.random() < OFTEN else left, someone)
        if picked is None:
            break
        chosen.append(str(picked["words"]))
    return chosen


def _apart(offered: dict[str, dict[str, Any]], one: str, other: str) -> bool:
    """Say whether two topics can't be of the same life."""
    return one == other or other in offered[one]["apart"] or one in offered[other]["apart"]
