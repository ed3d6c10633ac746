"""Pages: say something to an answer; for those who answer, let it through or put it away."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find_in_organisation, member_of
from cors.access.needs import any_member, needs
from cors.access.permissions import Permission
from cors.catalogue.page import sent, verb_page
from cors.library import actions
from cors.library.finding import find_offered
from cors.library.forms import CommentForm
from cors.library.models import Comment


@any_member
def comment(request: HttpRequest, slug: str) -> HttpResponse:
    """Say something to an answer."""
    offered = find_offered(request, slug)
    return verb_page(
        request,
        CommentForm(sent(request)),
        lambda words, by: actions.comment_on(
            library=offered.library_id, slug=slug, words=words, by=by
        ),
        title=offered.script.title,
        intro="Others read it with your name, once somebody who answers has read it.",
        said="Thank you. Others read it once somebody who answers has read it.",
        back=reverse("library:answer", args=[slug]),
    )


@require_POST
@needs(Permission.ANSWER)
def let_through(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let all who read the answer read a comment."""
    found = find_in_organisation(Comment, request, pk)
    actions.let_comment_through(comment=found, at=timezone.now(), by=member_of(request))
    return redirect("library:desk")


@require_POST
@needs(Permission.ANSWER)
def put_away(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let nobody read a comment."""
    found = find_in_organisation(Comment, request, pk)
    actions.put_comment_away(comment=found, at=timezone.now(), by=member_of(request))
    return redirect("library:desk")
