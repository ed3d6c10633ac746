"""Verbs: the day a goal is hoped for, the order of goals, and going on with one that had ended."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.plans.actions import checks
from cors.plans.models import Goal, GoalTakenUp, TargetMove


@verb(Permission.PLAN)
def move_target(
    *,
    goal: Goal,
    target_date: date | None,
    on: date,
    by: Membership,
    words: str = "",
    seen: str = "",
) -> TargetMove:
    """Move the day a goal is hoped for, or take it away; the days before stay."""
    checks.check_going_on(goal.case)
    if not goal.is_open:
        raise Refused("This goal has ended. Go on with it first, then move its day.")
    checks.check_day(on, by=by, case=goal.case)
    checks.check_not_before(on, goal.set_date, "the goal was set")
    checks.check_note(words)
    goal.hold("target_date")
    refuse_unseen(seen, {"target_date": goal.target_date})
    if target_date == goal.target_date:
        raise Refused("That is the day that stands. Choose another one.", field="target_date")
    if target_date:
        checks.check_not_before(target_date, on, "it was moved", field="target_date")
    move = TargetMove(
        organisation=by.organisation,
        created_by_id=by.user_id,
        goal=goal,
        from_date=goal.target_date,
        to_date=target_date,
        moved_date=on,
        words=words.strip(),
    )
    move.save(force_insert=True)
    goal.target_date = target_date
    goal.save(update_fields=["target_date"])
    changes = {"before": move.from_date, "now": target_date, "on": on}
    record(by=by, verb="move_target", about=goal, changes=changes)
    return move


@verb(Permission.PLAN)
def put_goal_first(*, goal: Goal, by: Membership) -> None:
    """Put a goal before the others of its case."""
    checks.check_going_on(goal.case)
    others = [other for other in Goal.of(goal.case) if other.pk != goal.pk]
    for place, each in enumerate([goal, *others]):
        if each.order != place:
            each.order = place
            each.save(update_fields=["order"])
    record(by=by, verb="put_goal_first", about=goal)


@verb(Permission.PLAN)
def take_up_goal(*, goal: Goal, on: date, by: Membership) -> GoalTakenUp:
    """Go on with a goal that had ended; how and when it had ended is kept."""
    checks.check_going_on(goal.case)
    ending = goal.ending()
    if ending is None:
        raise Refused("This goal stands open already.")
    checks.check_day(on, by=by, case=goal.case)
    checks.check_not_before(on, ending.ended_date, "the goal ended")
    kept = GoalTakenUp(
        organisation=by.organisation,
        created_by_id=by.user_id,
        goal=goal,
        how=ending.how,
        ended_date=ending.ended_date,
        taken_up_date=on,
        words=ending.words,
    )
    kept.save(force_insert=True)
    ending.delete()
    changes = {"how": kept.how, "ended": kept.ended_date, "on": on}
    record(by=by, verb="take_up_goal", about=goal, changes=changes)
    return kept
