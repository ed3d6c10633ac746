"""Who read and who changed what: in the organisation, and about one person."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.models import Event
from cors.audit.record import record_read
from cors.casefile.trail import KINDS, page_of_events, told
from cors.clients.models import Client


@needs(Permission.SEE_EVENTS)
def events(request: HttpRequest) -> HttpResponse:
    """Show what was changed, or which pages were opened, by everybody or by one."""
    member = member_of(request)
    kind = "read" if request.GET.get("kind") == "read" else "write"
    found = Event.of_organisation(member.organisation_id, kind)
    page = page_of_events(found, member, request.GET)
    rows = told(page.events, member)
    record_read(request, page="events", clients=[row.client for row in rows if row.client])
    context = {"rows": rows, "page": page, "kind": kind, "kinds": KINDS}
    return render(request, "casefile/events.html", context)


@needs(Permission.SEE_EVENTS)
def of_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show who opened a page that names this person, and who changed something of theirs."""
    member, client = member_of(request), find(Client, request, pk)
    record_read(request, page="events_of_person", clients=[client])
    found = Event.of_client(member.organisation_id, client.pk)
    page = page_of_events(found, member, request.GET)
    context = {"client": client, "rows": told(page.events, member), "page": page}
    return render(request, "casefile/events_of_person.html", context)
