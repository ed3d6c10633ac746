"""Deeds: keep what is being written, by itself or by a button; let it go."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.cases.models import Case
from cors.contacts.actions import keep_draft, let_go_draft
from cors.contacts.models import Draft
from cors.core.errors import Refused
from cors.core.forms.key import KEY, NOT_CONTENT
from cors.core.held import Held, held_page

CAME_FROM = "came_from"
OF_THE_SCRIPT = "draft_key"  # the key of the form under another name: keeping does not use it up
NOT_KEPT = NOT_CONTENT | {KEY, CAME_FROM, OF_THE_SCRIPT}


@require_POST
@needs(Permission.RECORD)
def keep(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep what stands in the Record screen of a person."""
    case = find(Case, request, pk, "client")
    by_itself = OF_THE_SCRIPT in request.POST
    try:
        kept = _keep(request, case)
    except Refused as refused:
        return _said(request, case, refused, by_itself=by_itself)
    if by_itself:
        return HttpResponse(status=204 if kept else 409)
    messages.success(request, f"Kept for later. Open Record for {case.client.called} to go on.")
    return redirect("casefile:case", pk)


def _keep(request: HttpRequest, case: Case) -> Draft | None:
    lists = request.POST.lists()
    fields = [(name, str(value)) for name, values in lists for value in values if value]
    came_from, version = came_from_of(request, case)
    return keep_draft(
        case=case,
        form_key=_key_of(request),
        fields=[pair for pair in fields if pair[0] not in NOT_KEPT],
        at=timezone.now(),
        by=member_of(request),
        came_from=came_from,
        version=version,
    )


def _key_of(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get(OF_THE_SCRIPT) or request.POST.get(KEY, ""))
    except ValueError:
        raise Http404 from None


def came_from_of(request: HttpRequest, case: Case) -> tuple[Draft | None, int]:
    """Return the draft that a form went on from, and how it stood then; it may be gone by now."""
    key, _, version = request.POST.get(CAME_FROM, "").partition(".")
    try:
        pk, number = UUID(key), int(version)
    except ValueError:
        return None, 0
    return Draft.visible_to(member_of(request)).filter(case=case, pk=pk).first(), number


def _said(request: HttpRequest, case: Case, refused: Refused, *, by_itself: bool) -> HttpResponse:
    if by_itself:
        return HttpResponse(refused.sentence, status=422, content_type="text/plain; charset=utf-8")
    held = replace(Held.of(request), path=reverse("casefile:record", args=[case.pk]))
    return held_page(
        request,
        held.by(member_of(request).user_id),
        title="This is not kept yet",
        said=[refused.sentence],
        status=422,
        save="Save it now",
    )


@require_POST
@needs(Permission.RECORD)
def let_go(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let go of what was begun."""
    draft = find(Draft, request, pk, "case")
    let_go_draft(draft=draft, by=member_of(request))
    return redirect("casefile:record", draft.case_id)
