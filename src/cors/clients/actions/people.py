"""Verbs: add a person, change what is known of them."""

from datetime import date
from typing import Any

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.clients.days import EARLIEST_YEAR, refuse_future
from cors.clients.models import Client, NamePrefix, ReferenceCount
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.core.keyring import make_key

NAMES = frozenset({"name", "preferred_name"})
CAN_CHANGE = NAMES | {"reference", "birth_date", "birth_year", "pronouns", "language", "needs"}


@verb(Permission.ADD_PEOPLE)
def add_client(
    *,
    name: str,
    on: date,
    by: Membership,
    reference: str = "",
    preferred_name: str = "",
    birth_date: date | None = None,
    birth_year: int | None = None,
    pronouns: str = "",
    language: str = "",
    needs: str = "",
) -> Client:
    """Add a person: their key first, then what is sealed under it."""
    refuse_future(on, by=by)
    client = Client(organisation=by.organisation, created_by=by.user)
    make_key(client.pk, client.organisation_id)
    client.reference = reference.strip() or ReferenceCount.next_for(by.organisation)
    client.name = " ".join(name.split())
    client.preferred_name = preferred_name.strip()
    client.pronouns = pronouns
    client.language = language
    client.needs = needs
    _set_birth(client, birth_date, birth_year)
    _check(client, by)
    client.sort_key = client.file_under()
    client.save(force_insert=True)
    NamePrefix.write_for(client, by.user)
    record(by=by, verb="add_client", about=client, changes={"on": on, "name": client.name})
    return client


@verb(Permission.EDIT_PEOPLE)
def edit_client(*, client: Client, by: Membership, seen: str = "", **changed: Any) -> None:
    """Change what is known of a person; before and after stay in the audit trail, sealed.

    seen: what stood in the form, so that nobody writes over what they have not seen.
    """
    if strange := changed.keys() - CAN_CHANGE:
        raise TypeError(f"A person has no {', '.join(sorted(strange))} to change.")
    client.hold("erased_at", *CAN_CHANGE)
    if client.erased_at:  # a page that was open before would bring the name back to be found
        raise Refused("This person was erased. Nothing about them can be changed.")
    before = _known(client)
    refuse_unseen(seen, before)
    for field in changed.keys() - {"birth_date", "birth_year"}:
        setattr(
            client, field, " ".join(changed[field].split()) if field in NAMES else changed[field]
        )
    if "birth_date" in changed or "birth_year" in changed:
        _set_birth(client, changed.get("birth_date"), changed.get("birth_year"))
    _check(client, by)
    now = _known(client)
    differs = {field for field in before if before[field] != now[field]}
    if not differs:
        return
    client.sort_key = client.file_under()
    client.save(update_fields=[*differs, "sort_key"])
    if differs & NAMES:
        NamePrefix.write_for(client, by.user)
    changes = {field: {"before": before[field], "now": now[field]} for field in sorted(differs)}
    record(by=by, verb="edit_client", about=client, changes=changes)


def _known(client: Client) -> dict[str, Any]:
    return {field: getattr(client, field) for field in CAN_CHANGE}


def _set_birth(client: Client, day: date | None, year: int | None) -> None:
    client.birth_date = day.isoformat() if day else ""
    client.birth_year = day.year if day else year


def _check(client: Client, by: Membership) -> None:
    if not client.name:
        raise Refused("Give a name, or the one they go by.", field="name")
    today = by.organisation.today()
    if client.born_on and client.born_on > today:
        raise Refused("The date of birth has not come yet. Check the year.", field="birth_date")
    if client.birth_year is not None and not EARLIEST_YEAR <= client.birth_year <= today.year:
        field = "birth_date" if client.birth_date else "birth_year"
        raise Refused(
            f"Give a year of birth from {EARLIEST_YEAR} to {today.year}, such as 1984.", field=field
        )
    taken = Client.with_reference(client.organisation_id, client.reference)
    if not client.reference or (taken and taken.pk != client.pk):
        raise Refused(
            "This reference is in use. Give another, or leave it empty for the next free one.",
            field="reference",
        )
