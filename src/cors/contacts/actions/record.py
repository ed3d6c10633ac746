"""Verb: one save for a contact, however many people were there."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.contacts.actions.checks import (
    check_contact,
    check_people,
    contact_kind,
    only_result,
)
from cors.contacts.actions.results import keep_results
from cors.contacts.entry import PersonEntry
from cors.contacts.models import CameOf, Contact, ContactPerson, Delivered, Draft
from cors.core.errors import NotAllowed


@verb(Permission.RECORD)
def record_contact(
    *,
    kind: str,
    on: date,
    by: Membership,
    form_key: UUID,
    people: Sequence[PersonEntry],
    result: str = "held",
    minutes: int | None = None,
    at: datetime | None = None,
    place: str = "",
    came_from: Draft | None = None,
    version: int = 0,
) -> Contact:
    """Record a contact and what came of it for each person; the same form twice is one contact.

    A kind that can go in one way only has that result: an attempt to reach had no answer.
    The drafts that the form left go; came_from only if it still is as in this version.
    """
    if before := _made_before(form_key, by):
        return before
    way = contact_kind(kind, by)
    contact = Contact(
        organisation=by.organisation,
        created_by_id=by.user_id,
        kind=kind,
        result=only_result(way) or result,
        happened_date=on,
        happened_at=at,
        minutes=minutes,
        place=place.strip(),
        worker=by,
        form_key=form_key,
    )
    check_contact(contact, way, by)
    check_people(people, contact, by)
    try:
        with transaction.atomic():
            contact.save(force_insert=True)
    except IntegrityError:
        # The same form arrived twice at the same time, and the constraint let one of them in.
        if first := _made_before(form_key, by):
            return first
        raise
    for entry in people:
        keep_entry(entry, contact, by)
    Draft.saved(form_key, by, came_from, version)
    return contact


def _made_before(form_key: UUID, by: Membership) -> Contact | None:
    before = Contact.made_with(form_key, by)
    if before and before.worker_id != by.pk:
        raise NotAllowed("Somebody else sent this form. Open a new one.")
    return before


def keep_entry(entry: PersonEntry, contact: Contact, by: Membership) -> ContactPerson:
    """Keep one person's part of a contact, with all that came of it."""
    person = ContactPerson(
        organisation=by.organisation,
        created_by_id=by.user_id,
        contact=contact,
        case=entry.case,
        happened_date=contact.happened_date,
        note=entry.note.strip(),
    )
    person.save(force_insert=True)
    for intervention in dict.fromkeys(entry.delivered):
        Delivered(
            organisation=by.organisation,
            created_by_id=by.user_id,
            contact_person=person,
            intervention=intervention,
            type_key=intervention.type_key,
            minutes=contact.minutes,
            happened_date=contact.happened_date,
        ).save(force_insert=True)
    results = keep_results(entry, on=contact.happened_date, by=by)
    CameOf.write(person, results)
    changes = {
        "contact": contact.pk,
        "kind": contact.kind,
        "result": contact.result,
        "on": contact.happened_date,
        "minutes": contact.minutes,
        "delivered": [each.pk for each in entry.delivered],
        "came_of": results,
    }
    record(by=by, verb="record_contact", about=person, changes=changes)
    return person
