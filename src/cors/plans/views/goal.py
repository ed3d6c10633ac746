"""Pages: one goal, and all that can be said of it."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.plans import actions
from cors.plans.forms import EndGoalForm, RateForm, RewordForm, SetGoalForm
from cors.plans.levels import levels_of
from cors.plans.models import Goal, TargetMove, first_reached
from cors.plans.page import form_for, verb_page


def _goal(request: HttpRequest, pk: UUID) -> Goal:
    return find(Goal, request, pk, "case__client", "ending_row")


@needs(Permission.PLAN)
def set_goal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set a goal."""
    case = find(Case, request, pk, "client")
    return verb_page(
        request,
        form_for(SetGoalForm, request, case),
        partial(actions.set_goal, case=case),
        title=f"What does {case.client.called} want to change?",
        said="The goal stands.",
    )


@needs(Permission.SEE_PEOPLE)
def goal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a goal with all its words and ratings."""
    found = _goal(request, pk)
    member = member_of(request)
    record_read(request, page="goal", clients=[found.case.client])
    context = {
        "goal": found,
        "area": catalogue_of(member.organisation_id).label("life_area", found.life_area),
        "reached": first_reached(found),
        "moves": list(TargetMove.of(found)),
        **levels_of(found),
        "may_plan": member.can(Permission.PLAN),
        "may_rate": member.can(Permission.RECORD) or member.can(Permission.PLAN),
    }
    return render(request, "plans/goal.html", context)


@needs(Permission.PLAN)
def reword_goal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put a goal in other words."""
    found = _goal(request, pk)
    return verb_page(
        request,
        form_for(RewordForm, request, found.case, goal=found),
        partial(actions.reword_goal, goal=found),
        title="Put it in other words",
        said="The new words stand, and the first are kept.",
        voice=found.first_words,
        voice_label="First said",
    )


@needs(Permission.RECORD, Permission.PLAN)
def rate_goal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how close a goal feels."""
    found = _goal(request, pk)
    return verb_page(
        request,
        form_for(RateForm, request, found.case, goal=found),
        partial(actions.rate_goal, goal=found),
        title="How close does it feel?",
        said="The rating is kept.",
        voice=found.words,
        voice_label="The goal",
    )


@needs(Permission.PLAN)
def end_goal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Bring a goal to its end."""
    found = _goal(request, pk)
    return verb_page(
        request,
        form_for(EndGoalForm, request, found.case, goal=found),
        partial(actions.end_goal, goal=found),
        title="This goal comes to its end",
        said="The goal has come to its end, and stays in the record.",
        voice=found.first_words,
        voice_label="First said",
    )
