"""One press signs in as somebody who is made up."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cors.access.held_words import held_for
from cors.access.middleware import CHOSEN
from cors.access.models import Membership, User
from cors.access.needs import no_sign_in
from cors.access.scope import within
from cors.practice.build import PEOPLE
from cors.practice.switch import is_practice

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@no_sign_in("practice: made-up people, in a database of their own")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """Show who there is, and sign in as one of them."""
    if not is_practice():
        raise Http404
    if request.method == "POST":
        _sign_in(request, request.POST.get("person", ""))
        return redirect("access:held" if held_for(request) else "/")
    return render(request, "practice/sign_in_as.html", {"people": PEOPLE})


def _sign_in(request: HttpRequest, email: str) -> None:
    user = User.with_email(email) if email in {person.email for person in PEOPLE} else None
    if user is None:
        raise Http404
    with within(None, user=user.pk):
        member = Membership.current_of(user).first()
        if member is None:
            raise Http404
        login(request, user, backend=BACKEND)
        request.session[CHOSEN] = str(member.organisation_id)
