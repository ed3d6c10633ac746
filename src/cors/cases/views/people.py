"""Pages: who works on a case, handing over a caseload, restriction, history."""

from functools import partial
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.models import Membership
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.cases import actions
from cors.cases.forms import AssignForm, HandOverForm, PeopleForm, RestrictForm
from cors.cases.history import history as history_of
from cors.cases.models import Assignment, Case
from cors.cases.moves import moves
from cors.cases.page import onward, verb_page
from cors.clients.page import done, press, show

F = TypeVar("F", bound=PeopleForm)
PARTS = {"keyworker": actions.assign_keyworker, "worker": actions.assign_worker}


@needs(Permission.ASSIGN)
def assign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show who works on a case, and name somebody."""
    case = find(Case, request, pk, "client", "service")
    return verb_page(
        request,
        _people_form(AssignForm, request, Permission.RECORD),
        partial(_assign, case=case),
        case,
        template="cases/assign.html",
        title=f"Who works with {case.client.called}",
        said="Saved.",
        assignments=list(Assignment.current(case)),
    )


def _assign(*, part: str, **what: object) -> None:
    PARTS[part](**what)  # type: ignore[arg-type]


def _people_form(form: type[F], request: HttpRequest, permission: Permission) -> F:
    member = member_of(request)
    colleagues = Membership.colleagues_of(member).order_by("user__name")
    able = [colleague for colleague in colleagues if colleague.can(permission)]
    return form(request.POST or None, colleagues=able, today=member.organisation.today())


@require_POST
@needs(Permission.ASSIGN)
def end_assignment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End somebody's work on a case today."""
    assignment = find(Assignment, request, pk, "case", "member__user")
    today = member_of(request).organisation.today()
    act = partial(actions.end_assignment, assignment=assignment, on=today)
    press(request, act, f"{assignment.member} no longer works on this case.")
    return onward(request, assignment.case)


@needs(Permission.ASSIGN)
def hand_over(request: HttpRequest) -> HttpResponse:
    """Hand over all that somebody holds."""
    form = _people_form(HandOverForm, request, Permission.PLAN)
    moved: list[int] = []
    if done(request, form, partial(_hand_over, moved)):
        messages.success(request, _said(request, form, moved[0]))
        return redirect("cases:hand_over")
    return show(request, "cases/hand_over.html", {"form": form})


def _hand_over(moved: list[int], **what: object) -> None:
    moved.append(actions.hand_over_caseload(**what))  # type: ignore[arg-type]


def _said(request: HttpRequest, form: HandOverForm, moved: int) -> str:
    """Say how many moved, and of those in one's sight how many stay."""
    giver, taker = form.cleaned_data["giver"], form.cleaned_data["taker"]
    cases = "1 case" if moved == 1 else f"{moved} cases"
    stay = Case.visible_to(member_of(request)).going_on().held_by(giver).count()
    rest = f" {stay} stay with {giver}: {taker} must not see these people." if stay else ""
    return f"{cases} moved from {giver} to {taker}.{rest}"


@needs(Permission.RESTRICT)
def restrict(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep a case to the people named on it."""
    case = find(Case, request, pk, "client", "service")
    return verb_page(
        request,
        RestrictForm(request.POST or None),
        partial(actions.restrict_case, case=case),
        case,
        template="cases/restrict.html",
        title=f"Restrict {case.client.called}’s case",
        said="Only the people named on it see this case now.",
        restriction=case.restriction(),
        assignments=list(Assignment.current(case)),
    )


@require_POST
@needs(Permission.RESTRICT)
def lift_restriction(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let everybody see the case again whose role goes so far."""
    case = find(Case, request, pk)
    act = partial(actions.lift_restriction, case=case, at=timezone.now())
    press(request, act, "The restriction is lifted.")
    return onward(request, case)


@needs(Permission.SEE_PEOPLE)
def history(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show what happened to a case, and what can be done next."""
    case = find(
        Case, request, pk, "client", "service", "created_by", "accepted_by", "declined_by",
        "opened_by", "organisation",
    )  # fmt: skip
    member = member_of(request)
    context = {
        "case": case,
        "entries": history_of(case, in_full=member.can(Permission.PLAN)),
        "moves": moves(case, member),
    }
    return show(request, "cases/history.html", context, [case.client])
