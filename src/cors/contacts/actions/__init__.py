"""Verbs: record a contact with all that came of it; move an entry to the right person."""

from cors.contacts.actions.move import Moved, TakenBack, move_entry
from cors.contacts.actions.record import record_contact

__all__ = ["Moved", "TakenBack", "move_entry", "record_contact"]
