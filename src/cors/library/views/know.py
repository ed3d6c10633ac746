"""Pages for those who answer: what was said to whom, how far it reached, send an answer."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cors.access.door import member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.catalogue.page import sent, verb_page
from cors.library import actions
from cors.library.forms import SendForm
from cors.library.heard import known_of
from cors.library.models import Hearing
from cors.library.offered import offers_for
from cors.library.reach import reach_of
from cors.library.receivers import receivers


@needs(Permission.ANSWER)
def meeting(request: HttpRequest) -> HttpResponse:
    """Before a meeting: show what a person or an organisation heard, was sent and asked."""
    member = member_of(request)
    to = receivers(member)
    receiver = to.get(request.GET.get("to", ""))
    known = known_of(receiver, member, offers_for(member).titles) if receiver else None
    context = {"to": list(to.values()), "receiver": receiver, "known": known}
    return render(request, "library/meeting.html", context)


@needs(Permission.ANSWER)
def send(request: HttpRequest) -> HttpResponse:
    """Send an answer to somebody, with a line of one's own."""
    to = request.GET.get("to", "")
    return verb_page(
        request,
        SendForm(
            sent(request),
            to=receivers(member_of(request)),
            titles=offers_for(member_of(request)).titles,
            initial={"to": to, "slug": request.GET.get("answer", "")},
        ),
        partial(actions.send_answer),
        title="Send an answer",
        intro="It stands first on their page of answers, with your line.",
        said="It stands on their page of answers.",
        back=f"{reverse('library:meeting')}?to={to}" if to else reverse("library:desk"),
    )


@needs(Permission.ANSWER)
def reach(request: HttpRequest) -> HttpResponse:
    """Show how many listened, how far, and where they work."""
    member = member_of(request)
    scripts = {slug: each.script for slug, each in offers_for(member).answers.items()}
    rows = reach_of(scripts, Hearing.in_library(member))
    return render(request, "library/reach.html", {"rows": rows})
