"""Verbs: people, how to reach them safely, what they agreed to, who must not see them."""

from cors.clients.actions.alerts import ask_after_safety, end_alert, raise_alert
from cors.clients.actions.blocks import block_sight, lift_block
from cors.clients.actions.consents import record_consent, withdraw_consent
from cors.clients.actions.contact_points import (
    add_contact_point,
    check_contact_point,
    end_contact_point,
)
from cors.clients.actions.equality import answer_equality
from cors.clients.actions.erasure import erase_client
from cors.clients.actions.people import add_client, edit_client
from cors.clients.actions.relationships import add_relationship, end_relationship

__all__ = [
    "add_client",
    "add_contact_point",
    "add_relationship",
    "answer_equality",
    "ask_after_safety",
    "block_sight",
    "check_contact_point",
    "edit_client",
    "end_alert",
    "end_contact_point",
    "end_relationship",
    "erase_client",
    "lift_block",
    "raise_alert",
    "record_consent",
    "withdraw_consent",
]
