"""Meetings, calls, visits, messages, and everything that came of them."""

from cors.contacts.models.came_of import (
    CameOf,
    Delivered,
    Dose,
    barriers_of,
    moments_of,
    outcomes_of,
    ratings_of,
    steps_of,
    touched_goals,
)
from cors.contacts.models.contact import Contact
from cors.contacts.models.contact_person import ContactPerson
from cors.contacts.models.correction import (
    Addendum,
    Corrected,
    Correction,
    OfEntry,
    written_on,
)
from cors.contacts.models.draft import Draft
from cors.contacts.models.last_contact import LastContact, last_contact_of, with_last_contact
from cors.contacts.models.ties import ties_of

__all__ = [
    "Addendum",
    "CameOf",
    "Contact",
    "ContactPerson",
    "Corrected",
    "Correction",
    "Delivered",
    "Dose",
    "Draft",
    "LastContact",
    "OfEntry",
    "barriers_of",
    "last_contact_of",
    "moments_of",
    "outcomes_of",
    "ratings_of",
    "steps_of",
    "ties_of",
    "touched_goals",
    "with_last_contact",
    "written_on",
]
