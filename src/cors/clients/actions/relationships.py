"""Verbs: who is around a person."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.clients.days import refuse_before, refuse_future
from cors.clients.models import Client, Relationship
from cors.core.errors import Refused


@verb(Permission.EDIT_PEOPLE)
def add_relationship(
    *, client: Client, kind: str, name: str, on: date, by: Membership, words: str = ""
) -> Relationship:
    """Write down somebody in the life of a person."""
    refuse_future(on, by=by)
    if kind not in Relationship.Kind.values:
        raise Refused("Choose one of the kinds in the list.", field="kind")
    if not name.strip():
        raise Refused("Give a name, or what the person calls them.", field="name")
    relationship = Relationship(
        organisation=by.organisation,
        created_by=by.user,
        client=client,
        kind=kind,
        name=name.strip(),
        words=words.strip(),
        from_date=on,
    )
    relationship.save(force_insert=True)
    changes = {"kind": kind, "name": relationship.name, "words": relationship.words}
    record(by=by, verb="add_relationship", about=relationship, changes=changes)
    return relationship


@verb(Permission.EDIT_PEOPLE)
def end_relationship(*, relationship: Relationship, on: date, by: Membership) -> None:
    """Take somebody off the list who is no longer around; what was written stays in the record."""
    refuse_future(on, by=by)
    refuse_before(on, relationship.from_date, "This was written down")
    if relationship.ended_date:
        raise Refused("This was taken off the list already.")
    relationship.ended_date = on
    relationship.save(update_fields=["ended_date"])
    record(by=by, verb="end_relationship", about=relationship, changes={"on": on})
