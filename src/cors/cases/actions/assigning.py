"""Verbs: who works on a case, and who holds it."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.actions.naming import check_named, end, give, refuse_declined
from cors.cases.models import Assignment, Case
from cors.clients.days import refuse_future
from cors.core.errors import Refused


@verb(Permission.ASSIGN)
def assign_keyworker(*, case: Case, member: Membership, on: date, by: Membership) -> Assignment:
    """Say who holds a case; whoever held it before holds it no more."""
    case.look_again()
    check_named(case, by)
    refuse_declined(case)
    assignment = give(case=case, member=member, is_keyworker=True, on=on, by=by)
    changes = {"member": member.pk, "on": on}
    record(by=by, verb="assign_keyworker", about=case, changes=changes)
    return assignment


@verb(Permission.ASSIGN)
def assign_worker(*, case: Case, member: Membership, on: date, by: Membership) -> Assignment:
    """Let somebody help on a case: a colleague, a volunteer."""
    case.look_again()
    check_named(case, by)
    refuse_declined(case)
    assignment = give(case=case, member=member, is_keyworker=False, on=on, by=by)
    record(by=by, verb="assign_worker", about=case, changes={"member": member.pk, "on": on})
    return assignment


@verb(Permission.ASSIGN)
def end_assignment(*, assignment: Assignment, on: date, by: Membership) -> None:
    """End somebody's work on a case; a restricted case keeps at least one."""
    case = assignment.case
    case.look_again()
    check_named(case, by)
    refuse_future(on, by=by)
    if assignment.ended_date:
        raise Refused(f"{assignment.member} no longer works on this case.")
    if case.is_restricted() and Assignment.current(case).count() == 1:
        raise Refused("Name somebody else first: nobody could see this restricted case.")
    end(assignment, on, by)
    changes = {"member": assignment.member_id, "on": on}
    record(by=by, verb="end_assignment", about=case, changes=changes)
