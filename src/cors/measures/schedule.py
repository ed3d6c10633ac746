"""When a measure is asked again, as the schedule of a service has it. A pure sum of days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

BEFORE_START = timedelta(days=28)  # asked while somebody waits, it is a baseline all the same
EARLY = timedelta(days=14)
LATE = timedelta(days=28)
AT_BEST = 2  # so often in a row at the best end: another answer would hardly change anything


class Occasion(StrEnum):
    """Which time of asking it is."""

    START = "start"
    ROUND = "round"
    END = "end"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class When:
    """When a measure is asked; None or False where it is not.

    start_days: within how many days of the start. every_weeks: from one time to the next.
    weeks_after: how long after the ending.
    """

    start_days: int | None = None
    every_weeks: int | None = None
    at_end: bool = False
    weeks_after: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What a service wants asked of whom, and when; least_days apart, as the measure has it."""

    measure: str
    when: When
    rater: str = "client"
    least_days: int = 0
    questions: int = 1


@dataclass(frozen=True, slots=True)
class Course:
    """How far a case has come: begun, resting, ended."""

    started: date | None
    ended: date | None = None
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """One time at which this measure was asked of this rater; at_best: it could not be better."""

    on: date
    at_best: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """The next time of asking: from which day, until when it counts, and why no sooner."""

    rule: Rule
    occasion: Occasion
    day: date
    last_day: date | None = None
    later_because: str = ""

    def deadline(self, today: date) -> date | None:
        """Return the last day on which it counts; None where there is none or it has passed."""
        return self.last_day if self.last_day and self.last_day >= today else None


def next_due(rule: Rule, course: Course, asked: Sequence[Answered], today: date) -> Due | None:
    """Return the next time of asking, due now or later; None where nothing is to be asked."""
    if course.started is None:
        return None
    if course.ended:
        return _after_the_end(rule, course.ended, asked, today)
    if course.rests:
        return None
    counted = [each for each in asked if each.on >= course.started - BEFORE_START]
    if counted:
        return _again(rule, sorted(counted, key=lambda each: each.on))
    return _first(rule, course.started)


def _first(rule: Rule, started: date) -> Due | None:
    if rule.when.start_days is not None:
        return Due(rule, Occasion.START, started, started + timedelta(days=rule.when.start_days))
    if rule.when.every_weeks is not None:
        return Due(rule, Occasion.ROUND, started + timedelta(weeks=rule.when.every_weeks))
    return None


def _again(rule: Rule, asked: Sequence[Answered]) -> Due | None:
    if rule.when.every_weeks is None:
        return None
    last, latest = asked[-1].on, asked[-AT_BEST:]
    if len(latest) == AT_BEST and all(each.at_best for each in latest):
        day = last + timedelta(weeks=2 * rule.when.every_weeks)
        return Due(rule, Occasion.ROUND, _apart(rule, last, day), later_because="at its best")
    day = last + timedelta(weeks=rule.when.every_weeks)
    soonest = _apart(rule, last, day)
    why = f"at least {rule.least_days} days apart" if soonest > day else ""
    return Due(rule, Occasion.ROUND, soonest, later_because=why)


def _after_the_end(rule: Rule, ended: date, asked: Sequence[Answered], today: date) -> Due | None:
    days = [(Occasion.END, ended)] if rule.when.at_end else []
    if rule.when.weeks_after is not None:
        days.append((Occasion.AFTER, ended + timedelta(weeks=rule.when.weeks_after)))
    found = (_in_window(rule, occasion, day, asked) for occasion, day in days)
    return next((due for due in found if due and due.deadline(today)), None)


def _in_window(rule: Rule, occasion: Occasion, day: date, asked: Sequence[Answered]) -> Due | None:
    """Return it with its window, None where it was asked within or could not be any more."""
    if any(day - EARLY <= each.on <= day + LATE for each in asked):
        return None
    last = max((each.on for each in asked if each.on <= day), default=None)
    soonest = _apart(rule, last, day) if last else day
    return Due(rule, occasion, soonest, day + LATE) if soonest <= day + LATE else None


def _apart(rule: Rule, last: date, day: date) -> date:
    return max(day, last + timedelta(days=rule.least_days))
