"""What the verbs that put somebody on a case have in common."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.cases.models import Assignment, Case
from cors.clients.days import refuse_before, refuse_future
from cors.clients.models import BlockedSight
from cors.core.errors import NotAllowed, Refused


def give(
    *, case: Case, member: Membership, is_keyworker: bool, on: date, by: Membership
) -> Assignment:
    """Put somebody on a case; who held it before ends on the same day."""
    refuse_future(on, by=by)
    refuse_before(on, case.referred_date, "The referral came")
    check_member(case, member, is_keyworker)
    before = Assignment.current_of(case, member)
    if before and (before.is_keyworker or not is_keyworker):
        return before
    if before:
        end(before, on, by)
    holder = Assignment.keyworker_of(case) if is_keyworker else None
    if holder:
        end(holder, on, by)
    assignment = Assignment(
        organisation=by.organisation,
        created_by=by.user,
        case=case,
        member=member,
        is_keyworker=is_keyworker,
        from_date=on,
    )
    assignment.save(force_insert=True)
    return assignment


def end(assignment: Assignment, on: date, by: Membership) -> None:
    """End an assignment that stands."""
    began = f"{assignment.member} began on this case"
    refuse_before(on, assignment.from_date, began)
    assignment.ended_date, assignment.ended_by = on, by.user
    assignment.save(update_fields=["ended_date", "ended_by"])


def check_member(case: Case, member: Membership, is_keyworker: bool) -> None:
    """Refuse somebody who does not work with people, or must never see this one."""
    wanted = Permission.PLAN if is_keyworker else Permission.RECORD
    if not member.can(wanted):
        what = "hold a case" if is_keyworker else "work on a case"
        raise Refused(f"{member} does not {what} here. Choose somebody else.", field="member")
    if BlockedSight.stands_for(case.client, member):
        raise Refused(f"{member} must not see this person. Choose somebody else.", field="member")


def refuse_declined(case: Case) -> None:
    """Refuse to put anybody on a referral that was declined."""
    if case.declined_date:
        raise Refused("This referral was declined, so there is nothing to work on.")


def check_named(case: Case, by: Membership) -> None:
    """Only those named on a restricted case say who else is."""
    if case.is_restricted() and Assignment.current_of(case, by) is None:
        raise NotAllowed("This case is restricted to the people named on it. Ask one of them.")
