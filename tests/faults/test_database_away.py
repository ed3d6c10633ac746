"""PostgreSQL stops and starts under twenty requests a second: nobody loses what they typed."""

import time
from collections.abc import Iterator

import pytest

from cors.config.check.postgresql import Control
from tests.faults.house import House
from tests.faults.told import size, tell
from tests.faults.traffic import Sent, Traffic

TIMES, AWAY, BETWEEN = size(2, 20), (2.0, 8.0), 8.0
SHARE, ENOUGH, LONGEST = 0.01, 100, 120.0

Span = tuple[float, float]


@pytest.fixture(scope="module")
def seen(house_on_postgresql: House, postgresql: Control) -> tuple[list[Sent], list[Span]]:
    """Return all that was sent, and from when to when the server was there after each stop."""
    here = []
    with Traffic(house_on_postgresql) as traffic:
        time.sleep(BETWEEN)
        for turn in range(TIMES):
            postgresql.stop()
            time.sleep(AWAY[turn % 2])
            postgresql.start()
            back = time.monotonic()
            _until_answered(traffic, back)
            here.append((back, time.monotonic()))
    return traffic.all(), here


def _until_answered(traffic: Traffic, back: float) -> None:
    """Leave the server there for a while, a slow machine until it has answered as much as others.

    Raises AssertionError where it answers too little for two minutes.
    """
    time.sleep(BETWEEN)
    while sum(each.began >= back for each in traffic.answered()) <= ENOUGH:
        assert time.monotonic() - back < LONGEST
        time.sleep(0.1)


def _saved(house: House) -> set[str]:
    return {str(key) for (key,) in house.rows("SELECT key FROM access_sentform")}


def _after(seen: list[Sent], here: list[Span]) -> Iterator[Sent]:
    """Yield what had its whole life while the database was there again; not what a stop cut off."""
    for each in seen:
        if any(back <= each.began and each.ended <= stop for back, stop in here):
            yield each


@pytest.mark.slow
def test_once_it_is_back_no_more_than_one_in_a_hundred_fails(
    seen: tuple[list[Sent], list[Span]],
) -> None:
    sent, here = seen
    after = list(_after(sent, here))
    failed = sum(each.failed for each in after)
    assert len(after) > ENOUGH * TIMES
    assert failed <= SHARE * len(after)
    away = sum(each.failed for each in sent)
    tell(
        "PostgreSQL stopped (2 s and 8 s) and started under 20 requests a second",
        f"{TIMES} times, {len(sent)} requests",
        f"{failed} of {len(after)} failed once it was back ({away} while it was away, "
        "each with a page that gives the form back)",
    )


@pytest.mark.slow
def test_each_failure_says_try_again_and_gives_the_words_back(
    seen: tuple[list[Sent], list[Span]],
) -> None:
    failed = [each for each in seen[0] if each.failed]
    assert any(each.form for each in failed)
    for each in failed:
        assert each.answer is not None
        assert each.answer.status == 503
        assert "<h1>" in each.answer.page
        if each.form:
            assert "Try again" in each.answer.page
            assert each.form.items() <= each.answer.hidden().items()


@pytest.mark.slow
def test_what_was_given_back_can_be_sent_again_and_nothing_is_there_twice_or_lost(
    seen: tuple[list[Sent], list[Span]], house_on_postgresql: House
) -> None:
    visitor = house_on_postgresql.visitor("amina")
    for each in seen[0]:
        if each.form and each.failed and each.answer:
            assert visitor.post(each.url, each.answer.hidden()).status == 302
    keys = {each.form["form_key"] for each in seen[0] if each.form}
    assert keys <= _saved(house_on_postgresql)
    made = house_on_postgresql.rows(
        "SELECT count(*) FROM audit_event WHERE verb = 'record_moment' AND kind = 'write'"
    )
    assert made[0][0] == len(keys) + house_on_postgresql.known["moments"]


@pytest.mark.slow
def test_the_log_holds_nothing_that_was_typed(
    seen: tuple[list[Sent], list[Span]], house_on_postgresql: House
) -> None:
    log = house_on_postgresql.log.read_text()
    assert "Cooked" not in log
    assert all(session not in log for session in house_on_postgresql.known["sessions"].values())
