"""The next steps that were agreed on in a review."""

from collections.abc import Sequence
from datetime import date

from cors.access.models import Membership
from cors.cases.models import Case
from cors.contacts.entry import NewStep
from cors.core.errors import Refused
from cors.plans.actions import plan_step
from cors.plans.models import Step

IN_THE_FORM = {"due_date": "day"}


def plan_steps(case: Case, steps: Sequence[NewStep], *, on: date, by: Membership) -> list[Step]:
    """Plan each of them; a refusal names the field of the review's form, e.g. step_day."""
    planned = []
    for each in steps:
        try:
            step = plan_step(
                case=case,
                words=each.words,
                owner=each.owner,
                on=on,
                by=by,
                due_date=each.due_date,
                goal=each.goal,
            )
        except Refused as refused:
            part = IN_THE_FORM.get(refused.field or "", refused.field)
            raise Refused(refused.sentence, field=f"step_{part}") from refused
        planned.append(step)
    return planned
