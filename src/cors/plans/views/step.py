"""Pages: the next small thing."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.plans import actions
from cors.plans.forms import MoveStepForm, StepForm
from cors.plans.models import Step
from cors.plans.page import form_for, verb_page

VERBS = {"done": actions.finish_step, "dropped": actions.drop_step, "back": actions.take_up_step}


@needs(Permission.PLAN)
def plan_step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Plan the next step."""
    case = find(Case, request, pk, "client")
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        form_for(StepForm, request, case),
        partial(actions.plan_step, case=case, on=today),
        title="The next step",
        said="The step is planned.",
    )


@needs(Permission.SEE_PEOPLE)
def step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a step: done, let go, or put back."""
    found = find(Step, request, pk, "case__client", "goal")
    record_read(request, page="step", clients=[found.case.client])
    context = {"step": found, "may_plan": member_of(request).can(Permission.PLAN)}
    return render(request, "plans/step.html", context)


@needs(Permission.PLAN)
def move_step(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Move the day of a step."""
    found = find(Step, request, pk, "case__client")
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        form_for(MoveStepForm, request, found.case, step=found),
        partial(actions.move_step, step=found, on=today),
        title="By when?",
        said="The day is moved.",
        notes=[found.words],
    )


@require_POST
@needs(Permission.PLAN)
def change_step(request: HttpRequest, pk: UUID, how: str) -> HttpResponse:
    """Finish a step, let it go or take it up again, then show it with the way to undo that."""
    found = find(Step, request, pk, "case__client")
    member = member_of(request)
    try:
        VERBS[how](step=found, on=member.organisation.today(), by=member)
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("plans:step", found.pk)
