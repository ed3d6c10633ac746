"""Pages: what may be told of one case, once it was agreed to and a second person has read it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.casefile.case_record import CaseRecord
from cors.cases.models import Case
from cors.clients.models import Consent
from cors.core.errors import Refused
from cors.core.print import on_paper
from cors.sheets.actions import read_case_study, write_case_study
from cors.sheets.case_study import as_sheet, drafted, known_names
from cors.sheets.forms import CaseStudyForm, ReadForm
from cors.sheets.hidden import still_named
from cors.sheets.models import CaseStudy
from cors.sheets.pdf import as_pdf

PAGE = "sheets/case_study.html"


@needs(Permission.PLAN)
def case_study(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write it: from a draft that the records made, or from what is kept."""
    record = _record(request, pk, page="case_study")
    if not _agreed(record):
        return render(request, PAGE, {"record": record, "agreed": False})
    study = CaseStudy.of(record.case)
    sent = request.POST if request.method == "POST" else None
    form = CaseStudyForm(sent, study=study, draft="" if study or sent else drafted(record))
    if form.is_valid():
        try:
            write_case_study(
                case=record.case, at=timezone.now(), by=record.member, **form.cleaned_data
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The case study is kept. A colleague has to read it now.")
            return redirect("sheets:case_study", pk)
    return _page(request, record, study, form)


@needs(Permission.PLAN)
def read(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say as the second person that nobody can be known by it."""
    record = _record(request, pk, page="case_study")
    study = CaseStudy.of(record.case)
    if request.method != "POST" or study is None or not _agreed(record):
        return redirect("sheets:case_study", pk)
    form = ReadForm(request.POST, study=study)
    if form.is_valid():
        try:
            read_case_study(
                case=record.case,
                seen=form.cleaned_data["seen"],
                at=timezone.now(),
                by=record.member,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "It may be used now.")
            return redirect("sheets:case_study", pk)
    return _page(request, record, study, CaseStudyForm(study=study, draft=""), form)


@needs(Permission.PLAN)
def case_study_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand it out on paper, once it may be used."""
    record = _record(request, pk, page="case_study_pdf")
    study = CaseStudy.of(record.case) if _agreed(record) else None
    if study is None or not study.may_be_used:
        messages.error(request, "Nothing may be used yet. This page says what is missing.")
        return redirect("sheets:case_study", pk)
    organisation = record.member.organisation.name
    sheet = as_sheet(study.words, "Told with consent, without names.")
    return on_paper(as_pdf(sheet, organisation, large="large" in request.GET), "case-study")


def _record(request: HttpRequest, pk: UUID, *, page: str) -> CaseRecord:
    record = CaseRecord(find(Case, request, pk, "client", "service"), member_of(request))
    record_read(request, page=page, clients=[record.client])
    return record


def _agreed(record: CaseRecord) -> bool:
    return Consent.holding(record.client, Consent.Purpose.STORY, record.today) is not None


def _page(
    request: HttpRequest,
    record: CaseRecord,
    study: CaseStudy | None,
    form: CaseStudyForm,
    read_form: ReadForm | None = None,
) -> HttpResponse:
    words = study.words if study else ""
    shown: dict[str, Any] = {
        "record": record,
        "agreed": True,
        "study": study,
        "sheet": as_sheet(words, "") if study else None,
        "is_own": bool(study and study.changed_by_id == record.member.user_id),
        "still_named": still_named(words, known_names(record)),
        "form": form,
        "read_form": read_form or (ReadForm(study=study) if study else None),
    }
    errors = form.errors or (read_form and read_form.errors)
    return render(request, PAGE, shown, status=422 if errors else 200)
