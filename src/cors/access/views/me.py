"""One's own page, and which organisation one works in now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access import actions
from cors.access.door import member_of
from cors.access.middleware import CHOSEN
from cors.access.models import Membership, User
from cors.access.needs import any_member, any_user
from cors.core.errors import Refused


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - the sign-in middleware let them in
    return request.user


@any_user
def own_page(request: HttpRequest) -> HttpResponse:
    """Show one's name, organisations, password and one-time codes."""
    return render(
        request, "access/own_page.html", {"memberships": Membership.current_of(_user(request))}
    )


@require_POST
@any_user
def choose(request: HttpRequest) -> HttpResponse:
    """Work in another of one's organisations."""
    chosen = request.POST.get("organisation", "")
    mine = {str(row.organisation_id) for row in Membership.current_of(_user(request))}
    if chosen in mine:
        request.session[CHOSEN] = chosen
    return redirect("/")


@any_user
def no_organisation(request: HttpRequest) -> HttpResponse:
    """Say that nobody has invited this person yet."""
    return render(request, "access/no_organisation.html")


@any_member
def leave(request: HttpRequest) -> HttpResponse:
    """Leave the organisation, after a page that says what that means."""
    refusal = ""
    if request.method == "POST":
        try:
            actions.leave(by=member_of(request), at=timezone.now())
            return redirect("access:own_page")
        except Refused as refused:
            refusal = refused.sentence
    return render(request, "access/leave.html", {"refusal": refusal})
