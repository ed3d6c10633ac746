"""Page: the support ends."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.audit.record import record_read
from cors.cases.models import Case
from cors.core.errors import Refused
from cors.plans.page import form_for
from cors.reviews.actions import close_case
from cors.reviews.forms import CloseForm
from cors.reviews.models import PreparedReview, Review


@needs(Permission.CLOSE_CASES)
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End the support: with the review that looked back on it, or the reason why there is none."""
    case = find(Case, request, pk, "client", "service")
    if request.method == "GET" and case.has_ended():
        return redirect("casefile:case", pk)
    review = Review.closing_one_of(case, member_of(request).organisation.today())
    form = form_for(CloseForm, request, case, review=review)
    if form.is_valid() and _closed(form, review, request):
        return redirect("casefile:case", pk)
    record_read(request, page="close_case", clients=[case.client])
    shown = {"form": form, "case": case, "review": review, "begun": PreparedReview.of(case)}
    return render(request, "reviews/close.html", shown, status=422 if form.errors else 200)


def _closed(form: CloseForm, review: Review | None, request: HttpRequest) -> bool:
    try:
        close_case(case=form.case, review=review, by=member_of(request), **form.cleaned_data)
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, "The support has ended. It can be re-opened for 28 days.")
    return True
