"""Verbs: plan templates of a service, and choosing from one for a case."""

from collections.abc import Sequence
from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.catalogue.models import Service
from cors.core.errors import Refused
from cors.core.forms import refuse_unseen
from cors.plans.actions import checks
from cors.plans.actions.barrier import notice_barrier
from cors.plans.actions.goal import set_goal
from cors.plans.actions.intervention import start_intervention
from cors.plans.actions.step import plan_step
from cors.plans.lengths import LONGEST_WORDS
from cors.plans.models import Goal, PlanTemplate
from cors.plans.models.template import LISTS
from cors.plans.suggested import Chosen, Suggested

LONGEST_NAME = 80
MOST_STEPS = 20


@verb(Permission.MAKE_TEMPLATES)
def make_plan_template(
    *, service: Service, name: str, suggested: Suggested, by: Membership
) -> PlanTemplate:
    """Say what plans of a service often hold."""
    template = PlanTemplate(organisation=by.organisation, created_by_id=by.user_id, service=service)
    _fill(template, name, suggested, by)
    template.save(force_insert=True)
    record(by=by, verb="make_plan_template", about=template, changes=template.stands())
    return template


@verb(Permission.MAKE_TEMPLATES)
def change_plan_template(
    *, template: PlanTemplate, name: str, suggested: Suggested, by: Membership, seen: str = ""
) -> None:
    """Suggest something else; plans that were made with it stay as they are."""
    template.hold("name", "steps", *LISTS)
    before = template.stands()
    refuse_unseen(seen, before)
    _fill(template, name, suggested, by)
    template.save(update_fields=["name", "steps", *LISTS])
    changes = {"before": before, "now": template.stands()}
    record(by=by, verb="change_plan_template", about=template, changes=changes)


@verb(Permission.MAKE_TEMPLATES)
def end_plan_template(*, template: PlanTemplate, on: date, by: Membership) -> None:
    """Offer a template no more."""
    if not template.is_offered:
        raise Refused("This template is no longer offered.")
    template.end(on)
    record(by=by, verb="end_plan_template", about=template, changes={"on": on})


@verb(Permission.PLAN)
def use_plan_template(
    *, template: PlanTemplate, case: Case, chosen: Chosen, on: date, by: Membership
) -> list[Goal]:
    """Put what was chosen from a template into a plan, all of it or nothing; return new goals.

    What is in the way, work and steps are tied to the goals set here and to those chosen.
    """
    _check_use(template, case, chosen)
    worded = {area: words for area, words in chosen.words.items() if words.strip()}
    if not (worded or chosen.barriers or chosen.work or chosen.steps):
        raise Refused("Choose at least one thing, or write the words of a goal.")
    new = [_goal(case, area, words, on, by) for area, words in worded.items()]
    goals = [*new, *chosen.goals]
    for key in chosen.barriers:
        notice_barrier(case=case, type_key=key, on=on, by=by, blocks=goals)
    for key in chosen.work:
        start_intervention(case=case, type_key=key, on=on, by=by, goals=goals)
    for words in chosen.steps:
        goal = goals[0] if goals else None
        plan_step(case=case, words=words, owner=chosen.owner, goal=goal, on=on, by=by)
    changes = {"template": template.pk, "on": on, "goals": [goal.pk for goal in new]}
    record(by=by, verb="use_plan_template", about=case, changes=changes)
    return new


def _check_use(template: PlanTemplate, case: Case, chosen: Chosen) -> None:
    checks.check_going_on(case)
    checks.check_of_case(chosen.goals, case, field="goals")
    if not template.is_offered or template.service_id != case.service_id:
        raise Refused("This template is not offered for this service. Choose another one.")
    suggested = {name: getattr(template, name) for name in ("barriers", "work", "steps")}
    for name, offered in suggested.items():
        if not set(getattr(chosen, name)) <= set(offered):
            raise Refused("Choose from what the template suggests.", field=name)
    if not set(chosen.words) <= set(template.areas):
        raise Refused("Choose from what the template suggests.")
    if chosen.steps and not chosen.owner:
        raise Refused("Choose who does the steps.", field="owner")


def _goal(case: Case, area: str, words: str, on: date, by: Membership) -> Goal:
    try:
        return set_goal(case=case, words=words, life_area=area, on=on, by=by)
    except Refused as refused:
        named = f"words-{area}" if refused.field == "words" else refused.field
        raise Refused(refused.sentence, field=named) from refused


def _fill(template: PlanTemplate, name: str, suggested: Suggested, by: Membership) -> None:
    if not name.strip():
        raise Refused("Give the template a name.", field="name")
    checks.check_length(name.strip(), LONGEST_NAME, field="name")
    catalogue = catalogue_of(by.organisation_id)
    for part, kind in LISTS.items():
        keys = list(dict.fromkeys(getattr(suggested, part)))
        known = set(getattr(template, part))
        if not all(key in known or catalogue.has(kind, key) for key in keys):
            raise Refused("Choose from the list.", field=part)
        setattr(template, part, keys)
    template.name = name.strip()
    template.steps = _steps(suggested.steps)
    if not (template.areas or template.barriers or template.work or template.steps):
        raise Refused("Choose at least one thing that the template suggests.", field="areas")


def _steps(steps: Sequence[str]) -> list[str]:
    kept = list(dict.fromkeys(each.strip() for each in steps if each.strip()))
    if len(kept) > MOST_STEPS:
        raise Refused(f"Keep it to {MOST_STEPS} steps.", field="steps")
    for words in kept:
        checks.check_length(words, LONGEST_WORDS, field="steps")
    return kept
