"""What a contact must meet before anything of it is kept."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from cors.access.in_sight import keys_in_sight
from cors.access.models import Membership
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.entries import ContactKind
from cors.contacts.entry import PersonEntry
from cors.contacts.models import Contact
from cors.core.errors import NotAllowed, Refused
from cors.plans.actions import checks
from cors.plans.models import Intervention

MINUTES_A_DAY = 24 * 60
LONGEST_PLACE = 40
SAME_OUTCOME = "The same outcome stands there for that day. Take one of the two back first."


def contact_kind(key: str, by: Membership) -> ContactKind:
    """Return a kind of contact that the organisation offers, or refuse."""
    catalogue = catalogue_of(by.organisation_id)
    kind = catalogue.entry("contact_kind", key)
    if not isinstance(kind, ContactKind) or not catalogue.has("contact_kind", key):
        raise Refused("Choose the kind of contact from the list.", field="kind")
    return kind


def only_result(kind: ContactKind) -> str:
    """Return the result of a kind that can go in one way only, else nothing."""
    return kind.results[0] if len(kind.results) == 1 else ""


def check_contact(contact: Contact, kind: ContactKind, by: Membership) -> None:
    """Refuse a result, a length or a time that can't be."""
    if contact.result not in kind.results:
        raise Refused(f"Choose how it went; “{kind.label}” has its own list.", field="result")
    if contact.minutes is not None and not 0 <= contact.minutes <= MINUTES_A_DAY:
        raise Refused("Give the minutes from 0 to 1,440, which is a whole day.", field="minutes")
    checks.check_length(contact.place, LONGEST_PLACE, field="place")
    if contact.happened_date > by.organisation.today():
        raise Refused("The day is still to come. Choose today or an earlier day.", field="on")
    if contact.happened_at:
        _check_time(contact.happened_at, contact.happened_date, by)


def check_people(people: Sequence[PersonEntry], contact: Contact, by: Membership) -> None:
    """Refuse people twice, out of sight, or whose case does not go on."""
    cases = [entry.case for entry in people]
    if not cases:
        raise Refused("Choose who it was with.", field="people")
    if len({case.pk for case in cases}) < len(cases):
        raise Refused("One person is here twice. Leave one of the two away.", field="people")
    check_visible(cases, by)
    for entry in people:
        _check_entry(entry, contact, by)


def check_visible(cases: Sequence[Case], by: Membership) -> None:
    """Refuse a case that this person may not see, or of another organisation."""
    keys = {case.pk for case in cases}
    if keys_in_sight(Case, by, list(keys)) < keys:
        raise NotAllowed("This case is not in your sight. Ask your lead.")


def _check_entry(entry: PersonEntry, contact: Contact, by: Membership) -> None:
    checks.check_going_on(entry.case)
    checks.check_day(contact.happened_date, by=by, case=entry.case)
    checks.check_note(entry.note, field="note")
    checks.check_of_case(entry.touched(), entry.case, field="goals")
    checks.check_of_case(entry.delivered, entry.case, field="delivered")
    if entry.delivered and not contact.was_held():
        raise Refused(
            "Nothing is delivered in a contact that did not take place. "
            "Take away what was done, or change how it went.",
            field="delivered",
        )
    for intervention in entry.delivered:
        check_delivered(intervention, contact)


def check_delivered(intervention: Intervention, contact: Contact) -> None:
    """Refuse a day on which an intervention had not begun, or had come to its end."""
    day, end = contact.happened_date, intervention.ended_date
    checks.check_not_before(day, intervention.started_date, "it began", field="delivered")
    if end and day > end:
        raise Refused("This had come to its end by then. Start it again.", field="delivered")


def _check_time(at: datetime, on: date, by: Membership) -> None:
    if at > timezone.now():
        raise Refused("The time is still to come. Give an earlier one.", field="at")
    if by.organisation.today(at) != on:
        raise Refused("The time is not on that day. Change one of the two.", field="at")
