"""Pages: write an answer, change it, let it come out, take it back."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find_in_organisation, member_of
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.catalogue.page import sent, verb_page
from cors.core.errors import Refused
from cors.library import actions
from cors.library.forms import ChangeForm, PublishForm, WriteForm
from cors.library.models import Answer
from cors.library.offered import script_of
from cors.library.shelf import shelf
from cors.library.sounds import parts_of, recording_of


@needs(Permission.ANSWER)
def write(request: HttpRequest) -> HttpResponse:
    """Write a new answer."""
    return verb_page(
        request,
        WriteForm(sent(request)),
        partial(actions.write_answer, at=timezone.now()),
        title="Write an answer",
        said="It is a draft. Read it, and let it come out.",
        back=reverse("library:desk"),
    )


@require_POST
@needs(Permission.ANSWER)
def take_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin an answer of one's own in the place of one that ships, with its words."""
    member = member_of(request)
    ships = shelf().answers.get(slug)
    if ships is None:
        raise Http404
    answer = Answer.with_slug(slug, member) or actions.write_answer(
        title=ships.title,
        theme=ships.theme,
        words=ships.source,
        key_points="\n".join(ships.key_points),
        in_place_of=slug,
        at=timezone.now(),
        by=member,
    )
    return redirect("library:own", answer.pk)


@needs(Permission.ANSWER)
def own(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show an answer of this library as it reads, draft or not."""
    found = find_in_organisation(Answer, request, pk)
    today = member_of(request).organisation.today()
    script, sound = script_of(found), recording_of(found)
    context = {
        "own": found,
        "answer": script,
        "is_out": found.is_out(today),
        "sound": sound,
        "sound_url": reverse("library:own_sound", args=[pk]),
        "parts": parts_of(script, sound),
    }
    return render(request, "library/own.html", context)


@needs(Permission.ANSWER)
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say an answer otherwise."""
    found = find_in_organisation(Answer, request, pk)
    return verb_page(
        request,
        ChangeForm(sent(request), own=found),
        partial(actions.change_answer, answer=found, at=timezone.now()),
        title=found.title,
        said="Changed.",
        back=reverse("library:own", args=[pk]),
    )


@needs(Permission.ANSWER)
def publish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say when an answer comes out."""
    found = find_in_organisation(Answer, request, pk)
    today = member_of(request).organisation.today()
    return verb_page(
        request,
        PublishForm(sent(request), initial={"on": found.out_date or today}),
        partial(actions.publish_answer, answer=found, at=timezone.now()),
        title=f"{found.title} When does it come out?",
        said="It comes out on this day.",
        back=reverse("library:own", args=[pk]),
    )


@require_POST
@needs(Permission.ANSWER)
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make an answer a draft again."""
    found = find_in_organisation(Answer, request, pk)
    try:
        actions.take_answer_back(answer=found, by=member_of(request))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("library:own", pk)
