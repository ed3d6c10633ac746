"""Pages: the day a goal is hoped for, its place in the plan, going on with it."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.core.errors import Refused
from cors.plans import actions
from cors.plans.forms import MoveTargetForm, TakeUpForm
from cors.plans.models import Goal
from cors.plans.page import form_for, verb_page


def _goal(request: HttpRequest, pk: UUID) -> Goal:
    return find(Goal, request, pk, "case__client", "ending_row")


@needs(Permission.PLAN)
def move_target(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Move the day a goal is hoped for."""
    found = _goal(request, pk)
    return verb_page(
        request,
        form_for(MoveTargetForm, request, found.case, goal=found),
        partial(actions.move_target, goal=found),
        title="When is it hoped for?",
        said="The day is moved. The one before stays in the record.",
        voice=found.words,
        voice_label="The goal",
    )


@needs(Permission.PLAN)
def take_up_goal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on with a goal that had ended."""
    found = _goal(request, pk)
    return verb_page(
        request,
        form_for(TakeUpForm, request, found.case),
        partial(actions.take_up_goal, goal=found),
        title="Go on with this goal",
        said="The goal stands open again.",
        voice=found.words,
        voice_label="The goal",
        save="Go on with it",
    )


@require_POST
@needs(Permission.PLAN)
def put_goal_first(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put a goal before the others."""
    found = _goal(request, pk)
    try:
        actions.put_goal_first(goal=found, by=member_of(request))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("casefile:case", found.case_id)
