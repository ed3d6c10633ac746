"""Verbs: the five levels of a goal, and where it was found."""

from collections.abc import Mapping
from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.core.errors import Refused
from cors.plans.actions import checks
from cors.plans.lengths import LONGEST_WORDS
from cors.plans.models import LEVELS, AttainmentLevel, AttainmentScale, Goal
from cors.plans.models.attainment import FIELDS

HEAVIEST = 9  # how important times how hard, 0 to 3 each


@verb(Permission.PLAN)
def describe_levels(
    *, goal: Goal, levels: Mapping[int, str], on: date, by: Membership, weight: int = 1
) -> AttainmentScale:
    """Say what each of five levels would look like; once, before one of them is found."""
    _check_open(goal, on, by)
    for level, field in FIELDS.items():
        checks.check_words(levels.get(level, ""), field=field)
        checks.check_length(levels[level], LONGEST_WORDS, field=field)
    if not 0 <= weight <= HEAVIEST:
        raise Refused(f"Choose a weight from 0 to {HEAVIEST}.", field="weight")
    if AttainmentScale.of_case(goal.case).filter(goal=goal).exists():
        raise Refused("The levels of this goal are described already, and stay as they are.")
    scale = AttainmentScale(
        organisation=by.organisation,
        created_by_id=by.user_id,
        goal=goal,
        weight=weight,
        described_date=on,
        **{field: levels[level].strip() for level, field in FIELDS.items()},
    )
    scale.save(force_insert=True)
    record(by=by, verb="describe_levels", about=goal, changes={"on": on, "weight": weight})
    return scale


@verb(Permission.RECORD, Permission.PLAN)
def find_level(*, scale: AttainmentScale, level: int, on: date, by: Membership) -> AttainmentLevel:
    """Record at which level a goal is; the first one found stays the start."""
    _check_open(scale.goal, on, by)
    if level not in LEVELS:
        raise Refused("Choose one of the five levels.", field="level")
    earlier = scale.found()
    if earlier:
        first = earlier[0].found_date
        checks.check_not_before(on, first, "the first level, which stays the start")
    found = AttainmentLevel(
        organisation=by.organisation,
        created_by_id=by.user_id,
        scale=scale,
        level=level,
        found_date=on,
    )
    found.save(force_insert=True)
    record(by=by, verb="find_level", about=scale.goal, changes={"level": level, "on": on})
    return found


def _check_open(goal: Goal, on: date, by: Membership) -> None:
    checks.check_going_on(goal.case)
    if not goal.is_open:
        raise Refused("This goal has ended. Go on with it first.")
    checks.check_day(on, by=by, case=goal.case)
    checks.check_not_before(on, goal.set_date, "the goal was set")
