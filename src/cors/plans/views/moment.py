"""Pages: small successes, setbacks, and the way back."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.cases.models import Case
from cors.core.plain_days import plain_span
from cors.plans import actions
from cors.plans.forms import BackOnTrackForm, MomentForm
from cors.plans.models import Moment
from cors.plans.page import form_for, verb_page

TITLES = {"success": "A small success", "setback": "A setback"}


@needs(Permission.RECORD, Permission.PLAN)
def record_moment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record a moment; `?kind=` asks for one kind alone."""
    case = find(Case, request, pk, "client")
    kind = request.GET.get("kind", "")
    asked: dict[str, Any] = {"kind": kind} if kind in TITLES else {}
    return verb_page(
        request,
        form_for(MomentForm, request, case, **asked),
        partial(actions.record_moment, case=case, **asked),
        title=TITLES.get(kind, "A moment that counts"),
        said="The moment is kept.",
        notes=[] if kind == "success" else _last_help(request, case),
    )


def _last_help(request: HttpRequest, case: Case) -> list[str]:
    last = Moment.last_way_back(case)
    back = last.back() if last else None
    # Whoever does not plan sees their own entries only.
    if last is None or back is None or not member_of(request).can(Permission.PLAN):
        return []
    days = plain_span(last.days_off_track() or 0)
    return [f"Last time it took {days} to be back on track. What helped: {back.what_helped}"]


@needs(Permission.RECORD, Permission.PLAN)
def get_back_on_track(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record the way back from a setback."""
    setback = find(Moment, request, pk, "case__client", "back_row")
    member = member_of(request)
    if not member.can(Permission.PLAN) and setback.created_by_id != member.user_id:
        raise Http404
    return verb_page(
        request,
        form_for(BackOnTrackForm, request, setback.case),
        partial(actions.get_back_on_track, moment=setback),
        title="Back on track",
        said="Back on track. That is kept, with what helped.",
        notes=[setback.words, *([setback.could_help] if setback.could_help else [])],
    )
