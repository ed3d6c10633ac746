"""Pages: a referral comes, and is accepted or declined."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.cases import actions
from cors.cases.forms import AcceptForm, DeclineForm, ReferForm
from cors.cases.models import Case
from cors.cases.page import verb_page
from cors.catalogue.choices import catalogue_of
from cors.catalogue.models import Service
from cors.clients.models import Client
from cors.clients.page import done, show


@needs(Permission.REFER)
def refer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Refer a person to a service."""
    client = find(Client, request, pk)
    form = _form(request)
    made: list[Case] = []
    if done(request, form, partial(_refer, made, client=client), "The referral is saved."):
        return redirect("casefile:case", made[0].pk)
    context = {
        "form": form,
        "client": client,
        "title": f"Refer {client.called} to a service",
        "back_url": reverse("casefile:person", args=[client.pk]),
    }
    return show(request, "clients/form.html", context, [client])


def _form(request: HttpRequest) -> ReferForm:
    organisation = member_of(request).organisation
    sources = catalogue_of(organisation.pk).entries("referral_source")
    return ReferForm(
        request.POST or None,
        services=Service.running_in(organisation),
        sources=[(source.key, source.label) for source in sources],
        today=organisation.today(),
    )


def _refer(made: list[Case], **what: object) -> None:
    made.append(actions.refer(**what))  # type: ignore[arg-type]


@needs(Permission.REFER)
def accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept a referral: the person waits until the case opens."""
    case = find(Case, request, pk, "client", "service")
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        AcceptForm(request.POST or None, today=today),
        partial(actions.accept_referral, case=case),
        case,
        title=f"Accept {case.client.called} for {case.service}",
        said="Accepted, and on the waiting list.",
        save="Accept",
    )


@needs(Permission.REFER)
def decline(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Decline a referral, and say why."""
    case = find(Case, request, pk, "client", "service")
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        DeclineForm(request.POST or None, today=today),
        partial(actions.decline_referral, case=case),
        case,
        title=f"Decline {case.client.called} for {case.service}",
        said="The referral is declined.",
        save="Decline",
    )
