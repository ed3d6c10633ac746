"""The review together: prepared, gone on with later, and held."""

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
from cors.casefile.journey_of import journey_of
from cors.casefile.picture import client_picture_of
from cors.casefile.review_form import ReviewForm
from cors.casefile.review_standing import standing
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.reviews.actions import hold_review, prepare_review
from cors.reviews.models import Review

KEPT = "Kept for later, and not counted yet. You or a colleague can go on with the review."


@needs(Permission.REVIEW)
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look back together, now or with a pause in between; held, it leaves a letter."""
    record = CaseRecord(find(Case, request, pk, "client", "service"), member_of(request))
    if request.method == "GET" and record.ending:
        messages.error(request, "The support has ended. Re-open it to look back together again.")
        return redirect("casefile:case", pk)
    form = ReviewForm(request.POST or None, record=record, afresh="afresh" in request.GET)
    if "later" in request.POST:
        if _kept(form, record):
            messages.success(request, KEPT)
            return redirect("casefile:case", pk)
    elif form.is_valid() and (held := _held(form, record)):
        return redirect(*_next(request, held))
    record_read(request, page="review", clients=[record.client])
    context = _context(form, record) | {"then_close": "close" in request.GET}
    return render(request, "casefile/review.html", context, status=422 if form.errors else 200)


def _next(request: HttpRequest, held: Review) -> tuple[str, UUID]:
    """Return the letter; or the page that ends the support, for whom came from there."""
    if "close" in request.GET:
        return "reviews:close", held.case_id
    return "sheets:letter", held.pk


def _context(form: ReviewForm, record: CaseRecord) -> dict[str, Any]:
    return {
        "form": form,
        "record": record,
        "standing": standing(record, form),
        "picture": client_picture_of(journey_of(record, for_client=True)),
        "successes": [row for row in reversed(record.moments) if row.kind == "success"][:5],
        "backs": [row for row in reversed(record.moments) if row.back()][:3],
    }


def _kept(form: ReviewForm, record: CaseRecord) -> bool:
    """Keep what was filled in, whether or not it could be held like that."""
    try:
        prepare_review(
            case=record.case,
            answers=form.answers(),
            seen=form.data.get("seen") or None,
            at=timezone.now(),
            by=record.member,
        )
    except Refused as refused:
        form.is_valid()
        form.refuse(refused)
        return False
    return True


def _held(form: ReviewForm, record: CaseRecord) -> Review | None:
    data = form.cleaned_data
    words = ("client_words", "worker_words", "what_helped", "in_the_way", "next_date", "form_key")
    try:
        return hold_review(
            case=record.case,
            on=data["on"],
            goals=form.decisions(),
            steps=form.steps(),
            going_on=form.going_on(),
            named=form.named(),
            seen=data["seen"] or None,
            by=record.member,
            **{name: data[name] for name in words},
        )
    except Refused as refused:
        form.refuse(refused)
        return None
