"""Verbs: a case opens, and goes on after an ending that came too early."""

from datetime import date, datetime

from django.utils import timezone

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.roles import Reach
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.actions.naming import give
from cors.cases.models import Assignment, Case, ReOpening
from cors.clients.days import in_words, refuse_before, refuse_future
from cors.core.errors import NotAllowed, Refused

RE_OPENING_DAYS = 28


@verb(Permission.OPEN_CASES)
def open_case(*, case: Case, on: date, by: Membership, keyworker: Membership | None = None) -> None:
    """Begin the support; a referral that nobody accepted yet is accepted on the same day.

    A keyworker who opens a case that nobody holds, and names nobody, holds it.
    """
    refuse_future(on, by=by)
    case.look_again()
    if case.declined_date:
        raise Refused("This referral was declined. Refer anew to begin.")
    if case.started_date or case.has_ended():
        raise Refused("This case is open already, or has ended.")
    refuse_before(on, case.referred_date, "The referral came")
    holder = keyworker or _default_keyworker(case, by)
    _check_may_name(holder, by)
    if case.accepted_date:
        refuse_before(on, case.accepted_date, "The referral was accepted")
    else:
        case.accepted_date, case.accepted_by = on, by.user
    case.started_date, case.opened_by = on, by.user
    case.save(update_fields=["accepted_date", "accepted_by", "started_date", "opened_by"])
    if holder:
        give(case=case, member=holder, is_keyworker=True, on=on, by=by)
    changes = {"on": on, "keyworker": holder.pk if holder else None}
    record(by=by, verb="open_case", about=case, changes=changes)


def _default_keyworker(case: Case, by: Membership) -> Membership | None:
    if by.as_role.reach != Reach.TEAM or Assignment.keyworker_of(case):
        return None
    return by


def _check_may_name(keyworker: Membership | None, by: Membership) -> None:
    if keyworker is None or by.can(Permission.ASSIGN) or keyworker in by.in_same_teams():
        return
    raise NotAllowed("You can name yourself or somebody of your team. Ask a lead for others.")


@verb(Permission.OPEN_CASES)
def re_open_case(
    *, case: Case, on: date, by: Membership, words: str = "", at: datetime | None = None
) -> ReOpening:
    """Go on with a case that ended at most 28 days ago; `at` is when this is written down."""
    refuse_future(on, by=by)
    case.look_again()
    ending = case.ending()
    if ending is None:
        raise Refused("This case has not ended, so there is nothing to re-open.")
    refuse_before(on, ending.ended_date, "This case ended")
    if (on - ending.ended_date).days > RE_OPENING_DAYS:
        raise Refused(
            f"This case ended on {in_words(ending.ended_date)}, more than {RE_OPENING_DAYS} days "
            f"before. Refer {case.client.called} anew: a new case begins.",
            field="on",
        )
    ending.undone_at = at or timezone.now()
    ending.save(update_fields=["undone_at"])
    re_opening = ReOpening(
        organisation=by.organisation,
        created_by=by.user,
        case=case,
        ending=ending,
        re_opened_date=on,
        words=words.strip(),
    )
    re_opening.save(force_insert=True)
    record(by=by, verb="re_open_case", about=case, changes={"on": on, "words": words.strip()})
    return re_opening
