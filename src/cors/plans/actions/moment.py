"""Verbs: small successes, setbacks, and the way back."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.plans.actions import checks
from cors.plans.lengths import LONGEST_WORDS
from cors.plans.models import BackOnTrack, Goal, Moment


@verb(Permission.RECORD, Permission.PLAN)
def record_moment(
    *,
    case: Case,
    kind: str,
    words: str,
    on: date,
    by: Membership,
    goal: Goal | None = None,
    client_words: str = "",
    could_help: str = "",
) -> Moment:
    """Record a small success or a setback on the day it happened."""
    checks.check_going_on(case)
    checks.check_day(on, by=by, case=case)
    checks.check_choice(kind, Moment.Kind.values, field="kind")
    checks.check_words(words)
    checks.check_length(client_words, LONGEST_WORDS, field="client_words")
    checks.check_length(could_help, LONGEST_WORDS, field="could_help")
    checks.check_of_case([goal], case, field="goal")
    moment = Moment(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        goal=goal,
        kind=kind,
        happened_date=on,
        words=words.strip(),
        client_words=client_words.strip(),
        could_help=could_help.strip(),
    )
    moment.save(force_insert=True)
    changes = {"kind": kind, "on": on, "goal": goal.pk if goal else None}
    record(by=by, verb="record_moment", about=moment, changes=changes)
    return moment


@verb(Permission.RECORD, Permission.PLAN)
def get_back_on_track(*, moment: Moment, on: date, by: Membership, what_helped: str) -> BackOnTrack:
    """Record the day back on track after a setback, and what helped."""
    checks.check_going_on(moment.case)
    if moment.kind != Moment.Kind.SETBACK:
        raise Refused("Only a setback has a way back. This is a small success.")
    if moment.back():
        raise Refused("The way back is recorded already.")
    checks.check_day(on, by=by, case=moment.case)
    checks.check_not_before(on, moment.happened_date, "the setback")
    checks.check_words(what_helped, field="what_helped")
    back = BackOnTrack(
        organisation=by.organisation,
        created_by_id=by.user_id,
        moment=moment,
        back_date=on,
        what_helped=what_helped.strip(),
    )
    back.save(force_insert=True)
    record(by=by, verb="get_back_on_track", about=moment, changes={"on": on})
    return back
