"""One press signs in as somebody who is made up; tasks to try there."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cors.access.door import member_of
from cors.access.held_words import held_for
from cors.access.middleware import CHOSEN
from cors.access.models import Membership, User
from cors.access.needs import any_member, no_sign_in
from cors.access.scope import within
from cors.audit.record import record_read
from cors.practice.build import PEOPLE
from cors.practice.switch import is_practice
from cors.practice.task_page import begin, choose, rows

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


@any_member
@require_http_methods(["GET", "HEAD", "POST"])
def tasks(request: HttpRequest) -> HttpResponse:
    """Show what a newcomer may try, what is done, and how long it took."""
    if not is_practice():
        raise Http404
    member = member_of(request)
    if request.method == "POST":
        _take_up(request.POST, member)
        return redirect("practice:tasks")
    found = rows(member)
    people = [row.case.client for row in found if row.case]
    record_read(request, page="practice_tasks", clients=people)
    done = sum(bool(row.took) for row in found)
    return render(request, "practice/tasks.html", {"rows": found, "done": done})


def _take_up(sent: QueryDict, member: Membership) -> None:
    if key := sent.get("start"):
        begin(key, member, timezone.now())
    elif key := sent.get("task"):
        choose(key, sent.get("answer", ""), member, timezone.now())


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
