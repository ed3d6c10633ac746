"""Pages of those who listen: all answers, one of them, how far one came."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import member_of
from cors.access.needs import any_member
from cors.access.permissions import Permission
from cors.core.errors import Refused
from cors.library import actions
from cors.library.actions import Place
from cors.library.finding import find_offered
from cors.library.mine import STATES, for_you, mine_of, questions_of
from cors.library.models import Comment, Library
from cors.library.offered import Offered, Offers, offers_for
from cors.library.sounds import parts_of, sound_of, sounds_of
from cors.library.where import where_of

MOST_ASKED = 100  # letters of a search


@any_member
def answers(request: HttpRequest) -> HttpResponse:
    """List the answers by theme, or those in which the words stand that are looked for."""
    asked = request.GET.get("q", "").strip()[:MOST_ASKED]
    which = request.GET.get("show", "")
    offers = offers_for(member_of(request))
    mine = mine_of(member_of(request), offers)
    found = _looked_for(offers, asked) if asked else list(offers.answers.values())
    themes = offers.by_theme(mine.picked(which, found))
    context = {
        "asked": asked,
        "which": which,
        "states": list(STATES.items()),
        "themes": [(name, mine.shown(some)) for name, some in themes],
        "for_you": for_you(mine, offers),
        "questions": questions_of(mine, offers),
        "announced": offers.announced[:1],
        "may_answer": member_of(request).can(Permission.ANSWER),
    }
    return render(request, "library/answers.html", context)


@any_member
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one answer: its key points, its words by chapter, and what belongs to it."""
    offers = offers_for(member_of(request))
    offered = offers.answers.get(slug)
    if offered is None:
        raise Http404
    mine = mine_of(member_of(request), offers)
    library = offered.library_id
    context = {
        **_heard(offered),
        "offered": offered,
        "answer": offered.script,
        "where": where_of(offered.script, member_of(request)),
        "comments": list(Comment.shown_on(library, slug, member_of(request))),
        "related": offers.related(offered),
        "hearing": mine.hearings.get((library, slug)),
        "listener": mine.listeners.get(library),
        "counts": mine.may_count(library),
        "sent": [each for each in mine.to_open if each.slug == slug],
        "asked": [each for each in mine.answered if each.answered_with == slug],
        "library": Library.of(library),
        "may_answer": member_of(request).can(Permission.ANSWER),
    }
    return render(request, "library/answer.html", context)


@require_POST
@any_member
def keep_place(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep where somebody is in an answer; the player says it by itself."""
    offered = find_offered(request, slug)
    try:
        place = _place(request.POST)
        actions.come_to(
            library=offered.library_id,
            slug=slug,
            place=place,
            at=timezone.now(),
            by=member_of(request),
        )
    except (KeyError, ValueError, Refused):
        return HttpResponse(status=400)
    return HttpResponse(status=204)


@require_POST
@any_member
def read(request: HttpRequest, slug: str) -> HttpResponse:
    """Note that an answer was read, or heard, to its end."""
    offered = find_offered(request, slug)
    end = Place(0, 0, len(offered.script.chapters), ended=True)
    actions.come_to(
        library=offered.library_id, slug=slug, place=end, at=timezone.now(), by=member_of(request)
    )
    return redirect("library:answers")


@require_POST
@any_member
def listening(request: HttpRequest) -> HttpResponse:
    """Take a yes or a no: may this library note what one hears?"""
    offers = offers_for(member_of(request))
    library, counts = request.POST.get("library", ""), request.POST.get("counts")
    known = {str(key): key for key in offers.libraries}
    if library not in known or counts not in ("yes", "no"):
        raise Http404
    actions.agree_to_be_counted(
        library=known[library], counts=counts == "yes", at=timezone.now(), by=member_of(request)
    )
    said = "It is noted from now on." if counts == "yes" else "Nothing of it is kept."
    messages.success(request, said)
    slug = request.POST.get("slug", "")
    return (
        redirect("library:answer", slug) if slug in offers.answers else redirect("library:answers")
    )


def _looked_for(offers: Offers, asked: str) -> list[Offered]:
    sounds = sounds_of(offers.answers.values())
    return offers.search(asked, {slug: each.captions.casefold() for slug, each in sounds.items()})


def _heard(offered: Offered) -> dict[str, Any]:
    """Return what the player and the words that follow it take."""
    sound = sound_of(offered)
    has_words = sound is not None and bool(sound.captions)
    return {
        "sound": sound,
        "sound_url": reverse("library:sound", args=[offered.slug]),
        "captions_url": reverse("library:captions", args=[offered.slug]) if has_words else "",
        "parts": parts_of(offered.script, sound),
    }


def _place(given: Any) -> Place:
    return Place(
        at=float(given["at"]),
        of=float(given["of"]),
        part=min(max(int(given["part"]), 1), 1_000),
        ended=given.get("ended") == "1",
    )
