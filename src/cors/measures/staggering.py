"""Several measures of one person, a few questions at a time. A pure sum of days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cors.measures.schedule import Due

AT_A_TIME = 20  # questions in one meeting: a few minutes, and time is left for the person
APART = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Planned:
    """A measure and the day from which it is asked."""

    due: Due
    day: date


def stagger(dues: Iterable[Due], today: date, *, asked_lately: int = 0) -> list[Planned]:
    """Give each a day, not before its own, a week between where they are many; in order of days.

    What must be asked before the next week to count is not put off. asked_lately: questions
    asked in the last week, which leave less room now. Each one given comes back once.
    """
    waiting = sorted(dues, key=lambda due: _pressing(due, today))
    planned: list[Planned] = []
    at, room = today, AT_A_TIME - asked_lately
    while waiting:
        now = _fitting([due for due in waiting if due.day <= at], room)
        now += [due for due in waiting if due not in now and _cannot_wait(due, at + APART, today)]
        planned += [Planned(due, max(due.day, at)) for due in now]
        waiting = [due for due in waiting if due not in now]
        at, room = _next_time(at, waiting, put_off=bool(now) or room < AT_A_TIME), AT_A_TIME
    return sorted(planned, key=lambda each: each.day)


def _pressing(due: Due, today: date) -> tuple[date, date]:
    """Return what sorts the most pressing first; those alike stay as the service has them."""
    return due.deadline(today) or date.max, due.day


def _fitting(ready: list[Due], room: int) -> list[Due]:
    """Return as many as there is room for; a whole meeting has room for one, however long."""
    found: list[Due] = []
    for due in ready:
        if due.rule.questions <= room or room == AT_A_TIME:
            found.append(due)
            room -= due.rule.questions
    return found


def _cannot_wait(due: Due, until: date, today: date) -> bool:
    deadline = due.deadline(today)
    return deadline is not None and deadline < until


def _next_time(at: date, waiting: list[Due], *, put_off: bool) -> date:
    """Return a week on, or the day on which the next falls due where nothing was asked now."""
    soonest = min((due.day for due in waiting), default=at)
    return max(at + APART, soonest) if put_off else max(soonest, at)
