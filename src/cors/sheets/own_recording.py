"""What one's own recording took, and what came of it: for the worker alone."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cors.access.models import Membership
from cors.audit.models import Event
from cors.sheets.sheet import Line, Sheet, section
from cors.sheets.time_spent import Deed, Spent, counted, in_words, spent

WEEKS = 4
CAME_OF_IT = {
    "record_moment": "small successes and setbacks noted",
    "get_back_on_track": "ways back on track, with what helped",
    "resolve_barrier": "barriers out of the way",
    "confirm_outcome": "outcomes confirmed",
    "hold_review": "reviews held, each with its letter",
}
MADE_FROM_IT = {
    "letter_pdf": "letters opened on paper",
    "hand_over_sheet": "hand-over sheets opened",
    "supervision_sheet": "supervision sheets opened",
}


def own_recording_sheet(member: Membership, now: datetime) -> Sheet:
    """Put the sheet together from this person's own deeds; nobody else's are asked for."""
    since = now - timedelta(weeks=WEEKS)
    deeds = [
        Deed(at, verb, kind == Event.Kind.READ, about)
        for at, kind, verb, about in Event.own_deeds(
            member.organisation_id, member.user_id, since=since
        )
    ]
    nothing = f"Nothing yet in the last {WEEKS} weeks."
    came = _counted(CAME_OF_IT, counted(deeds, reads=False))
    made = _counted(MADE_FROM_IT, counted(deeds, reads=True))
    return Sheet(
        title="What recording took, and gave back",
        about=f"Your last {WEEKS} weeks. Only you can open this page: it is in no figure, and "
        "no lead or manager has one of you.",
        sections=(
            *section("Time", _time(spent(deeds)), nothing=nothing),
            *section("What came of it", came, nothing=nothing),
            *section("Made from it, without typing", made, nothing=nothing),
        ),
    )


def _time(found: Spent) -> Iterable[Line]:
    if found.each is not None:
        entries = f"{found.timed} {'entry' if found.timed == 1 else 'entries'}"
        yield Line(f"{in_words(found.seconds)} for {entries}.", f"{in_words(found.each)} each.")
    if found.not_timed:
        more = " more" if found.each is not None else ""
        yield Line(
            f"{found.not_timed}{more} could not be timed.",
            "Their page was opened more than half an hour before, or not here. This is not zero.",
        )


def _counted(named: dict[str, str], found: dict[str, int]) -> Iterable[Line]:
    return (Line(words, label=str(found[key])) for key, words in named.items() if found.get(key))
