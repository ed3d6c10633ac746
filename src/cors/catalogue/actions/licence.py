"""Verbs: the organisation says that it makes no profit, and loads words it has a licence for."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.catalogue.models import Licence
from cors.catalogue.schema.wording_file import as_data, read_wording
from cors.catalogue.shipped import shipped
from cors.core.errors import Refused

NO_PROFIT = ""
LONGEST_REFERENCE = 200


@verb(Permission.CHOOSE_CATALOGUE)
def declare_noncommercial(*, on: date, by: Membership) -> Licence:
    """Say that the organisation makes no profit; measures for such come to be offered."""
    if Licence.held(NO_PROFIT, by):
        raise Refused("This was declared already.")
    found = _begun(NO_PROFIT, on, by)
    found.save(force_insert=True)
    record(by=by, verb="declare_noncommercial", about=found, changes={"on": on})
    return found


@verb(Permission.CHOOSE_CATALOGUE)
def withdraw_noncommercial(*, on: date, by: Membership) -> Licence:
    """Take the word back; what was recorded stays, and nothing new is asked."""
    return _end(NO_PROFIT, on, by, "withdraw_noncommercial")


@verb(Permission.CHOOSE_CATALOGUE)
def load_wording(*, text: str, on: date, by: Membership) -> Licence:
    """Put the words of a licensee's file into the slots of a measure, in place of earlier ones."""
    wording, mistakes = read_wording(text, shipped().measures)
    if mistakes or wording is None:
        raise Refused("\n".join(str(mistake) for mistake in mistakes), field="file")
    if len(wording.reference) > LONGEST_REFERENCE:
        raise Refused(f"Keep the licence to {LONGEST_REFERENCE} characters.", field="file")
    if Licence.held(wording.measure, by):
        _end(wording.measure, on, by, "end_wording")
    found = _begun(wording.measure, on, by)
    found.version, found.reference = wording.version, wording.reference
    found.words = as_data(wording)
    found.save(force_insert=True)
    changes = {"measure": wording.measure, "reference": wording.reference, "on": on}
    record(by=by, verb="load_wording", about=found, changes=changes)
    return found


@verb(Permission.CHOOSE_CATALOGUE)
def end_wording(*, measure: str, on: date, by: Membership) -> Licence:
    """Take the words out again, as when a licence ends."""
    if measure == NO_PROFIT:
        raise Refused("Say which measure.", field="measure")
    return _end(measure, on, by, "end_wording")


def _begun(measure: str, on: date, by: Membership) -> Licence:
    _check_day(on, by)
    return Licence(
        organisation=by.organisation, created_by_id=by.user_id, measure=measure, began_date=on
    )


def _end(measure: str, on: date, by: Membership, verb_name: str) -> Licence:
    _check_day(on, by)
    found = Licence.held(measure, by)
    if found is None:
        raise Refused("There is nothing to take back.")
    found.ended_date = on
    found.save(update_fields=["ended_date"])
    record(by=by, verb=verb_name, about=found, changes={"measure": measure, "on": on})
    return found


def _check_day(on: date, by: Membership) -> None:
    if on > by.organisation.today():
        raise Refused("This day is still to come. Choose today or an earlier day.", field="on")
