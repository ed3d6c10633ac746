"""Verbs: what everybody who meets a person has to mind."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.clients.days import refuse_before, refuse_future
from cors.clients.models import Alert, Client
from cors.core.errors import Refused


@verb(Permission.EDIT_PEOPLE)
def raise_alert(*, client: Client, words: str, on: date, by: Membership) -> Alert:
    """Say what everybody who meets this person has to mind."""
    refuse_future(on, by=by)
    if not words.strip():
        raise Refused("Say what everybody has to mind.", field="words")
    alert = Alert(
        organisation=by.organisation,
        created_by=by.user,
        client=client,
        words=words.strip(),
        from_date=on,
    )
    alert.save(force_insert=True)
    record(by=by, verb="raise_alert", about=alert, changes={"words": alert.words})
    return alert


@verb(Permission.EDIT_PEOPLE)
def end_alert(*, alert: Alert, on: date, by: Membership) -> None:
    """Take an alert down; it stays readable in the list."""
    refuse_future(on, by=by)
    refuse_before(on, alert.from_date, "This alert began")
    if alert.ended_date:
        raise Refused("This alert was taken down already.")
    alert.ended_date = on
    alert.save(update_fields=["ended_date"])
    record(by=by, verb="end_alert", about=alert, changes={"on": on})
