"""Record: one screen, one save."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.casefile.case_record import CaseRecord
from cors.casefile.habits import kinds_in_habit
from cors.casefile.record_form import RecordForm
from cors.casefile.safe_contact import safe_contact
from cors.casefile.timeline import timeline
from cors.caseload.cards import my_cards
from cors.caseload.round import Round, round_of
from cors.cases.models import Case
from cors.contacts.actions import record_contact
from cors.contacts.begun import as_sent, offered, taken_up
from cors.contacts.views.draft import CAME_FROM, came_from_of
from cors.core.errors import Refused

RECENT = 4
LATELY = ("contact", "success", "setback", "goal")


@needs(Permission.RECORD)
def choose(request: HttpRequest) -> HttpResponse:
    """Ask whom the record is about, those seen last first."""
    cards = my_cards(member_of(request))
    record_read(request, page="choose_person", clients=[card.case.client for card in cards])
    context = {"cards": cards, "round_url": round_of([card.case for card in cards])}
    return render(request, "casefile/choose_person.html", context)


@needs(Permission.RECORD)
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the form, or save the contact with everything that came of it."""
    found = CaseRecord(find(Case, request, pk, "client", "service"), member_of(request))
    draft = taken_up(request, found.case)
    form = _form(request, found, as_sent(draft) if draft else None)
    if form.is_valid() and _saved(request, form, found):
        return _next(request, form, found)
    record_read(request, page="record", clients=[found.client])
    context = {
        "form": form,
        "record": found,
        "recent": [entry.shown() for entry in timeline(found, kinds=LATELY)[:RECENT]],
        "safe": safe_contact(found),
        "draft": draft,
        "came_from": f"{draft.pk}.{draft.version}" if draft else request.POST.get(CAME_FROM, ""),
        "begun": offered(request, found.case, draft),
        "round": _round(request, found),
    }
    return render(request, "casefile/record.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, found: CaseRecord, begun: Any) -> RecordForm:
    kinds = kinds_in_habit(found)
    start = {"kind": request.GET["kind"]} if "kind" in request.GET else {}
    return RecordForm(request.POST or None, record=found, kinds=kinds, begun=begun, initial=start)


def _round(request: HttpRequest, found: CaseRecord) -> Round | None:
    place = (request.POST or request.GET).get("round")
    return Round.at(found.case, found.member, place) if place else None


def _next(request: HttpRequest, form: RecordForm, found: CaseRecord) -> HttpResponse:
    """Go back to the case, or on to the next person with the same kind of contact."""
    if "next" not in request.POST:
        return redirect("casefile:case", found.case.pk)
    there = _round(request, found) or Round.at(found.case, found.member, 1)
    if address := there.next_address(form.cleaned_data["kind"]):
        return redirect(address)
    messages.success(request, "Saved. That was everybody on your list.")
    return redirect("caseload:today")


def _saved(request: HttpRequest, form: RecordForm, found: CaseRecord) -> bool:
    data = form.cleaned_data
    came_from, version = came_from_of(request, found.case)
    try:
        record_contact(
            kind=data["kind"],
            result=data["result"] or "held",
            on=data["on"],
            minutes=data["minutes"],
            form_key=data["form_key"],
            people=[form.entry()],
            by=found.member,
            came_from=came_from,
            version=version,
        )
    except Refused as refused:
        form.refuse(refused)
        return False
    return True
