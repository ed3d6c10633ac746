"""Why a person is worth a look first: said in words, the most pressing one first. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cors.caseload.off_track import Fall, Worse
from cors.core.plain_days import on_day, plain_day, plain_span

CONTACT_EVERY_DAYS = 21
REVIEW_SOON = 7
OFF_TRACK = "off track"
WHOSE = {
    "worker": "The worker’s rating",
    "parent": "A parent or carer’s rating",
    "other": "Somebody else’s rating",
}


@dataclass(frozen=True)
class Reason:
    """A sentence with its strong beginning, an icon, and how pressing it is (0 is first).

    `help` is what this person's own history suggests; `brief` says the reason in a few words.
    """

    rank: int
    icon: str
    strong: str
    words: str = ""
    help: str = ""
    brief: str = ""


@dataclass(frozen=True)
class Setback:
    """A setback from which the way back was not found yet."""

    on: date
    words: str = ""


@dataclass(frozen=True)
class Standing:
    """What is known of a case today.

    `fall` with `fall_rater` is of one goal. `met_last` says how worker and person last met or
    spoke, `tried` what became of an attempt since. `helped` is a sentence of their own history.
    """

    today: date
    asks_safety: bool = False
    started: date | None = None
    rests: bool = False
    rested_until: date | None = None
    has_goal: bool = True
    setback: Setback | None = None
    fall: Fall | None = None
    fall_rater: str = "client"
    worse: Worse | None = None
    helped: str = ""
    contact_every_days: int = CONTACT_EVERY_DAYS
    last_seen: date | None = None
    met_last: str = ""
    tried: str = ""
    step_due: date | None = None
    step_words: str = ""
    review_due: date | None = None
    check_due: str = ""
    to_ask: str = ""


def reasons(standing: Standing) -> list[Reason]:
    """Return all reasons, the most pressing first; nothing in them blames."""
    return sorted(_all(standing), key=lambda reason: reason.rank)


def _all(given: Standing) -> Iterator[Reason]:
    if given.asks_safety:
        words = "An answer asks for it. Two people see to it."
        yield Reason(0, "alert", "Talk about safety.", words, brief="talk about safety")
    yield from _off_track(given)
    yield from _step(given)
    if not given.rests:
        yield from _review(given)
        yield from _not_seen(given)
    if given.check_due:
        yield Reason(5, "clock", "Did it last?", given.check_due, brief="ask whether it lasted")
    if not given.has_goal:
        words = "The first one opens the journey."
        yield Reason(6, "person", "No goal yet.", words, brief="no goal yet")
    if given.to_ask:
        yield Reason(7, "clock", "Time to ask:", given.to_ask, brief="a measure to ask")


def _off_track(given: Standing) -> Iterator[Reason]:
    if given.setback:
        since = plain_day(given.setback.on, given.today)
        strong = f"Finding the way back since {since}."
        yield Reason(0, "waves", strong, given.setback.words, given.helped, OFF_TRACK)
        return
    said = [words for words in (_fell(given), _worse(given)) if words]
    if said:
        yield Reason(1, "waves", "Off track.", " ".join(said), given.helped, OFF_TRACK)


def _fell(given: Standing) -> str:
    if given.fall is None:
        return ""
    whose = WHOSE.get(given.fall_rater, "The rating")
    return f"{whose} fell twice, {given.fall.points} points."


def _worse(given: Standing) -> str:
    if given.worse is None:
        return ""
    found = given.worse
    points = "point" if found.points == 1 else "points"
    return (
        f"{found.label} is {found.points:g} {points} worse than at first; "
        f"from {found.limit:g} on it is more than chance."
    )


def _step(given: Standing) -> Iterator[Reason]:
    if given.step_due is None or given.step_due > given.today:
        return
    day = plain_day(given.step_due, given.today)
    if given.step_due == given.today:
        brief = "a step is due today"
        yield Reason(2, "clock", "A step is due today:", given.step_words, brief=brief)
    else:
        strong, brief = f"A step was planned for {day}:", f"a step was planned for {day}"
        yield Reason(2, "clock", strong, given.step_words, brief=brief)


def _review(given: Standing) -> Iterator[Reason]:
    if given.review_due is None or (given.review_due - given.today).days > REVIEW_SOON:
        return
    if given.review_due < given.today:
        day = f"for {plain_span((given.today - given.review_due).days)}"
    else:
        day = on_day(given.review_due, given.today)
    yield Reason(3, "clock", "Review due", day, brief=f"review due {day}")


def _not_seen(given: Standing) -> Iterator[Reason]:
    """Say that there was no contact within the service's interval; a rest begins it anew."""
    known = [day for day in (given.last_seen, given.started, given.rested_until) if day]
    if not known or (days := (given.today - max(known)).days) < given.contact_every_days:
        return
    span = plain_span(days)
    words = given.tried or ("" if given.last_seen else "Nothing recorded since the start.")
    # What reached them last is worth saying where something else was tried since.
    help_words = f"Last time it was: {given.met_last}" if given.tried and given.met_last else ""
    yield Reason(
        4, "call-missed", f"Not seen for {span}.", words, help_words, f"not seen for {span}"
    )
