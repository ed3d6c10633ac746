"""Page: an entry that stands under the wrong person goes to the right one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cors.access.door import find, member_of
from cors.access.models import Membership
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.clients.finding import find_people
from cors.contacts.actions import Moved, move_entry
from cors.contacts.forms import MoveForm
from cors.contacts.models import ContactPerson
from cors.core.errors import Refused

MOST = 40
LONGEST_QUERY = 120  # each word is a condition, of which a database takes so many


@needs(Permission.RECORD)
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask whose entry it is: one of my people, or somebody found by name."""
    entry = find(ContactPerson, request, pk, "case__client", "contact")
    was, query = entry.case.client, " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    cases = [case for case in _cases(query, member_of(request)) if case != entry.case]
    form = MoveForm(request.POST if request.method == "POST" else None, cases=cases)
    named = [was, *(case.client for case in cases)]
    record_read(request, page="move_entry", clients=named)
    if form.is_valid() and (moved := _moved(form, entry, member_of(request))):
        return render(request, "contacts/moved.html", {"moved": moved, "was": was})
    kind = catalogue_of(entry.organisation_id).label("contact_kind", entry.contact.kind)
    shown = {"form": form, "entry": entry, "kind": kind, "query": query}
    return render(request, "contacts/move.html", shown, status=422 if form.errors else 200)


def _cases(query: str, member: Membership) -> list[Case]:
    visible = Case.visible_to(member).select_related("client", "service")
    if query:
        found = visible.filter(client__in=find_people(query, member).values("pk"))
    else:
        found = visible.going_on().kept_by(member)
    return sorted(found[:MOST], key=lambda case: case.client.called.casefold())


def _moved(form: MoveForm, entry: ContactPerson, member: Membership) -> Moved | None:
    try:
        return move_entry(person=entry, by=member, **form.cleaned_data)
    except Refused as refused:
        form.refuse(refused)
        return None
