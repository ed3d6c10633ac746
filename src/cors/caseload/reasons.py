"""Why a person is worth a look first: said in words, the most pressing one first. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cors.core.plain_days import on_day, plain_day, plain_span

SEEN_WITHIN = 21
REVIEW_SOON = 7


@dataclass(frozen=True)
class Reason:
    """A sentence with its strong beginning, an icon, and how pressing it is (0 is first)."""

    rank: int
    icon: str
    strong: str
    words: str = ""


@dataclass(frozen=True)
class Standing:
    """What is known of a case today."""

    today: date
    started: date | None = None
    rests: bool = False
    has_goal: bool = True
    ratings: tuple[int, ...] = ()
    off_track_since: date | None = None
    off_track_words: str = ""
    last_help: str = ""
    last_contact: date | None = None
    step_due: date | None = None
    step_words: str = ""
    review_due: date | None = None
    check_due: str = ""


def reasons(standing: Standing) -> list[Reason]:
    """Return all reasons, the most pressing first; nothing in them blames."""
    return sorted(_all(standing), key=lambda reason: reason.rank)


def _all(given: Standing) -> Iterator[Reason]:
    yield from _off_track(given)
    yield from _step(given)
    if not given.rests:
        yield from _review(given)
        yield from _not_seen(given)
    if given.check_due:
        yield Reason(5, "clock", "Did it last?", given.check_due)
    if not given.has_goal:
        yield Reason(6, "person", "No goal yet.", "The first one opens the journey.")


def _off_track(given: Standing) -> Iterator[Reason]:
    help_words = f"Last time, this helped: {given.last_help}" if given.last_help else ""
    if given.off_track_since:
        since = plain_day(given.off_track_since, given.today)
        words = f"{given.off_track_words} {help_words}".strip()
        yield Reason(0, "waves", f"Finding the way back since {since}.", words)
    elif fell := fallen_twice(given.ratings):
        points = "1 point" if fell == 1 else f"{fell} points"
        yield Reason(
            1, "waves", "Off track.", f"The rating fell twice, {points}. {help_words}".strip()
        )


def fallen_twice(ratings: tuple[int, ...]) -> int:
    """Return by how many points the last two ratings fell in a row, 0 when they did not."""
    if len(ratings) < 3 or not ratings[-3] > ratings[-2] > ratings[-1]:
        return 0
    return ratings[-3] - ratings[-1]


def _step(given: Standing) -> Iterator[Reason]:
    if given.step_due is None or given.step_due > given.today:
        return
    day = plain_day(given.step_due, given.today)
    if given.step_due == given.today:
        yield Reason(2, "clock", "A step is due today:", given.step_words)
    else:
        yield Reason(2, "clock", f"A step was planned for {day}:", given.step_words)


def _review(given: Standing) -> Iterator[Reason]:
    if given.review_due is None or (given.review_due - given.today).days > REVIEW_SOON:
        return
    if given.review_due < given.today:
        late = plain_span((given.today - given.review_due).days)
        yield Reason(3, "clock", "Review due", f"for {late}")
    else:
        yield Reason(3, "clock", "Review due", on_day(given.review_due, given.today))


def _not_seen(given: Standing) -> Iterator[Reason]:
    last = given.last_contact or given.started
    if last is None:
        return
    days = (given.today - last).days
    if days >= SEEN_WITHIN:
        known = "" if given.last_contact else "Nothing recorded since the start."
        yield Reason(4, "call-missed", f"No contact for {plain_span(days)}.", known)
