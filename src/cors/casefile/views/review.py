"""The review together, and the letter that comes of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.casefile.case_record import CaseRecord
from cors.casefile.journey_of import journey_of
from cors.casefile.letter import letter_of
from cors.casefile.letter_pdf import as_pdf
from cors.casefile.picture import client_picture_of
from cors.casefile.plan_view import PlanView
from cors.casefile.review_form import ReviewForm
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.journey.as_of import as_of
from cors.journey.model import Journey
from cors.reviews.actions import hold_review
from cors.reviews.models import Review


@needs(Permission.REVIEW)
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look back together; saved, it leaves a letter."""
    record = CaseRecord(find(Case, request, pk, "client", "service"), member_of(request))
    form = ReviewForm(request.POST or None, record=record)
    if form.is_valid() and (held := _held(form, record)):
        return redirect("casefile:letter", held.pk)
    record_read(request, page="review", clients=[record.client])
    context = {
        "form": form,
        "record": record,
        "picture": client_picture_of(journey_of(record, for_client=True)),
        "successes": [row for row in reversed(record.moments) if row.kind == "success"][:5],
        "backs": [row for row in reversed(record.moments) if row.back()][:3],
        "barriers": PlanView(record).in_the_way(),
    }
    return render(request, "casefile/review.html", context, status=422 if form.errors else 200)


def _held(form: ReviewForm, record: CaseRecord) -> Review | None:
    data = form.cleaned_data
    words = ("client_words", "worker_words", "what_helped", "in_the_way", "next_date", "form_key")
    try:
        return hold_review(
            case=record.case,
            on=data["on"],
            goals=form.decisions(),
            steps=form.steps(),
            by=record.member,
            **{name: data[name] for name in words},
        )
    except Refused as refused:
        form.refuse(refused)
        return None


def _journey_then(request: HttpRequest, found: Review) -> Journey:
    """Return the journey as it stood when this review was held."""
    record = CaseRecord(found.case, member_of(request))
    return as_of(journey_of(record, for_client=True), found.held_date)


@needs(Permission.REVIEW)
def letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the letter of a review in plain words."""
    found = find(Review, request, pk, "case__client", "case__service")
    record_read(request, page="letter", clients=[found.case.client])
    way = client_picture_of(_journey_then(request, found))
    context = {"review": found, "letter": letter_of(found, member_of(request)), "picture": way}
    return render(request, "casefile/letter.html", context)


@needs(Permission.REVIEW)
def letter_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand out the letter as a tagged PDF, in large print when asked."""
    found = find(Review, request, pk, "case__client", "case__service")
    record_read(request, page="letter_pdf", clients=[found.case.client])
    words, way = letter_of(found, member_of(request)), _journey_then(request, found)
    pdf = as_pdf(words, way, large="large" in request.GET)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="letter.pdf"'
    return answer
