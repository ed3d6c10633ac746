"""Verbs: an author puts an entry right within a day; whoever knows more adds to it later."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.contacts.actions.checks import (
    check_contact,
    check_delivered,
    contact_kind,
    only_result,
)
from cors.contacts.actions.to_day import move_results
from cors.contacts.models import Addendum, Contact, ContactPerson, Correction
from cors.contacts.models.correction import Corrected
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.plans.actions import checks
from cors.plans.models import Moment

IN_PLACE = timedelta(hours=24)


@dataclass(frozen=True)
class Standing:
    """What of an entry can be corrected."""

    note: str
    kind: str
    minutes: int | None
    on: date

    def known(self) -> dict[str, object]:
        return {"note": self.note, "kind": self.kind, "minutes": self.minutes, "on": self.on}


def standing(person: ContactPerson) -> Standing:
    """Return an entry as it stands."""
    contact = person.contact
    return Standing(person.note, contact.kind, contact.minutes, contact.happened_date)


def check_in_place(entry: Corrected, *, at: datetime, by: Membership) -> None:
    """Refuse to change what somebody else wrote, what is a day old, or what a closed case holds."""
    checks.check_going_on(entry.case)
    if entry.created_by_id != by.user_id:
        raise Refused("Somebody else wrote this. Add to it instead: both stand side by side.")
    if at - entry.created_at > IN_PLACE:
        raise Refused("This is older than 24 hours and stays as it is. Add to it instead.")


@verb(Permission.RECORD)
def correct_entry(
    *,
    person: ContactPerson,
    note: str,
    kind: str,
    minutes: int | None,
    on: date,
    at: datetime,
    by: Membership,
    seen: str = "",
) -> None:
    """Put right what was recorded of a contact; how it stood before is kept.

    Kind, minutes and day belong to all who were there. What came of it on that day goes along.
    """
    check_in_place(person, at=at, by=by)
    person.hold("note", "happened_date")
    person.contact.hold("kind", "result", "minutes", "happened_date", "happened_at")
    before, now = standing(person), Standing(note.strip(), kind, minutes, on)
    refuse_unseen(seen, before.known())
    if now == before:
        raise Refused("Nothing is different. Change something, or leave it.")
    checks.check_note(note, field="note")
    everybody = [person, *person.others_in_contact()]
    shared = (kind, minutes, on) != (before.kind, before.minutes, before.on)
    for each in everybody if shared else [person]:
        _keep_before(each, before, by)
    if shared:
        _put_right(person.contact, everybody, now, by)
    person.note, person.happened_date = now.note, on
    person.save(update_fields=["note", "happened_date"])
    names = [name for name, value in now.known().items() if value != before.known()[name]]
    record(by=by, verb="correct_entry", about=person, changes={"corrected": names})


@verb(Permission.RECORD, Permission.PLAN)
def correct_moment(
    *, moment: Moment, words: str, at: datetime, by: Membership, seen: str = ""
) -> None:
    """Put right the words of a small success or a setback; those before are kept."""
    check_in_place(moment, at=at, by=by)
    moment.hold("words")
    refuse_unseen(seen, {"words": moment.words})
    checks.check_words(words)
    if words.strip() == moment.words:
        raise Refused("Nothing is different. Change something, or leave it.", field="words")
    _keep(moment, by, moment=moment, words=moment.words, happened_date=moment.happened_date)
    moment.words = words.strip()
    moment.save(update_fields=["words"])
    record(by=by, verb="correct_moment", about=moment, changes={"corrected": ["words"]})


@verb(Permission.RECORD, Permission.PLAN)
def add_to_entry(*, entry: Corrected, words: str, by: Membership) -> Addendum:
    """Add to an entry that stays as it is; what is added is shown with it."""
    checks.check_going_on(entry.case)
    checks.check_words(words)
    addendum = Addendum(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=entry.case,
        person=entry if isinstance(entry, ContactPerson) else None,
        moment=entry if isinstance(entry, Moment) else None,
        words=words.strip(),
    )
    addendum.save(force_insert=True)
    record(by=by, verb="add_to_entry", about=entry, changes={"addendum": addendum.pk})
    return addendum


def _keep_before(person: ContactPerson, before: Standing, by: Membership) -> None:
    stood = {"kind": before.kind, "minutes": before.minutes, "happened_date": before.on}
    _keep(person, by, person=person, words=person.note, **stood)


def _keep(entry: Corrected, by: Membership, **stood: Any) -> None:
    """Keep how an entry stood before it is put right."""
    kept = Correction(
        organisation=by.organisation, created_by_id=by.user_id, case=entry.case, **stood
    )
    kept.save(force_insert=True)


def _put_right(
    contact: Contact, everybody: list[ContactPerson], now: Standing, by: Membership
) -> None:
    before = contact.happened_date
    if contact.happened_at:
        contact.happened_at += now.on - before
    contact.kind, contact.minutes, contact.happened_date = now.kind, now.minutes, now.on
    way = contact_kind(now.kind, by)
    contact.result = only_result(way) or contact.result
    check_contact(contact, way, by)
    contact.save(update_fields=["kind", "result", "minutes", "happened_date", "happened_at"])
    for person in everybody:
        _move_day(person, contact, before, by)


def _move_day(person: ContactPerson, contact: Contact, before: date, by: Membership) -> None:
    checks.check_going_on(person.case)
    checks.check_day(contact.happened_date, by=by, case=person.case)
    for piece in person.delivered():
        if piece.intervention:
            check_delivered(piece.intervention, contact)
        piece.happened_date = contact.happened_date
        piece.save(update_fields=["happened_date"])
    if before != contact.happened_date:
        move_results(person, before=before, on=contact.happened_date)
    person.happened_date = contact.happened_date
    person.save(update_fields=["happened_date"])
