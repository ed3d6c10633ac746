"""Pages: choose a measure, and take it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cors.access.door import find, member_of
from cors.access.models import Membership
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.measure import MeasureDefinition
from cors.core.errors import Refused
from cors.measures.actions import record_assessment
from cors.measures.forms import MeasureForm
from cors.measures.models import Assessment, Rater


@needs(Permission.MEASURE)
def choose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Offer the measures that the organisation uses."""
    case = find(Case, request, pk, "client")
    record_read(request, page="choose_measure", clients=[case.client])
    measures = catalogue_of(case.organisation_id).entries("measure")
    return render(request, "measures/choose.html", {"case": case, "measures": measures})


def definition_of(case: Case, key: str) -> MeasureDefinition:
    """Return a measure that the organisation uses; a page for any other is not there."""
    catalogue = catalogue_of(case.organisation_id)
    found = catalogue.measure(key)
    if found is None or not catalogue.has("measure", key):
        raise Http404
    return found


@needs(Permission.MEASURE)
def take(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take a measure together; nothing is chosen before."""
    case = find(Case, request, pk, "client")
    definition, member = definition_of(case, key), member_of(request)
    today = member.organisation.today()
    asked = request.GET.get("rater", "")
    begun = {"rater": asked} if asked in Rater.values else {}
    form = MeasureForm(request.POST or None, definition=definition, today=today, begun=begun)
    if form.is_valid() and (found := taken(form, case, member)):
        return redirect("measures:result", found.pk)
    record_read(request, page="take_measure", clients=[case.client])
    context = {"form": form, "case": case, "definition": definition}
    return render(request, "measures/take.html", context, status=422 if form.errors else 200)


def taken(form: MeasureForm, case: Case, member: Membership) -> Assessment | None:
    """Record what the form says; None where the verb refused, which the form then shows."""
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
