"""Pages: a case opens, rests, goes on, and is opened again."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from cors.access.door import find, member_of
from cors.access.models import Membership
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.cases import actions
from cors.cases.forms import EndPauseForm, OpenForm, PauseForm, ReOpenForm
from cors.cases.models import Case, Pause
from cors.cases.page import verb_page


@needs(Permission.OPEN_CASES)
def open_case(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin the support and say who holds the case."""
    case = find(Case, request, pk, "client", "service")
    member = member_of(request)
    today = member.organisation.today()
    holders = possible_keyworkers(member)
    initial = {"keyworker": str(member.pk)} if not member.can(Permission.ASSIGN) else {}
    return verb_page(
        request,
        OpenForm(request.POST or None, colleagues=holders, today=today, initial=initial),
        partial(actions.open_case, case=case),
        case,
        title=f"Open {case.client.called}’s case with {case.service}",
        said="The case is open.",
        save="Open",
    )


def possible_keyworkers(member: Membership) -> list[Membership]:
    """Return whom this member may name as keyworker: all, or those of their own teams."""
    colleagues = Membership.colleagues_of(member).order_by("user__name")
    if not member.can(Permission.ASSIGN):
        colleagues = colleagues.filter(pk__in=member.in_same_teams().values("pk"))
    return [colleague for colleague in colleagues if colleague.can(Permission.PLAN)]


@needs(Permission.OPEN_CASES)
def pause(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let the support rest."""
    case = find(Case, request, pk, "client", "service")
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        PauseForm(request.POST or None, today=today),
        partial(actions.pause_case, case=case),
        case,
        title=f"Let {case.client.called}’s support rest",
        said="The support rests.",
    )


@needs(Permission.OPEN_CASES)
def end_pause(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on with the support."""
    found = find(Pause, request, pk, "case__client")
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        EndPauseForm(request.POST or None, today=today),
        partial(actions.end_pause, pause=found),
        found.case,
        title=f"Go on with {found.case.client.called}’s support",
        said="The support goes on.",
    )


@needs(Permission.OPEN_CASES)
def re_open(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on with a case that ended a short while ago."""
    case = find(Case, request, pk, "client", "service")
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        ReOpenForm(request.POST or None, today=today),
        partial(actions.re_open_case, case=case, at=timezone.now()),
        case,
        title=f"Re-open {case.client.called}’s case",
        said="The case goes on.",
        notes=["Within 28 days of the ending the same case goes on. Later, refer anew."],
        save="Re-open",
    )
