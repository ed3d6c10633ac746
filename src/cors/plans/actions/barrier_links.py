"""Verbs: what a barrier holds back, and leaving one alone for now."""

from collections.abc import Sequence
from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.plans.actions import checks
from cors.plans.circles import goes_round
from cors.plans.models import Barrier, BarrierBlocks, BarrierRest, Goal


@verb(Permission.PLAN)
def say_what_it_blocks(
    *,
    barrier: Barrier,
    by: Membership,
    blocks: Sequence[Goal] = (),
    keeps: Sequence[Barrier] = (),
    seen: str = "",
) -> None:
    """Say anew which goals a barrier holds back and which other barriers it keeps in place."""
    checks.check_going_on(barrier.case)
    checks.check_of_case(blocks, barrier.case, field="blocks")
    checks.check_of_case(keeps, barrier.case, field="keeps")
    barrier.hold("type_key")
    refuse_unseen(seen, barrier.links_in_words())
    before = {"goals": barrier.blocked_goal_ids(), "barriers": barrier.blocked_barrier_ids()}
    _say_goals(barrier, blocks, by)
    _say_barriers(barrier, keeps, by)
    now = {"goals": [goal.pk for goal in blocks], "barriers": [each.pk for each in keeps]}
    changes = {"before": before, "now": now}
    record(by=by, verb="say_what_it_blocks", about=barrier, changes=changes)


def _say_goals(barrier: Barrier, blocks: Sequence[Goal], by: Membership) -> None:
    wanted = {goal.pk: goal for goal in blocks}
    for row in barrier.blocks():
        if row.goal_id and wanted.pop(row.goal_id, None) is None:
            row.delete()
    for goal in wanted.values():
        BarrierBlocks(
            organisation=by.organisation, created_by_id=by.user_id, barrier=barrier, goal=goal
        ).save(force_insert=True)


def _say_barriers(barrier: Barrier, keeps: Sequence[Barrier], by: Membership) -> None:
    wanted = {each.pk: each for each in keeps}
    for row in barrier.blocks():
        if row.blocked_id and wanted.pop(row.blocked_id, None) is None:
            row.delete()
    links = BarrierBlocks.links_of(barrier.case)
    for blocked in wanted.values():
        if goes_round(links, (barrier.pk, blocked.pk)):
            raise Refused(
                "That would go round in a circle: it is kept in place by this one already.",
                field="keeps",
            )
        BarrierBlocks(
            organisation=by.organisation,
            created_by_id=by.user_id,
            barrier=barrier,
            blocked=blocked,
        ).save(force_insert=True)


@verb(Permission.PLAN)
def leave_barrier(*, barrier: Barrier, on: date, by: Membership, words: str = "") -> BarrierRest:
    """Leave a barrier alone for now; it stays in the plan, apart from what is worked on."""
    _check_in_the_way(barrier, on, by)
    checks.check_note(words)
    if barrier.rest():
        raise Refused("This is left alone for now already.")
    rest = BarrierRest(
        organisation=by.organisation,
        created_by_id=by.user_id,
        barrier=barrier,
        from_date=on,
        words=words.strip(),
    )
    rest.save(force_insert=True)
    record(by=by, verb="leave_barrier", about=barrier, changes={"on": on})
    return rest


@verb(Permission.PLAN)
def take_up_barrier(*, barrier: Barrier, on: date, by: Membership) -> None:
    """Turn to a barrier again that was left alone."""
    _check_in_the_way(barrier, on, by)
    rest = barrier.rest()
    if rest is None:
        raise Refused("This is not left alone. It stands in the plan.")
    checks.check_not_before(on, rest.from_date, "it was left alone")
    rest.until_date = on
    rest.save(update_fields=["until_date"])
    record(by=by, verb="take_up_barrier", about=barrier, changes={"on": on})


def _check_in_the_way(barrier: Barrier, on: date, by: Membership) -> None:
    checks.check_going_on(barrier.case)
    if barrier.resolution():
        raise Refused("This is out of the way already.")
    checks.check_day(on, by=by, case=barrier.case)
    checks.check_not_before(on, barrier.noticed_date, "it was noticed")
