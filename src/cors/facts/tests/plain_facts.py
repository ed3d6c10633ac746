"""Narrow rows without names: all that figures may use, rebuilt from the records at any time.

Days, categories and keys only. No field here is sealed text; a test walks the columns.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CaseFact:
    """One case: when it was referred, began and ended, and how."""

    case: UUID
    client: UUID
    service: UUID
    group: str
    referred: date
    started: date | None
    declined: date | None
    ended: date | None
    ending_reason: str
    birth_year: int | None


@dataclass(frozen=True, slots=True)
class ContactFact:
    """One case in one contact; a contact with several people is one row for each."""

    case: UUID
    client: UUID
    contact: UUID
    on: date
    kind: str
    result: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class GoalFact:
    """One goal: when it was set, how it ended; `ratings` by the client in order as (day, value).

    `reached` is the first day on which it was, also where it was taken up again after it.
    """

    case: UUID
    client: UUID
    goal: UUID
    life_area: str
    set_on: date
    ended: date | None
    how: str
    ratings: tuple[tuple[date, int], ...]
    reached: date | None = None


@dataclass(frozen=True, slots=True)
class BarrierFact:
    """One barrier: when it was noticed and resolved."""

    case: UUID
    client: UUID
    type_key: str
    noticed: date
    resolved: date | None


@dataclass(frozen=True, slots=True)
class MomentFact:
    """One small success or setback, and the day back on track."""

    case: UUID
    client: UUID
    kind: str
    on: date
    back: date | None


@dataclass(frozen=True, slots=True)
class ReviewFact:
    """A look back was held."""

    case: UUID
    client: UUID
    on: date


@dataclass(frozen=True, slots=True)
class AimFact:
    """A case worked towards an outcome from a day."""

    case: UUID
    client: UUID
    outcome_type: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class OutcomeFact:
    """An outcome happened on a day; `checks` are (weeks, result, day of the check)."""

    case: UUID
    client: UUID
    outcome_type: str
    on: date
    checks: tuple[tuple[int, str, date], ...]


@dataclass(frozen=True, slots=True)
class ScoreFact:
    """One score on a measure; of several on a day, what was written down last is the latest."""

    case: UUID
    client: UUID
    measure: str
    version: str
    key: str
    rater: str
    wave: str
    on: date
    written: datetime
    value: float


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of an organisation (or of one of its services)."""

    cases: tuple[CaseFact, ...]
    contacts: tuple[ContactFact, ...]
    goals: tuple[GoalFact, ...]
    barriers: tuple[BarrierFact, ...]
    moments: tuple[MomentFact, ...]
    reviews: tuple[ReviewFact, ...]
    aims: tuple[AimFact, ...]
    outcomes: tuple[OutcomeFact, ...]
    scores: tuple[ScoreFact, ...]
