"""Record: one screen, one save."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.casefile.case_record import CaseRecord
from cors.casefile.record_form import RecordForm
from cors.casefile.record_line import with_line
from cors.casefile.safe_contact import safe_contact
from cors.casefile.timeline import timeline
from cors.caseload.cards import my_cards
from cors.caseload.round import Round, round_of
from cors.cases.models import Case
from cors.contacts.actions import join_contact, record_contact
from cors.contacts.along import ALONG, Along, along_of
from cors.contacts.begun import as_sent, offered, taken_up
from cors.contacts.models import Contact
from cors.contacts.others import AT_MOST, others_found
from cors.contacts.views.draft import CAME_FROM, came_from_of
from cors.core.errors import Refused

RECENT = 4
LATELY = ("contact", "success", "setback", "goal")


@needs(Permission.RECORD)
def choose(request: HttpRequest) -> HttpResponse:
    """Ask whom the record is about, those seen last first."""
    along = along_of(request)
    there = along.cases if along else set()
    cards = [card for card in my_cards(member_of(request)) if card.case.pk not in there]
    mine = [card.case for card in cards]
    query = " ".join(request.GET.get("q", "").split())[:120]
    others = others_found(query, member_of(request), there | {case.pk for case in mine})
    clients = [case.client for case in [*mine, *others[:AT_MOST]]]
    record_read(request, page="choose_person", clients=clients + (along.clients if along else []))
    context: dict[str, Any] = {"cards": cards, "along": along, "query": query}
    context |= {"others": others[:AT_MOST], "more": len(others) > AT_MOST}
    context["round_url"] = "" if along else round_of(mine)
    return render(request, "casefile/choose_person.html", context)


@needs(Permission.RECORD)
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the form, or save the contact with everything that came of it."""
    found = CaseRecord(find(Case, request, pk, "client", "service"), member_of(request))
    draft = taken_up(request, found.case)
    begun = as_sent(draft) if draft else None
    along = along_of(request, begun)
    form = _form(request, found, begun, along)
    if "read_line" in request.POST:
        read = with_line(request.POST, form)
        form = RecordForm(record=found, begun=read, joins=along is not None)
    elif form.is_valid() and (contact := _saved(request, form, found, along)):
        return _next(request, contact, found)
    record_read(request, page="record", clients=[found.client, *(along.clients if along else [])])
    context = {
        "form": form.in_order_of_habit(),
        "record": found,
        "recent": [entry.brief() for entry in timeline(found, kinds=LATELY)[:RECENT]],
        "safe": safe_contact(found),
        "draft": draft,
        "came_from": f"{draft.pk}.{draft.version}" if draft else request.POST.get(CAME_FROM, ""),
        "begun": offered(request, found.case, draft),
        "round": _round(request, found),
        "along": along,
    }
    return render(request, "casefile/record.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, found: CaseRecord, begun: Any, along: Along | None) -> RecordForm:
    return RecordForm(
        request.POST or None,
        record=found,
        begun=begun,
        joins=along is not None,
        initial={"kind": request.GET["kind"]} if "kind" in request.GET else {},
    )


def _round(request: HttpRequest, found: CaseRecord) -> Round | None:
    place = (request.POST or request.GET).get("round")
    return Round.at(found.case, found.member, place) if place else None


def _next(request: HttpRequest, contact: Contact, found: CaseRecord) -> HttpResponse:
    """Go back to the case, or on to who else was there, or to the next person of a round."""
    if "also" in request.POST:
        return redirect(f"{reverse('casefile:choose_person')}?{ALONG}={contact.pk}")
    if "next" not in request.POST:
        return redirect("casefile:case", found.case.pk)
    there = _round(request, found) or Round.at(found.case, found.member, 1)
    if address := there.next_address(contact.kind):
        return redirect(address)
    messages.success(request, "Saved. That was everybody on your list.")
    return redirect("caseload:today")


def _saved(
    request: HttpRequest, form: RecordForm, found: CaseRecord, along: Along | None
) -> Contact | None:
    came_from, version = came_from_of(request, found.case)
    given = {"form_key": form.cleaned_data["form_key"], "by": found.member}
    drafted: dict[str, Any] = given | {"came_from": came_from, "version": version}
    try:
        if along:
            return join_contact(contact=along.contact, entry=form.entry(), **drafted).contact
        return record_contact(people=[form.entry()], **form.of_contact(), **drafted)
    except Refused as refused:
        form.refuse(refused)
        return None
