"""Pages: what a barrier holds back, and leaving one alone for now."""

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
from cors.plans.forms import BlocksForm, LeaveBarrierForm
from cors.plans.forms.plan_form import catalogue_for, said_barrier
from cors.plans.models import Barrier
from cors.plans.page import form_for, verb_page


def _barrier(request: HttpRequest, pk: UUID) -> Barrier:
    return find(Barrier, request, pk, "case__client", "resolution_row")


@needs(Permission.PLAN)
def say_what_it_blocks(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say anew what a barrier holds back."""
    found = _barrier(request, pk)
    return verb_page(
        request,
        form_for(BlocksForm, request, found.case, barrier=found),
        partial(actions.say_what_it_blocks, barrier=found),
        title="What does it hold back?",
        said="It is tied to what it holds back.",
        notes=[said_barrier(found, catalogue_for(found.case))],
    )


@needs(Permission.PLAN)
def leave_barrier(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Leave a barrier alone for now."""
    found = _barrier(request, pk)
    return verb_page(
        request,
        form_for(LeaveBarrierForm, request, found.case),
        partial(actions.leave_barrier, barrier=found),
        title="Not now",
        said="It is left alone for now, and stays in the plan.",
        notes=[said_barrier(found, catalogue_for(found.case))],
        save="Leave it for now",
    )


@require_POST
@needs(Permission.PLAN)
def take_up_barrier(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Turn to a barrier again."""
    found, member = _barrier(request, pk), member_of(request)
    try:
        actions.take_up_barrier(barrier=found, on=member.organisation.today(), by=member)
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("plans:barrier", found.pk)
