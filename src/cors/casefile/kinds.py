"""Kinds of contact in the order of this worker's habit."""

from cors.casefile.case_record import CaseRecord
from cors.catalogue.schema.entries import Entry
from cors.contacts.models import Contact


def kinds_in_habit(record: CaseRecord) -> list[Entry]:
    """Return the kinds that are offered, the ones used last first."""
    habit = Contact.kinds_of(record.member)
    places = {key: place for place, key in enumerate(habit)}
    entries = record.catalogue.entries("contact_kind")
    return sorted(entries, key=lambda entry: places.get(entry.key, len(places)))
