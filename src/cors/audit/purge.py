"""Taking old events away: by the owner role only, and each time leaves an event."""

from datetime import datetime
from uuid import UUID

from django.db import DatabaseError, transaction

from cors.audit.models import Event
from cors.audit.triggers import lay_triggers, lift_triggers
from cors.core.errors import Refused


def purge(*, before: datetime, using: str) -> dict[UUID | None, int]:
    """Delete the events before a moment; return how many went, by organisation.

    Raises Refused where the role does not own the table. Runs in the caller's transaction.
    """
    try:
        with transaction.atomic(using=using):
            lift_triggers(using)
    except DatabaseError:
        raise Refused(
            "Only the role that owns the tables takes events away. "
            "Set CORS_OWNER_DATABASE_URL to its address."
        ) from None
    gone = Event.take_away(before=before, using=using)
    lay_triggers(using)
    return gone
