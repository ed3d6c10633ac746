"""What one save of a contact brings for each person: plain data, made by forms and imports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cors.cases.models import Case
from cors.plans.models import Goal, Intervention


@dataclass(frozen=True, slots=True)
class NewMoment:
    """A small success or a setback; the kind is one of Moment.Kind."""

    kind: str
    words: str
    goal: Goal | None = None
    could_help: str = ""
    client_words: str = ""  # what they call it, word for word


@dataclass(frozen=True, slots=True)
class NewWork:
    """What is begun against a barrier on the day it is noticed."""

    type_key: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class NewBarrier:
    """Something that turned out to stand in the way, and what is begun against it."""

    type_key: str
    words: str = ""
    blocks: Sequence[Goal] = ()
    work: NewWork | None = None


@dataclass(frozen=True, slots=True)
class NewOutcome:
    """Something that happened on the day of the contact, and what shows it."""

    outcome_type: str
    evidence: str
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class NewStep:
    """The next small thing; the owner is one of Step.Owner."""

    words: str
    owner: str
    due_date: date | None = None
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One person's part of a contact. A rating of None was left untouched: it stores nothing."""

    case: Case
    note: str = ""
    goals: Sequence[Goal] = ()
    ratings: Sequence[tuple[Goal, int | None, str]] = ()
    delivered: Sequence[Intervention] = ()
    moments: Sequence[NewMoment] = ()
    barrier: NewBarrier | None = None
    outcome: NewOutcome | None = None
    step: NewStep | None = None

    def given_ratings(self) -> list[tuple[Goal, int, str]]:
        """Return the ratings that were given: goal, value, rater."""
        return [(goal, value, rater) for goal, value, rater in self.ratings if value is not None]

    def touched(self) -> list[Goal]:
        """Return the goals that it was about, those rated too, each once."""
        rated = [goal for goal, _, _ in self.given_ratings()]
        return list(dict.fromkeys([*self.goals, *rated]))
