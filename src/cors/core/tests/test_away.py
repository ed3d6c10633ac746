"""While the database is away, one looks for it and the others wait a little for its word."""

import time
from collections.abc import Iterator
from threading import Thread

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from cors.core import away


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    away.watch.is_away = False
    yield
    away.watch.is_away = False


def _ask(status: int = 200) -> int:
    request = HttpRequest()
    request.method = "GET"
    middleware = away.AwayMiddleware(lambda _: HttpResponse(status=status))
    return middleware(request).status_code


def _gone() -> None:
    raise OperationalError("connection refused")


@pytest.mark.parametrize("status", [200, 302, 404, 422, 500, 507])
def test_other_answers_leave_the_watch_at_rest(status: int) -> None:
    assert _ask(status) == status
    assert not away.watch.is_away


def test_after_one_that_did_not_reach_it_others_are_told_without_trying(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _ask(503) == 503
    assert away.watch.is_away
    monkeypatch.setattr(away, "_reach", _gone)
    monkeypatch.setattr("cors.core.away.connection.close", lambda: None)
    assert _ask() == 503
    monkeypatch.setattr(away, "_reach", lambda: None)
    assert _ask() == 200
    assert not away.watch.is_away


def test_only_one_looks_and_who_waits_goes_on_with_what_it_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    away.watch.is_away = True
    looks, asked, others = [], [], []

    def find() -> None:
        looks.append(1)
        others.append(Thread(target=lambda: asked.append(_ask())))
        others[0].start()
        time.sleep(0.05)

    monkeypatch.setattr(away, "_reach", find)
    assert _ask() == 200
    others[0].join()
    assert asked == [200]
    assert len(looks) == 1


def test_who_waited_long_enough_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    away.watch.is_away, asked = True, []

    def look_long() -> None:
        other = Thread(target=lambda: asked.append(_ask()))
        other.start()
        other.join()

    monkeypatch.setattr(away, "PATIENCE", 0.01)
    monkeypatch.setattr(away, "_reach", look_long)
    assert _ask() == 200
    assert asked == [503]


def test_a_failure_from_before_it_came_back_sends_nobody_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    began = time.monotonic()
    away.watch.is_away = True
    monkeypatch.setattr(away, "_reach", lambda: None)
    assert away.watch.is_back()
    away.watch.note_away(began)
    assert not away.watch.is_away
    away.watch.note_away(time.monotonic())
    assert away.watch.is_away
