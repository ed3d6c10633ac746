"""Pages: what stands in the way."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cors.access.door import find
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.plans import actions
from cors.plans.forms import NoticeBarrierForm, ResolveBarrierForm
from cors.plans.forms.plan_form import catalogue_for, said_barrier
from cors.plans.models import Barrier, Intervention
from cors.plans.page import form_for, verb_page


def _barrier(request: HttpRequest, pk: UUID) -> Barrier:
    return find(Barrier, request, pk, "case__client", "resolution_row")


@needs(Permission.PLAN)
def notice_barrier(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record that something is in the way."""
    case = find(Case, request, pk, "client")
    return verb_page(
        request,
        form_for(NoticeBarrierForm, request, case),
        partial(actions.notice_barrier, case=case),
        title="Something is in the way",
        said="It is kept below the water line, with what it holds back.",
    )


@needs(Permission.PLAN)
def barrier(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a barrier, what it holds back and what helped."""
    found = _barrier(request, pk)
    record_read(request, page="barrier", clients=[found.case.client])
    catalogue = catalogue_for(found.case)
    context = {
        "barrier": found,
        "label": catalogue.label("barrier_type", found.type_key),
        "goals": found.blocked_goals(),
        "kept": [said_barrier(row, catalogue) for row in found.kept_barriers()],
        "rest": found.rest(),
        "work": [
            catalogue.label("intervention_type", row.type_key)
            for row in Intervention.against(found)
        ],
    }
    return render(request, "plans/barrier.html", context)


@needs(Permission.PLAN)
def resolve_barrier(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record that a barrier is out of the way."""
    found = _barrier(request, pk)
    return verb_page(
        request,
        form_for(ResolveBarrierForm, request, found.case),
        partial(actions.resolve_barrier, barrier=found),
        title="It is out of the way",
        said="It is out of the way.",
        notes=[said_barrier(found, catalogue_for(found.case))],
    )
