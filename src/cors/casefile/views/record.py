"""Record: one screen, one save."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.casefile.case_record import CaseRecord
from cors.casefile.kinds import kinds_in_habit
from cors.casefile.record_form import RecordForm
from cors.casefile.safe_contact import safe_contact
from cors.casefile.timeline import timeline
from cors.caseload.cards import my_cards
from cors.cases.models import Case
from cors.contacts.actions import record_contact
from cors.core.errors import Refused

RECENT = 4
LATELY = ("contact", "success", "setback", "goal")


@needs(Permission.RECORD)
def choose(request: HttpRequest) -> HttpResponse:
    """Ask whom the record is about, those seen last first."""
    cards = my_cards(member_of(request))
    record_read(request, page="choose_person", clients=[card.case.client for card in cards])
    return render(request, "casefile/choose_person.html", {"cards": cards})


@needs(Permission.RECORD)
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the form, or save the contact with everything that came of it."""
    found = CaseRecord(find(Case, request, pk, "client", "service"), member_of(request))
    kinds = kinds_in_habit(found)
    form = RecordForm(request.POST or None, record=found, kinds=kinds)
    if form.is_valid() and _saved(form, found):
        following = "casefile:choose_person" if "next" in request.POST else "casefile:case"
        return redirect(following, *([] if "next" in request.POST else [pk]))
    record_read(request, page="record", clients=[found.client])
    context = {
        "form": form,
        "record": found,
        "recent": [entry.shown() for entry in timeline(found, kinds=LATELY)[:RECENT]],
        "safe": safe_contact(found),
    }
    return render(request, "casefile/record.html", context, status=422 if form.errors else 200)


def _saved(form: RecordForm, found: CaseRecord) -> bool:
    data = form.cleaned_data
    try:
        record_contact(
            kind=data["kind"],
            result=data["result"] or "held",
            on=data["on"],
            minutes=data["minutes"],
            form_key=data["form_key"],
            people=[form.entry()],
            by=found.member,
        )
    except Refused as refused:
        form.refuse(refused)
        return False
    return True
