"""Verbs: what an organisation does, what it can record, its word for the people it supports."""

from cors.catalogue.actions.client_word import choose_client_word
from cors.catalogue.actions.entry import add_own_entry, relabel_entry, switch_entry
from cors.catalogue.actions.licence import (
    declare_noncommercial,
    end_wording,
    load_wording,
    withdraw_noncommercial,
)
from cors.catalogue.actions.service import (
    add_service,
    change_how_often,
    end_service,
    name_who_is_told,
    rename_service,
)

__all__ = [
    "add_own_entry",
    "add_service",
    "change_how_often",
    "choose_client_word",
    "declare_noncommercial",
    "end_service",
    "end_wording",
    "load_wording",
    "name_who_is_told",
    "relabel_entry",
    "rename_service",
    "switch_entry",
    "withdraw_noncommercial",
]
