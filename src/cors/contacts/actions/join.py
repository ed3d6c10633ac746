"""Verb: somebody else was part of a contact that is recorded already."""

from uuid import UUID

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.contacts.actions.checks import check_people
from cors.contacts.actions.record import keep_entry
from cors.contacts.entry import PersonEntry
from cors.contacts.models import Contact, ContactPerson, Draft
from cors.core.errors import NotAllowed, Refused


@verb(Permission.RECORD)
def join_contact(
    *,
    contact: Contact,
    entry: PersonEntry,
    form_key: UUID,
    by: Membership,
    came_from: Draft | None = None,
    version: int = 0,
) -> ContactPerson:
    """Add a person to a contact, with their own note and results; only whoever had it may.

    came_from and version: the draft that the form went on from, as record_contact takes them.
    """
    if contact.worker_id != by.pk:
        raise NotAllowed("Only whoever had this contact can say who was there.")
    contact.hold("result")
    if entry.case.pk in {person.case_id for person in ContactPerson.in_contact(contact)}:
        raise Refused("This person is part of this contact already.", field="people")
    check_people([entry], contact, by)
    person = keep_entry(entry, contact, by)
    Draft.saved(form_key, by, came_from, version)
    return person
