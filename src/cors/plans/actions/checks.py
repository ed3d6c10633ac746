"""What every entry in a plan must meet; each check raises Refused with the field to mend."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol
from uuid import UUID

from cors.access.models import Membership
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.plans.lengths import LONGEST_NOTE, LONGEST_WORDS

HIGHEST = 10


class OfCase(Protocol):
    """A record in the plan of one case."""

    case_id: UUID


def check_going_on(case: Case) -> None:
    """Refuse to write in the plan of a case that ended or was declined."""
    if case.declined_date:
        raise Refused("This referral was declined. Take a new referral to plan again.")
    if case.has_ended():
        raise Refused("This case has ended. Ask your lead to re-open it, then record this.")


def check_day(day: date, *, by: Membership, case: Case, field: str = "on") -> None:
    """Refuse a day to come, and one before the case."""
    if day > by.organisation.today():
        raise Refused("The day is still to come. Choose today or an earlier day.", field=field)
    check_not_before(day, case.referred_date, "the referral", field=field)


def check_not_before(day: date, earliest: date, what: str, *, field: str = "on") -> None:
    """Refuse a day before something that had to come first."""
    if day < earliest:
        earliest_words = f"{earliest:%A} {earliest.day} {earliest:%B %Y}"
        raise Refused(
            f"The day is before {what}. Choose {earliest_words} or a later day.", field=field
        )


def check_words(words: str, *, field: str = "words") -> None:
    """Refuse words that are not there."""
    if not words.strip():
        raise Refused("Write it down, in a few words.", field=field)
    check_length(words, LONGEST_WORDS, field=field)


def check_note(words: str, *, field: str = "words") -> None:
    """Refuse a note that is longer than a few pages; an empty one is fine."""
    check_length(words, LONGEST_NOTE, field=field)


def check_length(words: str, longest: int, *, field: str) -> None:
    """Refuse words longer than this many characters."""
    if len(words) > longest:
        raise Refused(f"Keep it to {longest:,} characters; these are {len(words):,}.", field=field)


def check_0_to_10(value: int | None, *, field: str) -> None:
    """Refuse a number that is not on the scale; None says that nobody was asked."""
    if value is not None and not 0 <= value <= HIGHEST:
        raise Refused("Choose a number from 0 to 10.", field=field)


def check_choice(key: str, keys: Collection[str], *, field: str) -> None:
    """Refuse a key that is not in the list."""
    if key not in keys:
        raise Refused("Choose one of the list.", field=field)


def check_of_case(records: Iterable[OfCase | None], case: Case, *, field: str) -> None:
    """Refuse a record from the plan of another case."""
    if any(record is not None and record.case_id != case.pk for record in records):
        raise Refused("This belongs to another case. Choose from this one.", field=field)
