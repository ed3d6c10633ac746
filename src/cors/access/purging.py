"""Old events of all organisations are taken away together, never younger than a year."""

from datetime import datetime, timedelta

from django.db import transaction

from cors.access.scope import within
from cors.audit.purge import purge
from cors.audit.record import record_purge
from cors.core.errors import Refused

KEPT_AT_LEAST = timedelta(days=365)


def purge_events(*, before: datetime, at: datetime, using: str) -> int:
    """Take away the events before a moment, write that down for each organisation, count them."""
    if before > at - KEPT_AT_LEAST:
        raise Refused(
            "Events are kept for at least a year. Give an earlier day with --before.",
            field="before",
        )
    with transaction.atomic(using=using):
        gone = purge(before=before, using=using)
        for organisation, number in gone.items():
            with within(organisation):
                record_purge(organisation=organisation, number=number, before=before, using=using)
    return sum(gone.values())
