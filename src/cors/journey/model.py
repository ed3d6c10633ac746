"""The journey of one person as plain data: what the picture, the sentences and the table are of."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

OWN_LINE = "own-line"
"""The ident of the lane above all goals."""


@dataclass(frozen=True)
class Rating:
    """How close a goal felt on a day, from 0 to 10."""

    on: date
    value: int


@dataclass(frozen=True)
class Moment:
    """A small success or a setback; a setback without back_on is still open.

    title is what the person calls it, kept apart from the worker's words.
    """

    on: date
    kind: Literal["success", "setback"]
    words: str
    back_on: date | None = None
    helped: str = ""
    ident: str = ""
    title: str = ""


@dataclass(frozen=True)
class Flag:
    """A hard outcome, or with rung=(4, 5) step 4 of 5 on a ladder; kept holds weeks."""

    on: date
    words: str
    kept: tuple[int, ...] = ()
    rung: tuple[int, int] | None = None
    ident: str = ""


@dataclass(frozen=True)
class Wording:
    """The words in which a goal stood from a day on."""

    on: date
    words: str


@dataclass(frozen=True)
class Goal:
    """A goal in the person's own words, with all that happened on the way to it.

    wordings holds all the words that it ever had, the first ones first, or nothing where they
    never changed; letter is given where goals before it are left out.
    """

    ident: str
    words: str
    area: str
    set_on: date
    ratings: tuple[Rating, ...] = ()
    moments: tuple[Moment, ...] = ()
    flags: tuple[Flag, ...] = ()
    ended_on: date | None = None
    reached: bool = False
    wordings: tuple[Wording, ...] = ()
    letter: str = ""

    @property
    def first_words(self) -> str:
        """The words in which it was set, or nothing where they never changed."""
        return self.wordings[0].words if len(self.wordings) > 1 else ""


@dataclass(frozen=True)
class Work:
    """An intervention with the days of its sessions; title is what to call it to the person."""

    name: str
    start: date
    end: date | None = None
    sessions: tuple[date, ...] = ()
    title: str = ""


@dataclass(frozen=True)
class Barrier:
    """Something in the way of the goals whose idents stand in blocks; area is a part of life."""

    ident: str
    name: str
    from_on: date
    resolved_on: date | None = None
    blocks: tuple[str, ...] = ()
    work: tuple[Work, ...] = ()
    area: str = ""
    title: str = ""


@dataclass(frozen=True)
class Score:
    """What a scale gave on a day."""

    on: date
    value: float


@dataclass(frozen=True)
class Measure:
    """A scale with its full range and all its scores, which are of one rater.

    chance holds the scores that chance alone can give round the baseline, said the change since
    then in a few words and says in a sentence; all are empty where they are not known.
    """

    name: str
    low: float
    high: float
    higher_is_better: bool
    scores: tuple[Score, ...] = ()
    chance: tuple[float, float] | None = None
    said: str = ""
    says: str = ""


@dataclass(frozen=True)
class Pause:
    """A time in which support rested, or had ended before the case was opened again."""

    start: date
    end: date | None = None
    had_ended: bool = False


@dataclass(frozen=True)
class Review:
    """A look back together, held or planned."""

    on: date
    planned: bool = False


@dataclass(frozen=True)
class Released:
    """What a worker chose on a day to show the person of a measure, in a sentence."""

    on: date
    measure: str
    words: str


@dataclass(frozen=True)
class Journey:
    """A whole case up to today; goals stand in the order in which they were set.

    moments and flags belong to no one goal. said holds the person's own latest sentence. shown
    says in words what the picture was narrowed to, and is empty for the whole journey. Of what was
    released, the latest of each measure is shown.
    """

    name: str
    start: date
    today: date
    goals: tuple[Goal, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    straight: tuple[tuple[str, Work], ...] = ()
    measures: tuple[Measure, ...] = ()
    reviews: tuple[Review, ...] = ()
    pauses: tuple[Pause, ...] = ()
    moments: tuple[Moment, ...] = ()
    flags: tuple[Flag, ...] = ()
    said: Wording | None = None
    shown: str = ""
    released: tuple[Released, ...] = ()

    @property
    def shown_of_measures(self) -> list[str]:
        """The latest sentence of each measure, in the order in which they were first shown."""
        return list({row.measure: row.words for row in self.released}.values())

    @property
    def is_empty(self) -> bool:
        held = (self.goals, self.barriers, self.straight, self.measures, self.moments, self.flags)
        return not any(held)

    @property
    def own_line(self) -> Goal | None:
        """What belongs to no one goal, as a lane of its own without a scale."""
        if not (self.moments or self.flags):
            return None
        return Goal(OWN_LINE, "", "", self.start, moments=self.moments, flags=self.flags)

    @property
    def lanes(self) -> tuple[Goal, ...]:
        """The person's own line, and then the goals."""
        own = self.own_line
        return (own, *self.goals) if own else self.goals


def letter(place: int) -> str:
    """Return the letter of a goal by its place, from 0: A to Z, then AA, AB and so on."""
    first, last = divmod(place, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def letters(journey: Journey) -> dict[str, str]:
    """Return the letter of each goal by its ident."""
    return {goal.ident: goal.letter or letter(place) for place, goal in enumerate(journey.goals)}


def in_order(goal: Goal) -> tuple[Rating, ...]:
    """Return the ratings by day; of two on one day the later given is the later."""
    return tuple(sorted(goal.ratings, key=lambda rating: rating.on))


def number_now(goal: Goal) -> tuple[int, int] | None:
    """Return the first and the latest rating, or None for a goal without any."""
    ratings = in_order(goal)
    return (ratings[0].value, ratings[-1].value) if ratings else None
