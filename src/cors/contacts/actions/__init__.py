"""Verbs: keep a draft, record a contact with all that came of it, move an entry."""

from cors.contacts.actions.correct import add_to_entry, correct_entry, correct_moment
from cors.contacts.actions.draft import keep_draft, let_go_draft
from cors.contacts.actions.join import join_contact
from cors.contacts.actions.move import Moved, TakenBack, move_entry
from cors.contacts.actions.record import record_contact

__all__ = [
    "Moved",
    "TakenBack",
    "add_to_entry",
    "correct_entry",
    "correct_moment",
    "join_contact",
    "keep_draft",
    "let_go_draft",
    "move_entry",
    "record_contact",
]
