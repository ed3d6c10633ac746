"""The page of one measure of a case over time."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.measures.models import Assessment
from cors.plans.models import Intervention
from cors.trajectory.gather import Gathered
from cors.trajectory.shown import shown


@needs(Permission.PLAN)
def over_time(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Show what came of a measure since the start: words, numbers, drawing and table."""
    case = find(Case, request, pk, "client")
    catalogue = catalogue_of(case.organisation_id)
    definition = catalogue.measure(key)
    if definition is None:
        raise Http404
    record_read(request, page="measure_over_time", clients=[case.client])
    gathered = Gathered(
        case,
        [row for row in Assessment.asked_in(case) if row.measure == key],
        catalogue,
        work_began=Intervention.first_day(case),
        today=member_of(request).organisation.today(),
    )
    scores = [shown(each, place) for place, each in enumerate(gathered.every_score(key))]
    context = {"case": case, "definition": definition, "scores": scores}
    return render(request, "trajectory/over_time.html", context)
