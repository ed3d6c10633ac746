"""Verb: erase a person for good, and keep them erased after a restore."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.scope import within
from cors.access.verbs import verb
from cors.audit.record import record
from cors.clients.models import Client, NamePrefix
from cors.core.errors import Refused
from cors.core.ledger import Erased, append
from cors.core.wiping import wipe_log_after_commit


@verb(Permission.ERASE_PEOPLE)
def erase_client(*, client: Client, typed_reference: str, by: Membership, at: datetime) -> None:
    """Destroy a person's key: nothing about them opens again; what was counted stays counted.

    The ledger is written before the commit: an entry too many erases somebody whose erasure was
    asked for, one too few would bring them back with the next restore.
    """
    client.look_again()
    if client.erased_at:
        raise Refused("This person was erased already.")
    if not client.answers_to(typed_reference):
        raise Refused(
            f"Type the reference as it stands here: {client.reference}.", field="typed_reference"
        )
    record(by=by, verb="erase_client", about=client)
    _forget(client, at)
    try:
        append(
            Path(settings.CORS_LEDGER),
            Erased(subject=client.pk, organisation=client.organisation_id, at=at),
        )
    except OSError:
        raise Refused(
            "Nothing was erased: the erasure ledger cannot be written. Ask whoever runs the server."
        ) from None


def erase_again(erased: Erased) -> bool:
    """Erase somebody whom a restored database brought back; say whether it had."""
    with transaction.atomic(), within(erased.organisation):
        client = Client.with_key(erased.subject)
        if client is None or not client.is_readable():
            return False
        _forget(client, erased.at)
    return True


def _forget(client: Client, at: datetime) -> None:
    wipe_log_after_commit()
    NamePrefix.forget(client)
    client.destroy_key()
    client.clear_sealed()
    # A reference that somebody typed may be a number by which other offices know the person.
    client.reference = f"erased-{client.pk.hex[-12:]}"
    client.sort_key, client.erased_at = "", at
    client.save()
