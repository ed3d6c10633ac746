"""Who loads a server in a soak: signs in once, finds whom to write about, goes round."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from cors.access.models import Membership
from cors.config.soak import load
from cors.config.soak.load import keep_up, wake
from cors.config.soak.place import Place
from cors.config.soak.visitor import MOVING_IN, TOKEN, Visitor
from cors.practice.models import MovedIn
from cors.practice.moving_in import in_words

ONE, TWO, ENDED = (f"00000000-0000-0000-0000-00000000000{number}" for number in (1, 2, 3))
PERSON = "carys@harbour-street.example"


class Office(ThreadingHTTPServer):
    """A server with three cases, one of which takes nothing more."""

    asked: list[tuple[str, str, dict[str, list[str]], str]]
    cases: tuple[str, ...] = (ONE, TWO, ENDED)
    knows = PERSON
    to_come = 0


class Answers(BaseHTTPRequestHandler):
    """Answers as the real one would, and remembers what it was asked."""

    server: Office

    def _answer(self, status: int, page: str = "", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        body = page.encode()
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _note(self, sent: dict[str, list[str]]) -> None:
        cookies = self.headers.get("Cookie", "")
        self.server.asked.append((self.command, self.path, sent, cookies))

    def do_GET(self) -> None:
        self._note({})
        links = "".join(f'<a href="/cases/{case}/">' for case in self.server.cases)
        if self.path == "/" and self.server.to_come:
            self.server.to_come -= 1
            links = "118 of 120 people have moved in so far."
        self._answer(200, f'<a href="/people/{ONE}/">' if self.path == "/people/" else links)

    def do_POST(self) -> None:
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._note(sent)
        if self.path == "/practice/":
            known = sent["person"] == [self.server.knows]
            self._answer(
                302 if known else 404,
                **({"Set_Cookie": "cors_session=abc; Path=/"} if known else {}),
            )
            return
        self._answer(403 if ENDED in self.path else 302)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def office() -> Iterator[Office]:
    server = Office(("127.0.0.1", 0), Answers)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def port_of(office: Office) -> int:
    return int(office.server_address[1])


def test_writes_about_those_only_whose_case_takes_it(office: Office) -> None:
    visitor = Visitor(port_of(office), PERSON)
    assert visitor.cases == [ONE, TWO]
    assert visitor.session == "abc"


def test_waits_until_nobody_moves_in_any_more(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests: list[float] = []
    monkeypatch.setattr("cors.config.soak.visitor.time.sleep", rests.append)
    office.to_come = 2
    assert Visitor(port_of(office), PERSON).cases == [ONE, TWO]
    assert len(rests) == 2
    office.to_come = 2
    monkeypatch.setattr("cors.config.soak.visitor.ALL_HERE", 0.0)
    with pytest.raises(RuntimeError, match="People still move in"):
        Visitor(port_of(office), PERSON)


def test_knows_the_words_of_the_banner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MovedIn, "how_many", lambda _: 1)
    assert MOVING_IN in in_words(Membership())


def test_goes_round_three_pages_and_one_contact(office: Office) -> None:
    visitor = Visitor(port_of(office), PERSON)
    office.asked.clear()
    statuses = [visitor.work(number)[1] for number in range(8)]
    assert statuses == [200, 200, 200, 302] * 2
    # What is read is not what is written to, so that its length stays.
    once = [
        ("GET", "/"),
        ("GET", "/people/"),
        ("GET", f"/cases/{ONE}/"),
        ("POST", f"/record/{TWO}/"),
    ]
    assert [(how, path) for how, path, _, _ in office.asked] == once * 2


def test_each_contact_is_a_form_of_its_own_with_a_token_that_fits(office: Office) -> None:
    visitor = Visitor(port_of(office), PERSON)
    office.asked.clear()
    visitor.work(3)
    visitor.work(7)
    (_, _, first, cookies), (_, _, second, _) = office.asked
    assert first["form_key"] != second["form_key"]
    assert first["csrfmiddlewaretoken"] == [TOKEN]
    assert f"cors_csrf={TOKEN}; cors_session=abc" in cookies
    assert first["note"] != second["note"]


def test_somebody_who_can_not_sign_in_is_named(office: Office) -> None:
    with pytest.raises(RuntimeError, match="nobody@x could not be signed in"):
        Visitor(port_of(office), "nobody@x")


def test_an_office_where_nothing_can_be_written_is_no_place_to_soak(office: Office) -> None:
    office.cases = (ENDED,)
    with pytest.raises(RuntimeError, match="nobody in practice to record anything about"):
        Visitor(port_of(office), PERSON)


def test_a_server_that_is_gone_is_counted_and_ends_nothing(office: Office) -> None:
    visitor = Visitor(port_of(office), PERSON)
    visitor.port = 1
    took, status = visitor.work(0)
    assert status == 0
    assert took >= 0


class Steady:
    """Does its work at once, and counts it."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def work(self, number: int) -> tuple[float, int]:
        self.numbers.append(number)
        return 1.0, 200


def test_the_load_is_as_steady_as_it_is_said_to_be(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(load, "RATE", 100)
    monkeypatch.setattr(load, "EVERY", 0.1)
    steady: Any = Steady()
    course = keep_up(Place(1, 0, tmp_path / "cors.sqlite3"), steady, minutes=0.4 / 60)
    assert sorted(steady.numbers) == list(range(len(course.took)))
    assert 10 <= len(course.took) <= 41
    assert 2 <= len(course.readings) <= 5
    minutes = [reading.minute for reading in course.readings]
    assert minutes == sorted(minutes)


def test_every_thread_is_woken_by_asking_for_much_at_once() -> None:
    at_once: list[int] = []
    busy = threading.Semaphore(0)

    class Slow(Steady):
        def work(self, number: int) -> tuple[float, int]:
            at_once.append(number)
            if len(at_once) == load.HANDS:
                busy.release(load.AT_ONCE)
            assert busy.acquire(timeout=10)
            return super().work(number)

    slow: Any = Slow()
    wake(slow)
    assert sorted(slow.numbers) == list(range(load.AT_ONCE))
