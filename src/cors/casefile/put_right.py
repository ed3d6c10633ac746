"""How an entry is put right: by its author within a day, after that by what is added to it."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from cors.access.permissions import Permission
from cors.casefile.case_record import CaseRecord
from cors.contacts.actions.correct import IN_PLACE
from cors.contacts.models import Addendum, ContactPerson, Corrected
from cors.core.plain_days import plain_day


@dataclass(frozen=True)
class PutRight:
    """Where an entry is put right or added to."""

    url: str
    label: str


def put_right(record: CaseRecord, entry: Corrected) -> PutRight | None:
    """Return where an entry is changed in place, else added to; None for who may do neither."""
    if record.ending or not record.member.can(Permission.RECORD):
        return None
    kind = "entry" if isinstance(entry, ContactPerson) else "moment"
    mine = entry.created_by_id == record.member.user_id
    if mine and timezone.now() - entry.created_at <= IN_PLACE:
        return PutRight(reverse(f"contacts:correct_{kind}", args=[entry.pk]), "Put right")
    return PutRight(reverse(f"contacts:add_to_{kind}", args=[entry.pk]), "Add to it")


def said_later(record: CaseRecord) -> dict[UUID | None, list[str]]:
    """Return what was added by the entry that it is on, each with who and when."""
    return {key: [_said(record, row) for row in rows] for key, rows in record.addenda.items()}


def _said(record: CaseRecord, row: Addendum) -> str:
    who = row.created_by.first_name if row.created_by else "Somebody"
    day = plain_day(timezone.localdate(row.created_at), record.today)
    return f"{who} added, {day}: {row.words}"
