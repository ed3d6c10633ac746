"""The podcast feed of a library and its calendar: for everybody, or by the key of one person."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import conditional_page, require_POST, require_safe

from cors.access.door import member_of
from cors.access.needs import any_member, no_sign_in
from cors.core.errors import Refused
from cors.library import actions
from cors.library.calendar_feed import ToCome, calendar_of
from cors.library.feed import Channel, Episode, feed_of
from cors.library.feed_reader import Reading, reading
from cors.library.models import FeedKey, Library
from cors.library.offered import Offered
from cors.library.sounds import Sound, sounds_of, starts_of
from cors.library.views.play import BY_APPS


@require_safe
@conditional_page
@no_sign_in(BY_APPS)
def feed(request: HttpRequest) -> HttpResponse:
    """Return the podcast feed."""
    with reading(request.GET) as found:
        heard = sounds_of(found.offers.answers.values())
        episodes = [
            _episode(request, found, found.offers.answers[slug], sound)
            for slug, sound in heard.items()
        ]
        body = feed_of(_channel(request, found), episodes)
    return HttpResponse(body, content_type="application/rss+xml; charset=utf-8")


@require_safe
@no_sign_in(BY_APPS)
def calendar(request: HttpRequest) -> HttpResponse:
    """Return the days on which answers come out."""
    with reading(request.GET) as found:
        to_come = [
            ToCome(f"{each.pk}@answers", each.title, each.out_date, each.published_at)
            for each in found.offers.announced
            if each.out_date and each.published_at
        ]
        body = calendar_of(found.name, to_come)
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


@any_member
def feeds(request: HttpRequest) -> HttpResponse:
    """Show how to hear the answers in a podcast app, and make a key of one's own."""
    member, made = member_of(request), ""
    if request.method == "POST":
        made = f"?key={actions.make_feed_key(at=timezone.now(), by=member)}"
    feed_url, calendar_url = (
        request.build_absolute_uri(reverse(f"library:{name}")) for name in ("feed", "calendar")
    )
    library = Library.of(member.organisation_id)
    context = {
        "address": feed_url + made if made else "",
        "calendar": calendar_url + made,
        "key": FeedKey.of(member),
        "public": f"{feed_url}?library={member.organisation_id}" if library.is_public else "",
    }
    return render(request, "library/feeds.html", context)


@require_POST
@any_member
def revoke(request: HttpRequest) -> HttpResponse:
    """Take one's key back."""
    try:
        actions.revoke_feed_key(at=timezone.now(), by=member_of(request))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("library:feeds")


def _channel(request: HttpRequest, found: Reading) -> Channel:
    words = found.about
    for each in found.offers.announced[:1]:
        words += f" Next: {each.title} It comes out on {each.out_date:%d %B %Y}."
    return Channel(
        title=found.name,
        author=found.author,
        words=words,
        url=request.build_absolute_uri(reverse("library:answers")),
        feed_url=request.build_absolute_uri(request.get_full_path()),
        image_url=request.build_absolute_uri(static("library/cover.png")),
        is_private=found.is_private,
    )


def _episode(request: HttpRequest, found: Reading, offered: Offered, sound: Sound) -> Episode:
    def url(name: str) -> str:
        path = reverse(f"library:{name}", args=[offered.slug])
        return request.build_absolute_uri(path + found.query)

    answer, points = offered.answer, " ".join(offered.script.key_points)
    made_at = datetime.fromtimestamp(sound.path.stat().st_mtime, UTC)
    return Episode(
        guid=str(answer.pk) if answer else offered.slug,
        title=offered.script.title,
        words=points or offered.script.title,
        url=request.build_absolute_uri(reverse("library:answer", args=[offered.slug])),
        sound_url=url("sound"),
        media_type=sound.media_type,
        bytes=sound.bytes,
        seconds=sound.seconds,
        out_at=(answer and answer.published_at) or made_at,
        captions_url=url("captions") if sound.captions else "",
        chapters_url=url("chapters") if starts_of(offered.script, sound) else "",
    )
