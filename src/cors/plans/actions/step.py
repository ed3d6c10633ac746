"""Verbs: the next small thing."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.plans.actions import checks
from cors.plans.models import Goal, Intervention, Step


@verb(Permission.PLAN)
def plan_step(
    *,
    case: Case,
    words: str,
    owner: str,
    on: date,
    by: Membership,
    due_date: date | None = None,
    goal: Goal | None = None,
    intervention: Intervention | None = None,
) -> Step:
    """Agree on the next small thing: who does it, and by when."""
    checks.check_going_on(case)
    checks.check_day(on, by=by, case=case)
    checks.check_words(words)
    checks.check_choice(owner, Step.Owner.values, field="owner")
    checks.check_of_case([goal], case, field="goal")
    checks.check_of_case([intervention], case, field="intervention")
    if due_date:
        checks.check_not_before(due_date, on, "the step was planned", field="due_date")
    step = Step(
        organisation=by.organisation,
        created_by_id=by.user_id,
        case=case,
        goal=goal,
        intervention=intervention,
        words=words.strip(),
        owner=owner,
        due_date=due_date,
    )
    step.save(force_insert=True)
    record(by=by, verb="plan_step", about=step, changes={"owner": owner, "due_date": due_date})
    return step


@verb(Permission.PLAN)
def finish_step(*, step: Step, on: date, by: Membership) -> None:
    """Say that a step was done, once."""
    _check_ahead(step, on, by)
    step.done_date = on
    step.save(update_fields=["done_date"])
    record(by=by, verb="finish_step", about=step, changes={"on": on})


@verb(Permission.PLAN)
def drop_step(*, step: Step, on: date, by: Membership) -> None:
    """Let a step go, once."""
    _check_ahead(step, on, by)
    step.dropped_date = on
    step.save(update_fields=["dropped_date"])
    record(by=by, verb="drop_step", about=step, changes={"on": on})


@verb(Permission.PLAN)
def take_up_step(*, step: Step, on: date, by: Membership) -> None:
    """Put a step that was done or let go back among those ahead."""
    checks.check_going_on(step.case)
    if step.is_ahead:
        raise Refused("This step is still ahead.")
    before = {"done": step.done_date, "dropped": step.dropped_date, "on": on}
    step.done_date = step.dropped_date = None
    step.save(update_fields=["done_date", "dropped_date"])
    record(by=by, verb="take_up_step", about=step, changes=before)


@verb(Permission.PLAN)
def move_step(
    *, step: Step, due_date: date | None, on: date, by: Membership, seen: str = ""
) -> None:
    """Move the day of a step, or take it away; the event keeps the day before."""
    _check_ahead(step, on, by)
    step.hold("due_date")
    refuse_unseen(seen, {"due_date": step.due_date})
    if due_date == step.due_date:
        raise Refused("That is the day that stands. Choose another one.", field="due_date")
    if due_date:
        checks.check_not_before(due_date, on, "it was moved", field="due_date")
    before, step.due_date = step.due_date, due_date
    step.save(update_fields=["due_date"])
    record(by=by, verb="move_step", about=step, changes={"before": before, "now": due_date})


def _check_ahead(step: Step, on: date, by: Membership) -> None:
    checks.check_going_on(step.case)
    if not step.is_ahead:
        raise Refused("This step is no longer ahead. Plan a new one.")
    checks.check_day(on, by=by, case=step.case)
