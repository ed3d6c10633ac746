"""The days that a person types: refused in a sentence when they cannot be."""

from datetime import date

from cors.access.models import Membership
from cors.core.errors import Refused

EARLIEST_YEAR = 1900


def refuse_future(on: date, *, by: Membership, field: str = "on") -> None:
    """Refuse a day that has not come yet where the organisation works."""
    if on > by.organisation.today():
        raise Refused("This day has not come yet. Give the day it happened.", field=field)


def refuse_before(on: date, earliest: date, what: str, *, field: str = "on") -> None:
    """Refuse a day before an earlier one; `what` says what happened then."""
    if on < earliest:
        raise Refused(f"{what} on {in_words(earliest)}. Give that day or a later one.", field=field)


def in_words(day: date) -> str:
    """Write a day as people say it: 3 October 2026."""
    return f"{day.day} {day:%B %Y}"
