"""Somebody records an answer here, others hear it, and podcast apps read of it."""

import re
import socket
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import feedparser
import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visit
from tests.journeys.looks import barriers
from tests.journeys.visitor import DESK, HERE, PHONE, Visitor

pytestmark = pytest.mark.browser
WORDS = "## Start small\n\nAsk what a good week costs.\n\n## Then look ahead\n\nWrite it down."
READERS = 200


def writes_an_answer(dev: Visitor, title: str) -> None:
    dev.goes("/answering/write/")
    dev.writes("The question, as it is asked", title)
    dev.page.get_by_label("Theme").select_option("people")
    dev.writes("What you say", WORDS)
    dev.presses_on(dev.button("Save"))
    dev.presses_on(dev.link(title))


def records_it(dev: Visitor) -> None:
    dev.presses_on(dev.link("Record it"))
    dev.presses_on(dev.page.get_by_role("button", name="Record", exact=True))
    expect(dev.page.locator("[data-clock]")).to_have_text("0:02")
    dev.presses_on(dev.button("Pause"))
    dev.presses_on(dev.button("Go on"))
    dev.presses_on(dev.button("Done"))
    expect(dev.page.locator("[data-heard]")).to_be_visible()
    assert not barriers(dev.page)
    dev.writes("Where each chapter begins", "0:00\n0:01")
    dev.presses_on(dev.button("Save"))


def fetched(address: str, **headers: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, b""


def plays(someone: Visitor) -> float:
    return float(someone.page.evaluate("document.querySelector('audio').currentTime"))


@pytest.fixture(scope="module")
def title() -> str:
    return "How do I talk about money?"


def an_answer_with_sound(dev: Visitor, title: str) -> None:
    """Write, record and publish it, unless a journey before this one did."""
    dev.goes("/answering/")
    if title in dev.words:
        return
    writes_an_answer(dev, title)
    records_it(dev)
    assert "Words and chapters" in dev.words
    dev.presses_on(dev.link("Let it come out"))
    dev.presses_on(dev.button("Save"))


def test_an_answer_is_recorded_here_and_heard_on_a_phone(visit: Visit, title: str) -> None:
    dev, amina = visit("Dev", DESK), visit("Amina", PHONE)
    an_answer_with_sound(dev, title)
    amina.goes("/answers/")
    amina.presses_on(amina.link(title))
    amina.presses_on(amina.button("Yes, they may"))
    amina.page.get_by_label("Speed").select_option("2")
    amina.presses_on(amina.link("Then look ahead"))
    amina.page.wait_for_timeout(700)
    assert plays(amina) > 1.0
    assert amina.page.evaluate("document.querySelector('audio').playbackRate") == 2
    assert not barriers(amina.page)
    expect(amina.page.locator("audio")).to_have_js_property("ended", True)
    amina.goes("/answers/?show=heard")
    assert title in amina.words
    dev.goes("/answering/reach/")
    assert "1 began it, 1 heard it to the end." in dev.words


CAPTIONS = """WEBVTT

00:00.000 --> 00:00.900
Ask what a good week costs.

00:01.000 --> 00:01.900
Write it down.
"""


def test_the_words_follow_the_sound_and_the_place_is_kept(visit: Visit, title: str) -> None:
    dev, amina = visit("Dev", DESK), visit("Amina", PHONE)
    an_answer_with_sound(dev, title)
    dev.goes("/answering/")
    dev.presses_on(dev.link(title))
    dev.presses_on(dev.link("Words and chapters"))
    dev.writes("Or paste the words", CAPTIONS)
    dev.presses_on(dev.button("Save"))
    amina.goes("/answers/")
    amina.presses_on(amina.link(title))
    amina.page.get_by_label("Speed").select_option("0.75")
    amina.presses_on(amina.page.get_by_text("Write it down.", exact=True))
    expect(amina.page.locator(".being-read")).to_have_text("Write it down.")
    amina.page.evaluate("document.querySelector('audio').pause()")
    at = plays(amina)
    assert at >= 1.0
    amina.page.reload()
    amina.page.wait_for_timeout(500)
    assert abs(plays(amina) - at) <= 1.0
    assert plays(amina) > 0
    assert not barriers(amina.page)


def own_feed(amina: Visitor) -> str:
    amina.goes("/answers/podcast/")
    amina.presses_on(amina.page.get_by_role("button", name=re.compile("Make .* address")))
    return amina.page.get_by_label("For the podcast app").input_value()


def test_two_hundred_readers_at_once_all_read_the_feed(visit: Visit, title: str) -> None:
    an_answer_with_sound(visit("Dev", DESK), title)
    address = own_feed(visit("Amina", DESK))
    with ThreadPoolExecutor(READERS) as many:
        answers = list(many.map(fetched, [address] * READERS))
    assert {status for status, _ in answers} == {200}
    found = feedparser.parse(answers[-1][1])
    assert not found.bozo
    (entry,) = [each for each in found.entries if each.title == title]
    sound = entry.enclosures[0].href
    _, whole = fetched(sound)
    assert len(whole) == int(entry.enclosures[0].length)
    status, rest = fetched(sound, Range="bytes=1000-")
    assert (status, rest) == (206, whole[1000:])


def test_an_address_that_was_taken_back_is_closed(visit: Visit) -> None:
    amina = visit("Amina", DESK)
    address = own_feed(amina)
    assert fetched(address)[0] == 200
    amina.presses_on(amina.button("Take it back"))
    assert fetched(address)[0] == 404


def half_an_upload(dev: Visitor) -> Callable[[], None]:
    """Return what sends half of a large recording and then breaks off, as a phone in a tunnel."""
    session = "; ".join(f"{each['name']}={each['value']}" for each in dev.page.context.cookies())
    token = dev.page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    path, port = dev.page.url.split(dev.url)[1], int(dev.url.rsplit(":", 1)[1])
    start = (
        f"--cut\r\nContent-Disposition: form-data; name=csrfmiddlewaretoken\r\n\r\n{token}\r\n"
        "--cut\r\nContent-Disposition: form-data; name=file; filename=a.mp3\r\n\r\nID3"
    ).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {HERE}:{port}\r\nCookie: {session}\r\n"
        "Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: 200000000\r\n\r\n"
    ).encode()

    def send() -> None:
        with socket.create_connection((HERE, port)) as wire:
            wire.sendall(head + start + b"\0" * 5_000_000)

    return send


def test_an_upload_that_breaks_off_leaves_nothing(visit: Visit) -> None:
    dev = visit("Dev", DESK)
    writes_an_answer(dev, "What if the line breaks?")
    own = dev.page.url
    dev.presses_on(dev.link("Record it"))
    half_an_upload(dev)()
    dev.page.goto(own)
    assert "None yet." in dev.words
    dev.presses_on(dev.link("Record it"))
    assert dev.heading == "Record it"
