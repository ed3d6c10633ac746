"""Verbs: what stands in the way, and when it is out of the way."""

from collections.abc import Sequence
from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.core.errors import Refused
from cors.plans.actions import checks
from cors.plans.models import Barrier, BarrierBlocks, BarrierResolution, Goal


@verb(Permission.PLAN)
def notice_barrier(
    *,
    case: Case,
    type_key: str,
    on: date,
    by: Membership,
    words: str = "",
    blocks: Sequence[Goal] = (),
    noticed_by: str = "worker",
    weight: int | None = None,
) -> Barrier:
    """Record that something stands in the way, and which goals it holds back."""
    checks.check_going_on(case)
    checks.check_day(on, by=by, case=case)
    checks.check_note(words)
    checks.check_0_to_10(weight, field="weight")
    checks.check_choice(noticed_by, Barrier.NoticedBy.values, field="noticed_by")
    checks.check_of_case(blocks, case, field="blocks")
    if not catalogue_of(by.organisation_id).has("barrier_type", type_key):
        raise Refused("Choose what stands in the way from the list.", field="type_key")
    barrier = Barrier(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        type_key=type_key,
        words=words.strip(),
        noticed_date=on,
        noticed_by=noticed_by,
        weight=weight,
    )
    barrier.save(force_insert=True)
    for goal in dict.fromkeys(blocks):
        _hold_back(barrier, goal, by)
    goals = [goal.pk for goal in blocks]
    changes = {"type_key": type_key, "on": on, "weight": weight, "blocks": goals}
    record(by=by, verb="notice_barrier", about=barrier, changes=changes)
    return barrier


@verb(Permission.PLAN)
def resolve_barrier(
    *, barrier: Barrier, on: date, by: Membership, what_helped: str = "", how: str = ""
) -> BarrierResolution:
    """Record that a barrier is out of the way, once, how it went and what helped."""
    checks.check_going_on(barrier.case)
    if barrier.resolution():
        raise Refused("This is out of the way already.")
    checks.check_day(on, by=by, case=barrier.case)
    checks.check_not_before(on, barrier.noticed_date, "it was noticed")
    checks.check_note(what_helped, field="what_helped")
    checks.check_choice(how, BarrierResolution.How.values, field="how")
    resolution = BarrierResolution(
        organisation=by.organisation,
        created_by_id=by.user_id,
        barrier=barrier,
        resolved_date=on,
        how=how,
        what_helped=what_helped.strip(),
    )
    resolution.save(force_insert=True)
    record(by=by, verb="resolve_barrier", about=barrier, changes={"on": on, "how": how})
    return resolution


def _hold_back(barrier: Barrier, goal: Goal, by: Membership) -> None:
    BarrierBlocks(
        organisation=by.organisation, created_by_id=by.user_id, barrier=barrier, goal=goal
    ).save(force_insert=True)
