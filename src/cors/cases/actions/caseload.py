"""Verb: hand over all that somebody holds."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.actions.naming import give
from cors.cases.models import Assignment, Case
from cors.clients.days import in_words, refuse_future
from cors.clients.models import BlockedSight
from cors.core.errors import Refused


@verb(Permission.ASSIGN)
def hand_over_caseload(*, giver: Membership, taker: Membership, on: date, by: Membership) -> int:
    """Give every case that the giver holds to the taker; return how many moved.

    What stays with the giver: cases out of the sight of whoever does this (restricted ones that
    they are not named on), and people whom the taker must never see.
    """
    refuse_future(on, by=by)
    if giver.pk == taker.pk:
        raise Refused("Choose somebody else to take the cases.", field="taker")
    if not taker.can(Permission.PLAN):
        raise Refused(f"{taker} does not hold cases here. Choose somebody else.", field="taker")
    cases = cases_to_hand_over(giver, taker, by)
    for case in cases:
        _check_began(case, on)
        give(case=case, member=taker, is_keyworker=True, on=on, by=by)
        changes = {"from": giver.pk, "member": taker.pk, "on": on}
        record(by=by, verb="assign_keyworker", about=case, changes=changes)
    changes = {"taker": taker.pk, "on": on, "cases": len(cases)}
    record(by=by, verb="hand_over_caseload", about=giver, changes=changes)
    return len(cases)


def cases_to_hand_over(giver: Membership, taker: Membership, by: Membership) -> list[Case]:
    """Return the cases that can move, those that have not begun yet too."""
    held = Case.visible_to(by).going_on().held_by(giver)
    return list(held.exclude(client__in=BlockedSight.clients_hidden_from(taker)))


def _check_began(case: Case, on: date) -> None:
    holder = Assignment.keyworker_of(case)
    if holder and on < holder.from_date:
        raise Refused(
            f"{holder.member} took on one of these cases on {in_words(holder.from_date)}. Give "
            "that day or a later one.",
            field="on",
        )
