"""Joining by an invitation's link."""

from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cors.access import actions
from cors.access.forms import JoinForm
from cors.access.middleware import CHOSEN
from cors.access.models import Invitation
from cors.access.needs import no_sign_in
from cors.access.scope import within
from cors.core.errors import Refused


@no_sign_in("whoever has the link is not a member yet; the secret in it stands for them")
def join(request: HttpRequest, organisation: UUID, token: str) -> HttpResponse:
    """Ask for a name and a password, then sign in."""
    with within(organisation):
        invitation = Invitation.open_with(token, timezone.now())
        if invitation is None or invitation.organisation_id != organisation:
            return render(request, "access/join_closed.html", status=404)
        form = JoinForm(request.POST or None, invitation=invitation)
        if form.is_valid() and (answer := _joined(request, form, invitation)):
            return answer
        return render(request, "access/join.html", {"form": form, "invitation": invitation})


def _joined(request: HttpRequest, form: JoinForm, invitation: Invitation) -> HttpResponse | None:
    try:
        _refuse_guessing(request, form, invitation)
        member = actions.accept_invitation(
            invitation=invitation,
            name=form.cleaned_data["name"],
            password=form.cleaned_data["password"],
            by=invitation.created_by,
            at=timezone.now(),
        )
    except Refused as refused:
        form.refuse(refused)
        return None
    # Not signed in by hand: whoever has one-time codes is asked for one here too.
    answer: HttpResponse = perform_login(request, member.user, redirect_url="/")
    request.session[CHOSEN] = str(member.organisation_id)
    return answer


def _refuse_guessing(request: HttpRequest, form: JoinForm, invitation: Invitation) -> None:
    """Count tries at a password that stands already as the sign-in page counts them."""
    if form.existing is None:
        return
    given = {"email": invitation.email, "password": form.cleaned_data["password"]}
    try:
        get_adapter().authenticate(request, **given)
    except ValidationError as error:
        raise Refused(error.messages[0], field="password") from None
