"""Did it last? Which checks are not due yet, due, answered or over; a pure sum of days."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EARLY_DAYS = 14
LATE_DAYS = 28


class State(StrEnum):
    """Where one check stands on a day."""

    NOT_YET_DUE = "not-yet-due"
    DUE = "due"
    KEPT = "kept"
    NOT_KEPT = "not-kept"
    LOST_TOUCH = "lost-touch"
    DIED = "died"
    MOVED_AWAY = "moved-away"


# After these nobody is asked again.
ENDS_ALL = frozenset({State.DIED, State.MOVED_AWAY})


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said at a check, and on which day."""

    result: State
    on: date


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one outcome: its day, its window and where it stands."""

    weeks: int
    due_date: date
    state: State

    @property
    def first_date(self) -> date:
        return window(self.due_date)[0]

    @property
    def last_date(self) -> date:
        return window(self.due_date)[1]


def due_date(happened: date, weeks: int) -> date:
    """Return the day for which it is asked whether the outcome still holds."""
    return happened + timedelta(weeks=weeks)


def window(due: date) -> tuple[date, date]:
    """Return the first and last day on which a check may be made."""
    return due - timedelta(days=EARLY_DAYS), due + timedelta(days=LATE_DAYS)


def happened_between(weeks: int, today: date) -> tuple[date, date]:
    """Return the first and last day of an outcome whose check after so many weeks is in time."""
    then = today - timedelta(weeks=weeks)
    return then - timedelta(days=LATE_DAYS), then + timedelta(days=EARLY_DAYS)


def checks(
    happened: date, weeks: Sequence[int], made: Mapping[int, Answer], today: date
) -> list[Check]:
    """Return each check by its weeks; one that was made counts even if the list has changed."""
    wanted = sorted({*weeks, *made})
    return [_check(happened, each, made, today) for each in wanted]


def _check(happened: date, weeks: int, made: Mapping[int, Answer], today: date) -> Check:
    due = due_date(happened, weeks)
    answer = made.get(weeks)
    return Check(weeks, due, answer.result if answer else _unanswered(due, made, today))


def _unanswered(due: date, made: Mapping[int, Answer], today: date) -> State:
    first, last = window(due)
    for answer in made.values():
        if answer.result in ENDS_ALL and answer.on <= last:
            return answer.result
    if today < first:
        return State.NOT_YET_DUE
    return State.DUE if today <= last else State.LOST_TOUCH


@dataclass(frozen=True, slots=True)
class Tally:
    """How many checks stand where; those not due yet are in no denominator."""

    counts: Mapping[State, int]

    def of(self, state: State) -> int:
        return self.counts.get(state, 0)

    @property
    def waiting(self) -> int:
        """Return how many may be asked now and were not: missing, not a result."""
        return self.of(State.DUE)

    @property
    def settled(self) -> int:
        """Return how many have a result, lost touch among them."""
        open_yet = self.of(State.DUE) + self.of(State.NOT_YET_DUE)
        return sum(self.counts.values()) - open_yet

    @property
    def followed_up(self) -> int:
        """Return of how many it is known whether the outcome lasted."""
        return self.of(State.KEPT) + self.of(State.NOT_KEPT)


def tally(found: Iterable[Check]) -> Tally:
    """Count checks by where they stand."""
    return Tally(Counter(check.state for check in found))


def refusal(happened: date, weeks: int, result: State, on: date) -> str:
    """Say why this result can't be kept for that day, or nothing."""
    first, last = window(due_date(happened, weeks))
    if on < happened:
        return "The check comes after the outcome: give a later day."
    if result in ENDS_ALL:
        return ""
    if result == State.LOST_TOUCH:
        return "" if on > last else f"There is time to ask until {_day(last)}."
    if not first <= on <= last:
        return f"Ask between {_day(first)} and {_day(last)}: give a day in that time."
    return ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
