"""The sound of an answer, its captions and its chapters, for the page and for podcast apps."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from cors.access.needs import no_sign_in
from cors.library.feed_reader import reading
from cors.library.offered import Offered
from cors.library.ranged import ranged
from cors.library.sounds import Sound, sound_of, starts_of

BY_APPS = "Podcast apps can't sign in: a key or the library's own word opens it, else a member's."


@require_safe
@no_sign_in(BY_APPS)
def sound(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the sound, or the part of it that is asked for."""
    _, found = _found(request, slug)
    return ranged(request, found.path, found.media_type)


@require_safe
@no_sign_in(BY_APPS)
def captions(request: HttpRequest, slug: str) -> HttpResponse:
    """Send what is said when, as WebVTT."""
    _, found = _found(request, slug)
    if not found.captions:
        raise Http404
    return HttpResponse(found.captions, content_type="text/vtt; charset=utf-8")


@require_safe
@no_sign_in(BY_APPS)
def chapters(request: HttpRequest, slug: str) -> JsonResponse:
    """Send where each chapter begins (podcast namespace, JSON chapters 1.2)."""
    offered, found = _found(request, slug)
    starts = starts_of(offered.script, found)
    if not starts:
        raise Http404
    told: list[dict[str, Any]] = [
        {"startTime": start, "title": chapter.heading}
        for chapter, start in zip(offered.script.chapters, starts, strict=True)
    ]
    return JsonResponse({"version": "1.2.0", "chapters": told})


def _found(request: HttpRequest, slug: str) -> tuple[Offered, Sound]:
    member = getattr(request, "member", None)
    with reading(request.GET, member=member, only=slug) as found:
        offered = found.offers.answers.get(slug)
        sound = sound_of(offered) if offered else None
    if offered is None or sound is None:
        raise Http404
    return offered, sound
