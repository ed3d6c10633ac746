"""Verb: the organisation's word for the people it supports."""

from cors.access.models import Membership, Organisation
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen

LONGEST_WORD = 40


@verb(Permission.CHOOSE_CATALOGUE, Permission.SET_UP)
def choose_client_word(
    *, client_word: str, clients_word: str, by: Membership, seen: str = ""
) -> Organisation:
    """Choose what one person supported is called on every page, and several."""
    one, several = client_word.strip(), clients_word.strip()
    for word, field in ((one, "client_word"), (several, "clients_word")):
        if not word:
            raise Refused("Write the word as it stands inside a sentence.", field=field)
        if len(word) > LONGEST_WORD:
            raise Refused(f"Keep the word to {LONGEST_WORD} characters.", field=field)
    organisation = by.organisation
    organisation.hold("client_word", "clients_word")
    stands = {"client_word": organisation.client_word, "clients_word": organisation.clients_word}
    refuse_unseen(seen, stands)
    organisation.client_word, organisation.clients_word = one, several
    organisation.save(update_fields=["client_word", "clients_word"])
    changes = {"client_word": one, "clients_word": several}
    record(by=by, verb="choose_client_word", about=organisation, changes=changes)
    return organisation
