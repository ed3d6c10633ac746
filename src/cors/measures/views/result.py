"""Pages: what came of a measure, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.core.errors import Refused
from cors.measures.actions import (
    say_where_it_began,
    share_with_client,
    stop_sharing,
    withdraw_assessment,
)
from cors.measures.models import Assessment
from cors.measures.result import result_of


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


@require_POST
@needs(Permission.MEASURE)
def began(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say whether an earlier score that came in late is where the person began."""
    found = find(Assessment, request, pk)
    counts = request.POST.get("counts") == "1"
    try:
        say_where_it_began(assessment=found, counts=counts, by=member_of(request))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("trajectory:over_time", found.case_id, found.measure)


@require_POST
@needs(Permission.MEASURE)
def share(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the person what came of it, or no longer."""
    found, member = find(Assessment, request, pk), member_of(request)
    try:
        if request.POST.get("go") == "stop":
            stop_sharing(assessment=found, by=member)
        else:
            share_with_client(assessment=found, on=member.organisation.today(), by=member)
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("measures:result", pk)
