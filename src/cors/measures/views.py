"""Pages: choose a measure, take it, see what came of it, take it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.measure import MeasureDefinition
from cors.core.errors import Refused
from cors.measures.actions import record_assessment, withdraw_assessment
from cors.measures.forms import OF_THE_WORKER, MeasureForm
from cors.measures.models import Assessment
from cors.measures.one_by_one import carried, first_wrong, place_of
from cors.measures.result import result_of


@needs(Permission.MEASURE)
def choose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Offer the measures that the organisation uses."""
    case = find(Case, request, pk, "client")
    record_read(request, page="choose_measure", clients=[case.client])
    measures = catalogue_of(case.organisation_id).entries("measure")
    return render(request, "measures/choose.html", {"case": case, "measures": measures})


def _definition(case: Case, key: str) -> MeasureDefinition:
    catalogue = catalogue_of(case.organisation_id)
    found = catalogue.measure(key)
    if found is None or not catalogue.has("measure", key):
        raise Http404
    return found


@needs(Permission.MEASURE)
def take(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take a measure together; nothing is chosen before."""
    case = find(Case, request, pk, "client")
    definition, member = _definition(case, key), member_of(request)
    today = member.organisation.today()
    form = MeasureForm(request.POST or None, definition=definition, today=today)
    if form.is_valid() and (taken := _taken(form, case, member)):
        return redirect("measures:result", taken.pk)
    record_read(request, page="take_measure", clients=[case.client])
    context = {"form": form, "case": case, "definition": definition}
    return render(request, "measures/take.html", context, status=422 if form.errors else 200)


@needs(Permission.MEASURE)
def take_one(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take a measure with one question a page, for a phone that is handed over."""
    case = find(Case, request, pk, "client")
    definition, member = _definition(case, key), member_of(request)
    if definition.score_only:
        return redirect("measures:take", pk, key)
    sent, keys = request.POST.dict(), [item.key for item in definition.items]
    saves, today = sent.get("go") == "save", member.organisation.today()
    form = MeasureForm(sent if saves else None, definition=definition, today=today, begun=sent)
    place = place_of(sent, len(keys))
    if saves and form.is_valid() and (taken := _taken(form, case, member)):
        return redirect("measures:result", taken.pk)
    if saves:
        place = first_wrong(form.errors, keys, len(keys) + 1)
    record_read(request, page="take_measure", clients=[case.client])
    context = {"form": form, "case": case, "definition": definition, "saves": saves}
    context |= {"place": place, "number": len(keys), "is_end": place > len(keys)}
    context["question"] = None if place > len(keys) else form[keys[place - 1]]
    context["carried"] = carried(sent, keys, place, OF_THE_WORKER)
    status = 422 if saves else 200
    return render(request, "measures/take_one.html", context, status=status)


def _taken(form: MeasureForm, case: Case, member: Any) -> Assessment | None:
    try:
        return record_assessment(
            case=case,
            measure=form.definition.key,
            by=member,
            import_key=form.import_key(case.pk),
            **form.given(),
        )
    except Refused as refused:
        form.refuse(refused)
        return None


@needs(Permission.MEASURE)
def result(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say at once what came of it, in words, and what an answer asks for."""
    found = find(Assessment, request, pk, "case__client")
    record_read(request, page="measure_result", clients=[found.case.client])
    return render(request, "measures/result.html", {"assessment": found, **result_of(found)})


@require_POST
@needs(Permission.MEASURE)
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a measure back that was recorded by mistake."""
    found = find(Assessment, request, pk)
    try:
        withdraw_assessment(assessment=found, by=member_of(request), at=timezone.now())
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("casefile:case", found.case_id)
