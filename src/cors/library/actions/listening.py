"""Verbs of those who listen: agree that it is noted or not, come to a place, hear to the end."""

from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from uuid import UUID

from cors.access.models import Membership
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.library.models import Hearing, Listener, Question, Sent

LONGEST = 24 * 60 * 60  # seconds of a recording


@dataclass(frozen=True)
class Place:
    """Where somebody is in an answer: seconds or lines, of how many, in which chapter (from 1)."""

    at: float
    of: float
    part: int
    ended: bool = False


@verb()
def agree_to_be_counted(*, library: UUID, counts: bool, at: datetime, by: Membership) -> Listener:
    """Let a library note what one hears, or not; a no takes away what was noted."""
    listener = Listener.of(by, [library]).get(library)
    listener = listener or Listener(
        organisation_id=library, user_id=by.user_id, created_by_id=by.user_id
    )
    listener.counts, listener.said_at = counts, at
    listener.name = by.user.name if counts else ""
    listener.works_for_id = by.organisation_id
    listener.works_for_name = by.organisation.name
    listener.save()
    if not counts:
        Hearing.of(by).filter(organisation_id=library).delete()
    record(by=by, verb="agree_to_be_counted", about=listener, changes={"counts": counts})
    return listener


@verb()
def come_to(
    *, library: UUID, slug: str, place: Place, at: datetime, by: Membership
) -> Hearing | None:
    """Note how far somebody came; nothing is noted of who did not agree (None).

    At the end, what was sent or answered to them with it is theirs no longer to open.
    """
    if not (isfinite(place.at) and isfinite(place.of) and 0 <= place.of <= LONGEST):
        raise Refused("This is no place in an answer.")
    if place.ended:
        Sent.opened(by, slug, at)
        Question.told(by, slug, at)
    said = Listener.of(by, [library]).get(library)
    if said is None or not said.counts:
        return None
    hearing = Hearing.of_one(by, library, slug)
    is_news = hearing is None or (place.ended and hearing.heard_at is None)
    hearing = hearing or Hearing(
        organisation_id=library, user_id=by.user_id, created_by_id=by.user_id, slug=slug,
        works_for_id=by.organisation_id, started_at=at,
    )  # fmt: skip
    hearing.works_for_name = by.organisation.name
    hearing.move(place=place.at, length=place.of, part=place.part, at=at, ended=place.ended)
    hearing.save()
    if is_news:
        record(by=by, verb="hear_answer", about=hearing, changes={"answer": slug})
    return hearing
