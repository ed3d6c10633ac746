"""Sheets on the page and on paper: hand-over of one person, supervision of one worker."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.casefile.case_record import CaseRecord
from cors.casefile.journey_of import journey_of
from cors.casefile.picture import client_picture_of
from cors.cases.models import Case
from cors.core.print import on_paper
from cors.journey.model import Journey
from cors.sheets.hand_over import hand_over_sheet
from cors.sheets.own_recording import own_recording_sheet
from cors.sheets.pdf import as_pdf
from cors.sheets.supervision import supervision_sheet, worker_of, workers_under


@needs(Permission.PLAN)
def hand_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what a colleague has to know of one person."""
    record = _case(request, pk, page="hand_over_sheet")
    context = {
        "sheet": hand_over_sheet(record),
        "pdf": reverse("sheets:hand_over_pdf", args=[pk]),
        "back_url": reverse("casefile:case", args=[pk]),
        "back": record.client.called,
        "picture": client_picture_of(_way(record)),
    }
    return render(request, "sheets/sheet.html", context)


@needs(Permission.PLAN)
def hand_over_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand out the same on paper, with the journey after it."""
    record = _case(request, pk, page="hand_over_pdf")
    organisation, way = record.member.organisation.name, _way(record)
    large = "large" in request.GET
    return on_paper(as_pdf(hand_over_sheet(record), organisation, way, large=large), "hand-over")


def _way(record: CaseRecord) -> Journey:
    return journey_of(record, for_client=True, for_colleague=True)


@needs(Permission.PLAN)
def supervision(request: HttpRequest, pk: UUID | None = None) -> HttpResponse:
    """Show one's own people, or those of a worker whom one leads: stuck, due, moved."""
    member = member_of(request)
    worker = worker_of(member, pk)
    sheet, cards = supervision_sheet(member, worker)
    record_read(request, page="supervision_sheet", clients=[card.case.client for card in cards])
    context = {
        "sheet": sheet,
        "pdf": reverse("sheets:supervision_pdf", args=[worker.pk]),
        "back_url": reverse("caseload:today"),
        "back": "Today",
        "workers": workers_under(member),
        "is_own": worker == member,
    }
    return render(request, "sheets/sheet.html", context)


@needs(Permission.PLAN)
def supervision_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand out the same on paper."""
    member = member_of(request)
    sheet, cards = supervision_sheet(member, worker_of(member, pk))
    record_read(request, page="supervision_pdf", clients=[card.case.client for card in cards])
    pdf = as_pdf(sheet, member.organisation.name, large="large" in request.GET)
    return on_paper(pdf, "supervision")


@needs(Permission.RECORD)
def own_recording(request: HttpRequest) -> HttpResponse:
    """Show a person what their own recording took and gave back; it names nobody."""
    sheet = own_recording_sheet(member_of(request), timezone.now())
    context = {"sheet": sheet, "back_url": reverse("caseload:today"), "back": "Today"}
    return render(request, "sheets/sheet.html", context)


def _case(request: HttpRequest, pk: UUID, *, page: str) -> CaseRecord:
    record = CaseRecord(find(Case, request, pk, "client", "service"), member_of(request))
    record_read(request, page=page, clients=[record.client])
    return record
