"""Pages: plan templates of the services, and beginning a plan with one."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cors.access.door import find, find_in_organisation, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.catalogue.models import Service
from cors.catalogue.page import sent, verb_page
from cors.core.errors import Refused
from cors.plans import actions
from cors.plans.forms import TemplateForm, UseTemplateForm
from cors.plans.models import PlanTemplate
from cors.plans.page import form_for
from cors.plans.page import verb_page as case_page


@needs(Permission.MAKE_TEMPLATES)
def templates(request: HttpRequest) -> HttpResponse:
    """List the templates of all services."""
    rows = PlanTemplate.offered(member_of(request))
    return render(request, "plans/templates.html", {"templates": rows})


def _form(request: HttpRequest, template: PlanTemplate | None = None) -> TemplateForm:
    member = member_of(request)
    return TemplateForm(
        sent(request),
        catalogue=catalogue_of(member.organisation_id),
        services=list(Service.running_in(member.organisation)),
        template=template,
    )


@needs(Permission.MAKE_TEMPLATES)
def make_plan_template(request: HttpRequest) -> HttpResponse:
    """Make a template."""
    return verb_page(
        request,
        _form(request),
        actions.make_plan_template,
        title="A plan template",
        said="The template can be chosen from.",
        back=reverse("plans:templates"),
    )


@needs(Permission.MAKE_TEMPLATES)
def change_plan_template(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what a template suggests."""
    found = find_in_organisation(PlanTemplate, request, pk)
    return verb_page(
        request,
        _form(request, found),
        partial(actions.change_plan_template, template=found),
        title=f"{found.name}, {found.service}",
        said="The template is changed. Plans made with it stay as they are.",
        back=reverse("plans:templates"),
    )


@require_POST
@needs(Permission.MAKE_TEMPLATES)
def end_plan_template(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Offer a template no more."""
    found, member = find_in_organisation(PlanTemplate, request, pk), member_of(request)
    try:
        actions.end_plan_template(template=found, on=member.organisation.today(), by=member)
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("plans:templates")


@needs(Permission.PLAN)
def use_plan_template(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose from a template of the service; first which one."""
    case, member = find(Case, request, pk, "client", "service"), member_of(request)
    offered = PlanTemplate.for_service(case.service_id, member)
    asked = request.GET.get("template", "")
    chosen = next((each for each in offered if str(each.pk) == asked), None)
    if chosen is None:
        record_read(request, page="choose_template", clients=[case.client])
        may_make = member.can(Permission.MAKE_TEMPLATES)
        shown = {"case": case, "templates": offered, "may_make": may_make}
        return render(request, "plans/choose_template.html", shown)
    return case_page(
        request,
        form_for(UseTemplateForm, request, case, template=chosen),
        partial(actions.use_plan_template, template=chosen, case=case),
        title=chosen.name,
        said="What you chose stands in the plan.",
        notes=["Only what you write or tick is kept. All of it is tied to the goals named here."],
    )
