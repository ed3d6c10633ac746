"""Verbs: what everybody who meets a person has to mind."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.clients.days import refuse_before, refuse_future
from cors.clients.models import Alert, Client
from cors.core.errors import Refused

# It names no measure: whoever meets the person reads it.
SAFETY = "An answer asks to talk about safety. Two people take this down, once each has seen to it."


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
def ask_after_safety(*, client: Client, on: date, by: Membership) -> Alert:
    """Raise the alert that an answer of risk asks for, or have two people see to it once more."""
    refuse_future(on, by=by)
    client.look_again()
    alert = Alert.of_safety(client) or Alert(
        organisation=by.organisation,
        created_by=by.user,
        client=client,
        words=SAFETY,
        from_date=on,
        two_end_it=True,
    )
    alert.seen_to_by = None
    alert.save()
    record(by=by, verb="ask_after_safety", about=alert, changes={"on": on})
    return alert


@verb(Permission.EDIT_PEOPLE)
def end_alert(*, alert: Alert, on: date, by: Membership) -> None:
    """Take an alert down; it stays readable in the list.

    One that an answer of risk asked for stands until a second person takes it down too.
    """
    refuse_future(on, by=by)
    refuse_before(on, alert.from_date, "This alert began")
    alert.hold("ended_date", "seen_to_by")
    if alert.ended_date:
        raise Refused("This alert was taken down already.")
    if alert.two_end_it and alert.seen_to_by_id == by.user_id:
        raise Refused("You said that you have seen to it. A second person takes it down.")
    if alert.two_end_it and alert.seen_to_by_id is None:
        alert.seen_to_by = by.user
        alert.save(update_fields=["seen_to_by"])
        record(by=by, verb="see_to_alert", about=alert, changes={"on": on})
        return
    alert.ended_date = on
    alert.save(update_fields=["ended_date"])
    record(by=by, verb="end_alert", about=alert, changes={"on": on})
