"""Pages: what is done."""

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
from cors.plans.forms import EndInterventionForm, StartInterventionForm
from cors.plans.forms.plan_form import catalogue_for, said_barrier, said_work
from cors.plans.models import Intervention
from cors.plans.page import form_for, verb_page


@needs(Permission.PLAN)
def start_intervention(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin something that could help."""
    case = find(Case, request, pk, "client")
    return verb_page(
        request,
        form_for(StartInterventionForm, request, case),
        partial(actions.start_intervention, case=case),
        title="What could help?",
        said="It is part of the plan.",
    )


@needs(Permission.PLAN)
def intervention(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what is done, for what and since when."""
    found = find(Intervention, request, pk, "case__client")
    record_read(request, page="intervention", clients=[found.case.client])
    catalogue = catalogue_for(found.case)
    context = {
        "work": found,
        "label": catalogue.label("intervention_type", found.type_key),
        "goals": found.for_goals(),
        "barriers": [said_barrier(row, catalogue) for row in found.against_barriers()],
    }
    return render(request, "plans/intervention.html", context)


@needs(Permission.PLAN)
def end_intervention(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say when something that was done came to its end."""
    found = find(Intervention, request, pk, "case__client")
    return verb_page(
        request,
        form_for(EndInterventionForm, request, found.case),
        partial(actions.end_intervention, intervention=found),
        title="This has come to its end",
        said="It has come to its end, and stays in the record.",
        notes=[said_work(found, catalogue_for(found.case))],
    )
