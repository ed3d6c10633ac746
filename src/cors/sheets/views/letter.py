"""The letter of a review, on the page and on paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.casefile.case_record import CaseRecord
from cors.casefile.journey_of import journey_of
from cors.casefile.picture import client_picture_of
from cors.core.print import on_paper
from cors.journey.as_of import as_of
from cors.journey.model import Journey
from cors.reviews.letter import letter_of
from cors.reviews.models import Review
from cors.sheets.letter_pdf import as_pdf


def _journey_then(request: HttpRequest, found: Review) -> Journey:
    """Return the journey as it stood when this review was held."""
    record = CaseRecord(found.case, member_of(request))
    return as_of(journey_of(record, for_client=True), found.held_date)


@needs(Permission.REVIEW)
def letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the letter of a review in plain words."""
    found = find(Review, request, pk, "case__client", "case__service", "created_by")
    record_read(request, page="letter", clients=[found.case.client])
    way = client_picture_of(_journey_then(request, found))
    context = {"review": found, "letter": letter_of(found, member_of(request)), "picture": way}
    return render(request, "sheets/letter.html", context)


@needs(Permission.REVIEW)
def letter_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand out the letter as a tagged PDF, in large print when asked."""
    found = find(Review, request, pk, "case__client", "case__service", "created_by")
    record_read(request, page="letter_pdf", clients=[found.case.client])
    words, way = letter_of(found, member_of(request)), _journey_then(request, found)
    pdf = as_pdf(words, way, large="large" in request.GET)
    return on_paper(pdf, "letter")
