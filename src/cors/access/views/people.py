"""The people who work here: invite, roles, letting go, reset links."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access import actions
from cors.access.door import member_of
from cors.access.forms import InviteForm, RoleForm
from cors.access.models import Invitation, Membership
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.access.roles import ROLES
from cors.core.errors import Refused


def _colleague(request: HttpRequest, pk: UUID) -> Membership:
    found = Membership.colleagues_of(member_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@needs(Permission.INVITE, Permission.GIVE_RESET_LINKS)
def settings(request: HttpRequest) -> HttpResponse:
    """Show who works here and who was asked to join."""
    member = member_of(request)
    context = {
        "people": Membership.colleagues_of(member).order_by("user__name"),
        "waiting": Invitation.waiting_in(member.organisation, timezone.now()),
        "roles": [role for role in ROLES.values() if role.can_be_given],
        "may_invite": member.can(Permission.INVITE),
    }
    return render(request, "access/settings.html", context)


@needs(Permission.INVITE)
def invite(request: HttpRequest) -> HttpResponse:
    """Make an invitation and show its link once."""
    member = member_of(request)
    form = InviteForm(request.POST or None, organisation=member.organisation)
    if not form.is_valid():
        return render(request, "access/invite.html", {"form": form})
    invitation, token = actions.invite(**form.cleaned_data, by=member, at=timezone.now())
    link = request.build_absolute_uri(f"/join/{invitation.organisation_id}/{token}/")
    return render(request, "access/link.html", {"link": link, "email": invitation.email})


@needs(Permission.INVITE)
def change_role(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a colleague another role."""
    colleague = _colleague(request, pk)
    form = RoleForm(request.POST or None, member=colleague)
    if form.is_valid():
        try:
            actions.change_role(member=colleague, by=member_of(request), **form.cleaned_data)
            return redirect("access:settings")
        except Refused as refused:
            form.refuse(refused)
    context = {"form": form, "colleague": colleague, "roles": ROLES.values()}
    return render(request, "access/role.html", context)


@needs(Permission.INVITE)
def let_go(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End a colleague's membership, after a page that says what that means."""
    colleague = _colleague(request, pk)
    refusal = ""
    if request.method == "POST":
        try:
            actions.let_go(member=colleague, by=member_of(request), at=timezone.now())
            return redirect("access:settings")
        except Refused as refused:
            refusal = refused.sentence
    context = {"colleague": colleague, "refusal": refusal}
    return render(request, "access/let_go.html", context)


@require_POST
@needs(Permission.INVITE)
def withdraw_invitation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an invitation back."""
    member = member_of(request)
    waiting = Invitation.waiting_in(member.organisation, timezone.now())
    invitation = waiting.filter(pk=pk).first()
    if invitation is None:
        raise Http404
    actions.withdraw_invitation(invitation=invitation, by=member, at=timezone.now())
    return redirect("access:settings")


@require_POST
@needs(Permission.GIVE_RESET_LINKS)
def reset_link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a link with which a colleague sets a new password, once."""
    colleague = _colleague(request, pk)
    path = actions.give_reset_link(member=colleague, by=member_of(request))
    context = {"link": request.build_absolute_uri(path), "email": colleague.user.email}
    return render(request, "access/link.html", context | {"is_reset": True})
