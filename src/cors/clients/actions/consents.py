"""Verbs: what a person agreed to, and what they took back."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.clients.days import refuse_before, refuse_future
from cors.clients.models import Client, Consent
from cors.core.errors import Refused


@verb(Permission.EDIT_PEOPLE)
def record_consent(
    *,
    client: Client,
    purpose: str,
    agreed: bool,
    read_out: str,
    on: date,
    by: Membership,
    expires_date: date | None = None,
) -> Consent:
    """Write down a yes or a no, with the words that were read out."""
    refuse_future(on, by=by)
    if purpose not in Consent.Purpose.values:
        raise Refused("Choose what they were asked.", field="purpose")
    if not read_out.strip():
        raise Refused("Write the words that were read out to them.", field="read_out")
    if expires_date and expires_date <= on:
        raise Refused("The last day must come after the day they were asked.", field="expires_date")
    consent = Consent(
        organisation=by.organisation,
        created_by=by.user,
        client=client,
        purpose=purpose,
        agreed=agreed,
        read_out=read_out.strip(),
        given_date=on,
        expires_date=expires_date if agreed else None,
    )
    consent.save(force_insert=True)
    record(
        by=by, verb="record_consent", about=consent, changes={"purpose": purpose, "agreed": agreed}
    )
    return consent


@verb(Permission.EDIT_PEOPLE)
def withdraw_consent(*, consent: Consent, on: date, by: Membership) -> None:
    """Write down that a person took their yes back."""
    refuse_future(on, by=by)
    refuse_before(on, consent.given_date, "They agreed")
    if not consent.agreed or consent.withdrawn_date:
        raise Refused("There is no yes here to take back.")
    consent.withdrawn_date = on
    consent.save(update_fields=["withdrawn_date"])
    changes = {"purpose": consent.purpose, "on": on}
    record(by=by, verb="withdraw_consent", about=consent, changes=changes)
