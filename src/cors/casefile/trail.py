"""The trail of events, told for a page: when, who, what and about whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from cors.access.models import Membership
from cors.audit.models import Event
from cors.clients.models import Client

AT_ONCE = 50
KINDS = (("write", "Changed"), ("read", "Opened"))
NOBODY = "Nobody who signed in"


@dataclass(frozen=True)
class Page:
    """Some events, and how to go on from the oldest of them."""

    events: list[Event]
    before: str
    who: str
    people: dict[UUID, str]


@dataclass(frozen=True)
class Row:
    """One event for a reader."""

    at: datetime
    who: str
    what: str
    is_read: bool
    client: Client | None


def page_of_events(found: Any, member: Membership, asked: Mapping[str, str]) -> Page:
    """Return the newest events, or those before a given one, by one person where that was asked."""
    people = _people(member)
    who = _key(asked.get("who", ""))
    if who in people:
        found = found.filter(actor_id=who)
    if last := found.filter(pk=_key(asked.get("before", ""))).first():
        found = found.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))
    events = list(found[: AT_ONCE + 1])
    more = len(events) > AT_ONCE
    events = events[:AT_ONCE]
    return Page(
        events=events,
        before=str(events[-1].pk) if more else "",
        who=str(who) if who in people else "",
        people=people,
    )


def _people(member: Membership) -> dict[UUID, str]:
    everybody = Membership.everybody_in(member.organisation_id)
    return {one.user.pk: one.user.name for one in everybody}


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def told(events: Iterable[Event], member: Membership) -> list[Row]:
    """Return the events in words; a client outside the reader's sight is left out."""
    events = list(events)
    people = _people(member)
    keys = {event.client_id for event in events if event.client_id}
    clients = Client.visible_to(member).in_bulk(keys)
    return [
        Row(
            at=event.at,
            who=people.get(event.actor_id, NOBODY) if event.actor_id else NOBODY,
            what=event.in_words,
            is_read=event.kind == Event.Kind.READ,
            client=clients.get(event.client_id),
        )
        for event in events
    ]
