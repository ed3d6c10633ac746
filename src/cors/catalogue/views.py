"""Pages: what can be recorded, the services, and the word for the people supported."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cors.access.door import find_in_organisation, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.catalogue import actions
from cors.catalogue.choices import Catalogue, catalogue_of
from cors.catalogue.forms import (
    ClientWordForm,
    HowOftenForm,
    OwnEntryForm,
    RelabelForm,
    ServiceEndForm,
    ServiceForm,
    ServiceNameForm,
    ToldForm,
)
from cors.catalogue.kinds import KINDS, Kind
from cors.catalogue.models import Service
from cors.catalogue.page import sent, verb_page
from cors.core.errors import Refused


def _catalogue(request: HttpRequest) -> Catalogue:
    return catalogue_of(member_of(request).organisation_id)


def _kind(key: str) -> Kind:
    if key not in KINDS:
        raise Http404
    return KINDS[key]


@needs(Permission.CHOOSE_CATALOGUE)
def kinds(request: HttpRequest) -> HttpResponse:
    """Show the lists, with how many of each are on."""
    catalogue = _catalogue(request)
    lists = [
        {"kind": kind, "on": len(catalogue.entries(key)), "all": len(catalogue.known(key))}
        for key, kind in KINDS.items()
    ]
    return render(request, "catalogue/kinds.html", {"lists": lists})


@needs(Permission.CHOOSE_CATALOGUE)
def entries(request: HttpRequest, kind: str) -> HttpResponse:
    """Show one list: what is on, what is off, what is one's own."""
    shown, catalogue = _kind(kind), _catalogue(request)
    rows = [
        {
            "entry": entry,
            "is_on": catalogue.is_on(kind, entry.key),
            "is_own": catalogue.is_own(kind, entry.key),
        }
        for entry in catalogue.known(kind).values()
        if not getattr(entry, "ladder", "")
    ]
    return render(request, "catalogue/entries.html", {"kind": shown, "rows": rows})


@require_POST
@needs(Permission.CHOOSE_CATALOGUE)
def switch_entry(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Switch an entry on or off."""
    is_on = request.POST.get("is_on") == "1"
    try:
        actions.switch_entry(kind=kind, key=key, is_on=is_on, by=member_of(request))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("catalogue:entries", _kind(kind).key)


@needs(Permission.CHOOSE_CATALOGUE)
def relabel_entry(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Call an entry otherwise."""
    entry = _catalogue(request).entry(_kind(kind).key, key)
    if entry is None:
        raise Http404
    return verb_page(
        request,
        RelabelForm(sent(request), known={"label": entry.label}),
        partial(actions.relabel_entry, kind=kind, key=key),
        title=entry.label,
        said="The name is changed, in what was recorded too.",
        back=reverse("catalogue:entries", args=[kind]),
    )


@needs(Permission.CHOOSE_CATALOGUE)
def add_own_entry(request: HttpRequest, kind: str) -> HttpResponse:
    """Add an entry of one's own."""
    shown = _kind(kind)
    if not shown.takes_own:
        raise Http404
    return verb_page(
        request,
        OwnEntryForm(sent(request), kind=shown, catalogue=_catalogue(request)),
        partial(actions.add_own_entry, kind=kind),
        title=f"Your own {shown.one}",
        said="It is in the list.",
        back=reverse("catalogue:entries", args=[kind]),
    )


@needs(Permission.SET_UP)
def services(request: HttpRequest) -> HttpResponse:
    """Show the services, those that ended apart."""
    found = list(Service.all_of(member_of(request)))
    running = [service for service in found if service.ended_date is None]
    ended = [service for service in found if service.ended_date]
    return render(request, "catalogue/services.html", {"running": running, "ended": ended})


@needs(Permission.SET_UP)
def add_service(request: HttpRequest) -> HttpResponse:
    """Add a service."""
    return verb_page(
        request,
        ServiceForm(sent(request), by=member_of(request)),
        actions.add_service,
        title="Another service",
        said="The service takes people from now on.",
        back=reverse("catalogue:services"),
    )


@needs(Permission.SET_UP)
def rename_service(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Call a service otherwise."""
    service = find_in_organisation(Service, request, pk)
    return verb_page(
        request,
        ServiceNameForm(sent(request), service=service),
        partial(actions.rename_service, service=service),
        title=service.name,
        said="The name is changed, in what was recorded too.",
        back=reverse("catalogue:services"),
    )


@needs(Permission.SET_UP)
def change_how_often(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how often a service looks back, and when somebody is missed."""
    service = find_in_organisation(Service, request, pk)
    return verb_page(
        request,
        HowOftenForm(sent(request), service=service),
        partial(actions.change_how_often, service=service),
        title=f"{service.name}: how often?",
        said="It holds from today on.",
        back=reverse("catalogue:services"),
    )


@needs(Permission.SET_UP)
def name_who_is_told(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say who is told when an answer asks to talk about safety."""
    service = find_in_organisation(Service, request, pk)
    return verb_page(
        request,
        ToldForm(sent(request), service=service, by=member_of(request)),
        partial(actions.name_who_is_told, service=service),
        title=f"{service.name}: who is told?",
        intro="Some answers ask to talk about safety. The keyworker sees it first on Today; so "
        "does whom you name here, and an e-mail asks them to sign in. It names nobody.",
        said="It holds from now on.",
        back=reverse("catalogue:services"),
    )


@needs(Permission.SET_UP)
def end_service(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End a service, on a page that says what that means."""
    service = find_in_organisation(Service, request, pk)
    return verb_page(
        request,
        ServiceEndForm(sent(request), today=member_of(request).organisation.today()),
        partial(actions.end_service, service=service),
        title=f"{service.name} ends",
        intro="It takes nobody new after this day. Cases that run go on, and nothing is lost.",
        said="The service takes nobody new.",
        back=reverse("catalogue:services"),
    )


@needs(Permission.CHOOSE_CATALOGUE, Permission.SET_UP)
def client_word(request: HttpRequest) -> HttpResponse:
    """Choose the word for the people supported."""
    return verb_page(
        request,
        ClientWordForm(sent(request), by=member_of(request)),
        actions.choose_client_word,
        title="Your word for the people you support",
        intro="It stands on every page and in every report.",
        said="The word is changed everywhere.",
        back=reverse("catalogue:client_word"),
    )
