"""Verbs: what is done, from when to when."""

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
from cors.plans.models import Addresses, Barrier, Goal, Intervention


@verb(Permission.PLAN)
def start_intervention(
    *,
    case: Case,
    type_key: str,
    on: date,
    by: Membership,
    words: str = "",
    goals: Sequence[Goal] = (),
    barriers: Sequence[Barrier] = (),
) -> Intervention:
    """Begin something for goals or against barriers."""
    checks.check_going_on(case)
    checks.check_day(on, by=by, case=case)
    checks.check_note(words)
    checks.check_of_case(goals, case, field="goals")
    checks.check_of_case(barriers, case, field="barriers")
    if not catalogue_of(by.organisation_id).has("intervention_type", type_key):
        raise Refused("Choose what is done from the list.", field="type_key")
    intervention = Intervention(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        type_key=type_key,
        words=words.strip(),
        started_date=on,
    )
    intervention.save(force_insert=True)
    for goal in dict.fromkeys(goals):
        _address(intervention, by, goal=goal)
    for barrier in dict.fromkeys(barriers):
        _address(intervention, by, barrier=barrier)
    meant = {"goals": [goal.pk for goal in goals], "barriers": [each.pk for each in barriers]}
    changes = {"type_key": type_key, "on": on, **meant}
    record(by=by, verb="start_intervention", about=intervention, changes=changes)
    return intervention


@verb(Permission.PLAN)
def end_intervention(*, intervention: Intervention, on: date, by: Membership) -> None:
    """Say when something that was done came to its end."""
    checks.check_going_on(intervention.case)
    if intervention.ended_date:
        raise Refused("This has come to its end already.")
    checks.check_day(on, by=by, case=intervention.case)
    checks.check_not_before(on, intervention.started_date, "it began")
    intervention.ended_date = on
    intervention.save(update_fields=["ended_date"])
    record(by=by, verb="end_intervention", about=intervention, changes={"on": on})


def _address(
    intervention: Intervention,
    by: Membership,
    *,
    goal: Goal | None = None,
    barrier: Barrier | None = None,
) -> None:
    Addresses(
        organisation=by.organisation,
        created_by_id=by.user_id,
        intervention=intervention,
        goal=goal,
        barrier=barrier,
    ).save(force_insert=True)
