"""Pages: what a service asks, and when."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cors.access.door import find_in_organisation, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.catalogue.choices import catalogue_of
from cors.catalogue.models import Service
from cors.catalogue.page import sent, verb_page
from cors.core.errors import Refused
from cors.measures import actions
from cors.measures.forms import ScheduleForm, WhenForm
from cors.measures.models import Rater, Schedule
from cors.measures.schedule_words import when_in_words


@needs(Permission.SET_UP)
def schedules(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show which measures a service asks, and when."""
    service = find_in_organisation(Service, request, pk)
    label = catalogue_of(service.organisation_id).label
    rows = [
        {
            "schedule": row,
            "measure": label("measure", row.measure),
            "rater": Rater(row.rater).label,
            "when": when_in_words(row.when()),
        }
        for row in Schedule.standing([service.pk])
    ]
    return render(request, "measures/schedules.html", {"service": service, "rows": rows})


@needs(Permission.SET_UP)
def make_schedule(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have another measure asked."""
    service = find_in_organisation(Service, request, pk)
    form = ScheduleForm(sent(request), catalogue=catalogue_of(service.organisation_id))
    return _page(
        request,
        form,
        partial(actions.make_schedule, service=service),
        title=f"{service.name}: ask a measure",
        said="Today says to each worker when it is due.",
        service=service.pk,
    )


@needs(Permission.SET_UP)
def change_schedule(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have it asked at other times."""
    schedule = find_in_organisation(Schedule, request, pk)
    label = catalogue_of(schedule.organisation_id).label("measure", schedule.measure)
    return _page(
        request,
        WhenForm(sent(request), schedule=schedule),
        partial(actions.change_schedule, schedule=schedule),
        title=f"{label}: when?",
        said="It holds from today on. What was asked stays.",
        service=schedule.service_id,
    )


@require_POST
@needs(Permission.SET_UP)
def end_schedule(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask it by plan no more."""
    schedule, member = find_in_organisation(Schedule, request, pk), member_of(request)
    try:
        actions.end_schedule(schedule=schedule, on=member.organisation.today(), by=member)
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("measures:schedules", schedule.service_id)


def _page(
    request: HttpRequest, form: WhenForm, act: Any, *, title: str, said: str, service: UUID
) -> HttpResponse:
    back = reverse("measures:schedules", args=[service])
    return verb_page(
        request,
        form,
        lambda by, **_: act(by=by, **form.given()),
        title=title,
        intro="Leave empty what is not asked. The fewer the questions, the more answers there are.",
        said=said,
        back=back,
    )
