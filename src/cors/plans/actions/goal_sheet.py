"""Verb: how close several goals feel, as one person says it on one day."""

from collections.abc import Sequence
from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.plans.actions import checks
from cors.plans.actions.goal import rate_goal
from cors.plans.models import Goal, Rating


@verb(Permission.RECORD, Permission.PLAN)
def rate_goals(
    *,
    case: Case,
    ratings: Sequence[tuple[Goal, int]],
    on: date,
    by: Membership,
    rater: str = "client",
) -> list[Rating]:
    """Record how close each of some goals feels; all of them or none are kept."""
    checks.check_going_on(case)
    checks.check_day(on, by=by, case=case)
    checks.check_of_case([goal for goal, _ in ratings], case, field="ratings")
    if not ratings:
        raise Refused("Choose a number for one goal at least. The others can be left.")
    if len({goal.pk for goal, _ in ratings}) < len(ratings):
        raise Refused("One goal is here twice. Rate it once.", field="ratings")
    kept = [_rated(goal, value, rater, on, by) for goal, value in ratings]
    changes = {"rater": rater, "on": on, "goals": [goal.pk for goal, _ in ratings]}
    record(by=by, verb="rate_goals", about=case, changes=changes)
    return kept


def _rated(goal: Goal, value: int, rater: str, on: date, by: Membership) -> Rating:
    try:
        return rate_goal(goal=goal, value=value, on=on, by=by, rater=rater)
    except Refused as refused:
        field = f"rating-{goal.pk}" if refused.field in ("value", "on") else refused.field
        raise Refused(refused.sentence, field=field) from refused
