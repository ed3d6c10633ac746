"""Writing events. They stand in the transaction of what they tell; if they fail, it fails."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Protocol
from uuid import UUID

from django.http import HttpRequest

from cors.audit.models import Event, NamedOnPage


class Actor(Protocol):
    """Who did it: a membership."""

    pk: Any
    organisation_id: UUID
    user_id: UUID


class About(Protocol):
    """The record it was done to."""

    pk: Any
    _meta: ClassVar[Any]


def record(
    *, by: Actor, verb: str, about: About, changes: Mapping[str, Any] | None = None
) -> Event:
    """Write down one verb; changes are sealed under the client's key."""
    event = Event(
        organisation_id=by.organisation_id,
        actor_id=by.user_id,
        kind=Event.Kind.WRITE,
        verb=verb,
        about_kind=about._meta.label_lower,
        about_id=about.pk,
        client_id=_client_of(about),
    )
    if changes:
        event.changes = json.dumps(changes, default=str, ensure_ascii=False)
    event.save(force_insert=True)
    return event


def _client_of(about: About) -> UUID | None:
    subject = getattr(about, "sealing_subject", None)
    found: UUID | None = subject() if subject else None
    return found


def record_read(request: HttpRequest, *, page: str, clients: Iterable[About] = ()) -> None:
    """Write down that a page naming these clients was shown, once a page."""
    by: Actor = request.member  # type: ignore[attr-defined]
    named = {client.pk for client in clients}
    event = Event(
        organisation_id=by.organisation_id,
        actor_id=by.user_id,
        kind=Event.Kind.READ,
        verb=page,
        client_id=next(iter(named)) if len(named) == 1 else None,
    )
    event.save(force_insert=True)
    if len(named) > 1:
        NamedOnPage.objects.bulk_create(
            NamedOnPage(event_id=event.pk, organisation_id=by.organisation_id, client_id=client)
            for client in named
        )


def record_sign_in(*, verb: str, user: UUID | None) -> None:
    """Write down a sign-in, a sign-out or a refused try."""
    Event(kind=Event.Kind.SIGN_IN, verb=verb, actor_id=user).save(force_insert=True)


def record_purge(*, organisation: UUID | None, number: int, before: datetime, using: str) -> None:
    """Write down that events were taken away; sign-ins belong to no organisation and no key."""
    event = Event(
        organisation_id=organisation,
        kind=Event.Kind.WRITE,
        verb="purge_events",
        about_kind=Event._meta.label_lower,
    )
    if organisation:
        event.changes = json.dumps({"events": number, "before": before.isoformat()})
    event.save(force_insert=True, using=using)
