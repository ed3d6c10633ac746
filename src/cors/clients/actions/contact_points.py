"""Verbs: ways to reach a person, and what keeps them safe."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.clients.days import refuse_before, refuse_future
from cors.clients.models import Client, ContactPoint
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen


@verb(Permission.EDIT_PEOPLE)
def add_contact_point(
    *, client: Client, kind: str, value: str, safety: str, rule: str, on: date, by: Membership
) -> ContactPoint:
    """Write down a way to reach a person, with the rule that was agreed with them."""
    refuse_future(on, by=by)
    if kind not in ContactPoint.Kind.values:
        raise Refused("Choose one of the ways in the list.", field="kind")
    if not value.strip():
        raise Refused("Give the number or the address.", field="value")
    _check_rule(safety, rule)
    point = ContactPoint(
        organisation=by.organisation,
        created_by=by.user,
        client=client,
        kind=kind,
        value=value.strip(),
        safety=safety,
        rule=rule.strip(),
        checked_date=on,
    )
    point.save(force_insert=True)
    record(
        by=by,
        verb="add_contact_point",
        about=point,
        changes={"kind": kind, "value": point.value, "safety": safety, "rule": point.rule},
    )
    return point


@verb(Permission.EDIT_PEOPLE)
def check_contact_point(
    *, point: ContactPoint, safety: str, rule: str, on: date, by: Membership, seen: str = ""
) -> None:
    """Go through the rule with the person again; seen: what stood in the form."""
    refuse_future(on, by=by)
    point.hold("safety", "rule", "checked_date", "ended_date")
    refuse_unseen(seen, {"safety": point.safety, "rule": point.rule})
    refuse_before(on, point.checked_date, "This was last checked")
    _refuse_ended(point)
    _check_rule(safety, rule)
    before = {"safety": point.safety, "rule": point.rule}
    point.safety = safety
    point.rule = rule.strip()
    point.checked_date = on
    point.save(update_fields=["safety", "rule", "checked_date"])
    now = {"safety": point.safety, "rule": point.rule}
    record(by=by, verb="check_contact_point", about=point, changes={"before": before, "now": now})


@verb(Permission.EDIT_PEOPLE)
def end_contact_point(*, point: ContactPoint, on: date, by: Membership) -> None:
    """Stop using a way to reach a person."""
    refuse_future(on, by=by)
    _refuse_ended(point)
    point.ended_date = on
    point.save(update_fields=["ended_date"])
    record(by=by, verb="end_contact_point", about=point, changes={"on": on})


def _refuse_ended(point: ContactPoint) -> None:
    if point.ended_date:
        raise Refused("This way to reach them is no longer used. Add it anew if it is again.")


def _check_rule(safety: str, rule: str) -> None:
    if safety not in ContactPoint.Safety.values:
        raise Refused("Say whether it is safe to use.", field="safety")
    if safety == ContactPoint.Safety.CARE and not rule.strip():
        raise Refused("Say what to mind, such as: after 16:00, no messages.", field="rule")
