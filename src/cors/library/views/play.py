"""The sound of an answer, its captions and its chapters, for the player and for podcast apps."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

from cors.access.door import member_of
from cors.access.needs import any_member
from cors.library.offered import Offered, offers_for
from cors.library.ranged import ranged
from cors.library.script import Script
from cors.library.sounds import Sound, sound_of, starts_of

VTT = "text/vtt; charset=utf-8"


@any_member
def sound(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the sound, or the part of it that is asked for."""
    _, found = _found(request, slug)
    answer = ranged(request, found.path, found.media_type)
    if "download" in request.GET:
        answer.headers["Content-Disposition"] = f'attachment; filename="{slug}.{found.ending}"'
    return answer


@any_member
def captions(request: HttpRequest, slug: str) -> HttpResponse:
    """Send what is said when, as WebVTT."""
    _, found = _found(request, slug)
    if not found.captions:
        raise Http404
    return HttpResponse(found.captions, content_type=VTT)


@any_member
def chapters(request: HttpRequest, slug: str) -> JsonResponse:
    """Send where each chapter begins."""
    offered, found = _found(request, slug)
    if not starts_of(offered.script, found):
        raise Http404
    return JsonResponse(chapters_of_sound(offered.script, found))


def chapters_of_sound(script: Script, sound: Sound) -> dict[str, Any]:
    """Return chapters as podcast apps read them (podcast namespace, JSON chapters 1.2)."""
    pairs = zip(script.chapters, starts_of(script, sound), strict=True)
    told = [{"startTime": start, "title": chapter.heading} for chapter, start in pairs]
    return {"version": "1.2.0", "chapters": told}


def _found(request: HttpRequest, slug: str) -> tuple[Offered, Sound]:
    offered = offers_for(member_of(request)).answers.get(slug)
    found = sound_of(offered) if offered else None
    if offered is None or found is None:
        raise Http404
    return offered, found
