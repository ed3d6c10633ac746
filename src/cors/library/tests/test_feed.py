"""The feed and the calendar, as strangers' programs read them."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import icalendar
import pytest
from django.test import Client as Browser
from django.utils import timezone

from cors.library.actions import (
    describe_library,
    make_feed_key,
    put_recording,
    revoke_feed_key,
)
from cors.library.calendar_feed import ToCome, calendar_of
from cors.library.feed import ATOM, ITUNES, PODCAST, clean
from cors.library.models import FeedKey
from cors.library.sound import Prepared
from cors.library.tests.factories import an_answer, an_answer_out, here, serves
from cors.library.tests.sounds_made import a_wav
from cors.library.tests.test_recording import CAPTIONS
from cors.library.tests.test_serving import IN_TOUCH
from tests.stage.personas import Stage

FEED = "/answers/feed.xml"
ITEM_NEEDS = {
    "title",
    "link",
    "description",
    "pubDate",
    "guid",
    "enclosure",
    f"{{{ITUNES}}}duration",
}
CHANNEL_NEEDS = {
    "title", "link", "description", "language", f"{{{ITUNES}}}author", f"{{{ITUNES}}}image",
    f"{{{ITUNES}}}category", f"{{{ITUNES}}}explicit", f"{{{PODCAST}}}guid", f"{{{ATOM}}}link",
}  # fmt: skip


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> Path:
    settings.CORS_VAR = tmp_path / "var"
    return tmp_path


def recorded(stage: Stage, place: Path, title: str = "How & why?") -> None:
    answer = an_answer_out(stage.dev, title)
    made = Prepared(a_wav(place / "kept.wav"), "wav", 2.0, made_even=False)
    put_recording(answer=answer, sound=made, captions=CAPTIONS, times="0:00\n0:01", by=stage.dev)


def read(address: str) -> Any:
    here_nobody = Browser().get(address)
    return feedparser.parse(here_nobody.content) if here_nobody.status_code == 200 else None


def key_of(stage: Stage, who: str = "amina") -> str:
    return make_feed_key(at=timezone.now(), by=stage.member(who))


def test_a_stranger_s_program_reads_the_private_feed(stage: Stage, place: Path) -> None:
    recorded(stage, place)
    an_answer(stage.dev, "A draft?")
    an_answer_out(stage.dev, "What next?", in_days=7)
    found = read(f"{FEED}?key={key_of(stage)}")
    assert not found.bozo
    assert found.feed.title == "Answers for Harbour Street"
    assert "Next: What next? It comes out on" in found.feed.description
    (entry,) = found.entries
    assert entry.title == "How & why?"
    (enclosure,) = entry.enclosures
    assert (enclosure.type, int(enclosure.length) > 10_000) == ("audio/wav", True)
    assert entry.itunes_duration == "2"
    for url in (enclosure.href, entry.podcast_transcript["url"], entry.podcast_chapters["url"]):
        assert Browser().get(url.removeprefix("http://testserver")).status_code == 200


def test_the_feed_has_all_that_readers_ask_for(stage: Stage, place: Path) -> None:
    recorded(stage, place)
    top = ElementTree.fromstring(Browser().get(f"{FEED}?key={key_of(stage)}").content)[0]
    assert {each.tag for each in top} >= CHANNEL_NEEDS
    (item,) = top.findall("item")
    assert {each.tag for each in item} >= ITEM_NEEDS
    assert top.findtext(f"{{{ITUNES}}}block") == "Yes"


def test_a_key_that_was_taken_back_opens_nothing(stage: Stage, place: Path) -> None:
    recorded(stage, place)
    first = key_of(stage)
    second = key_of(stage)
    assert read(f"{FEED}?key={first}") is None
    assert read(f"{FEED}?key={second}")
    revoke_feed_key(at=timezone.now(), by=stage.amina)
    assert read(f"{FEED}?key={second}") is None
    sound = "/answers/how-why/sound/"
    assert Browser().get(f"{sound}?key={second}").status_code == 404
    assert Browser().get(sound).status_code == 404
    assert FeedKey.of(stage.amina) is None


@pytest.mark.parametrize("asked", ["key=x", "key=.", "key=%00", "library=x", "library=", "key=a.b"])
def test_what_is_no_key_opens_nothing_of_anybody_s(stage: Stage, place: Path, asked: str) -> None:
    recorded(stage, place)
    found = read(f"{FEED}?{asked}")
    assert found is None or not found.entries


def test_who_has_left_hears_no_more(stage: Stage, place: Path) -> None:
    recorded(stage, place)
    key = key_of(stage, "ben")
    stage.ben.left_at = timezone.now()
    stage.ben.save()
    assert read(f"{FEED}?key={key}") is None


def test_a_library_is_for_everybody_only_if_it_says_so(stage: Stage, place: Path) -> None:
    recorded(stage, place)
    address = f"{FEED}?library={stage.organisation.pk}"
    assert read(address) is None
    describe_library(**IN_TOUCH | {"is_public": True, "about": "We answer."}, by=stage.dev)
    found = read(address)
    assert found.feed.title == "Answers from Harbour Street"
    assert [each.title for each in found.entries] == ["How & why?"]


def test_a_feed_holds_what_other_libraries_answer_too(
    stage: Stage, elsewhere: Stage, place: Path
) -> None:
    recorded(stage, place)
    here(elsewhere)
    key = key_of(elsewhere)
    assert not read(f"{FEED}?key={key}").entries
    here(elsewhere)
    serves(stage, elsewhere)
    assert [each.title for each in read(f"{FEED}?key={key}").entries] == ["How & why?"]


def test_without_a_key_there_is_what_ships(stage: Stage, place: Path) -> None:
    recorded(stage, place)
    found = read(FEED)
    assert not found.bozo
    assert not found.entries  # nothing that ships was spoken here


def test_a_reader_that_has_it_is_sent_nothing_again(stage: Stage, place: Path) -> None:
    recorded(stage, place)
    address = f"{FEED}?key={key_of(stage)}"
    tag = Browser().get(address).headers["ETag"]
    assert Browser().get(address, headers={"If-None-Match": tag}).status_code == 304


def test_the_calendar_says_what_comes_when(stage: Stage) -> None:
    title = "What next, and “why”; a long question that goes on and on until it has to be folded?"
    an_answer_out(stage.dev, title, in_days=7)
    body = Browser().get(f"/answers/announced.ics?key={key_of(stage)}").content
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    (event,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert event["SUMMARY"] == title
    day: Any = event["DTSTART"]
    assert day.dt > stage.organisation.today()


def test_the_calendar_of_nothing_is_a_calendar() -> None:
    assert icalendar.Calendar.from_ical(calendar_of("Ours", [])).walk("VEVENT") == []
    now = timezone.now()
    many = [ToCome(f"{n}@x", "\x00A\nB", now.date(), now) for n in range(3)]
    assert len(icalendar.Calendar.from_ical(calendar_of("Ours", many)).walk("VEVENT")) == 3
    assert clean("a\x0bb\x00c\n") == "abc\n"
