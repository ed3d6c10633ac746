"""While the database is away, one looks for it and all others are told at once."""

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


def test_only_one_looks_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    away.watch.is_away, asked = True, []

    def slow() -> None:
        other = Thread(target=lambda: asked.append(_ask()))
        other.start()
        other.join()

    monkeypatch.setattr(away, "_reach", slow)
    assert _ask() == 200
    assert asked == [503]
