"""Pages: what the work is for, that it happened, and whether it lasted."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.core.errors import Refused
from cors.outcomes import actions
from cors.outcomes.due import weeks_of
from cors.outcomes.forms import AimForm, CheckForm, ConfirmForm, StopAimForm
from cors.outcomes.models import Aim, Outcome
from cors.plans.page import form_for, verb_page


@needs(Permission.CONFIRM_OUTCOMES)
def aim(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what the work is for."""
    case = find(Case, request, pk, "client")
    return verb_page(
        request,
        form_for(AimForm, request, case),
        partial(actions.aim_at, case=case),
        title="Aim at an outcome",
        said="From now on this is what you work towards.",
    )


@needs(Permission.CONFIRM_OUTCOMES)
def stop_aiming(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that it is no longer what the work is for."""
    found = find(Aim, request, pk, "case__client")
    label = catalogue_of(found.organisation_id).label("outcome_type", found.outcome_type)
    return verb_page(
        request,
        form_for(StopAimForm, request, found.case),
        partial(actions.stop_aiming, aim=found),
        title=f"No longer aim at: {label}",
        said="You no longer work towards this.",
    )


@needs(Permission.CONFIRM_OUTCOMES)
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that something happened, and what shows it."""
    case = find(Case, request, pk, "client")
    return verb_page(
        request,
        form_for(ConfirmForm, request, case),
        partial(actions.confirm_outcome, case=case),
        title="What happened?",
        said="It stands as an outcome.",
    )


@needs(Permission.CONFIRM_OUTCOMES)
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask whether an outcome lasted."""
    outcome = find(Outcome, request, pk, "case__client")
    catalogue = catalogue_of(outcome.organisation_id)
    checks = outcome.lasting(
        weeks_of(catalogue, outcome.outcome_type), member_of(request).organisation.today()
    )
    form = form_for(CheckForm, request, outcome.case, outcome=outcome, checks=checks)
    if form.is_valid() and _checked(form, outcome, request):
        return redirect("casefile:case", outcome.case_id)
    record_read(request, page="check_sustained", clients=[outcome.case.client])
    label = catalogue.label("outcome_type", outcome.outcome_type)
    shown = {"form": form, "outcome": outcome, "checks": checks, "label": label}
    return render(request, "outcomes/check.html", shown, status=422 if form.errors else 200)


def _checked(form: CheckForm, outcome: Outcome, request: HttpRequest) -> bool:
    try:
        actions.check_sustained(outcome=outcome, by=member_of(request), **form.cleaned_data)
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, "Kept.")
    return True


@require_POST
@needs(Permission.CONFIRM_OUTCOMES)
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an outcome back that was confirmed by mistake."""
    outcome = find(Outcome, request, pk)
    try:
        actions.withdraw_outcome(outcome=outcome, by=member_of(request), at=timezone.now())
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("casefile:case", outcome.case_id)
