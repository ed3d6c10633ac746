"""The same form sent eight times at the same moment: one effect, and all are led to it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest

from tests.faults.house import House
from tests.faults.told import size, tell
from tests.faults.visitor import Answer, Visitor

AT_ONCE, KEYS = 8, size(24, 500)
# Those of which a person may have several: the keys take turns among them.
TAKE_TURNS = ("alert", "moment", "contact", "step", "goal", "rating", "barrier", "consent")


def _together(visitors: list[Visitor], url: str, sent: dict[str, str]) -> list[Answer]:
    start = Barrier(len(visitors))

    def one(visitor: Visitor) -> Answer:
        start.wait()
        return visitor.post(url, sent)

    with ThreadPoolExecutor(len(visitors)) as pool:
        return list(pool.map(one, visitors))


def _send_all(house: House) -> list[list[Answer]]:
    """Send each key eight times; return what came back."""
    forms: list[dict[str, Any]] = [
        form for form in house.known["forms"] if form["name"] in TAKE_TURNS
    ]
    names = {email: name for name, email in house.known["emails"].items()}
    found = []
    for number in range(KEYS):
        form = forms[number % len(forms)]
        visitors = [house.visitor(names[form["by"]]) for _ in range(AT_ONCE)]
        found.append(_together(visitors, form["url"], form["sent"] | {"form_key": str(uuid4())}))
    return found


def _tables(house: House) -> list[str]:
    return [form["table"] for form in house.known["forms"] if form["name"] in TAKE_TURNS]


def _check(house: House, name: str) -> None:
    before = sum(house.count(table) for table in _tables(house))
    answers = _send_all(house)
    made = sum(house.count(table) for table in _tables(house)) - before
    statuses = {answer.status for each in answers for answer in each}
    led = [{answer.to for answer in each} for each in answers]
    assert statuses == {302}
    assert all(len(to) == 1 for to in led)
    assert made == KEYS
    tell(
        f"one form sent {AT_ONCE} times at once ({name})",
        f"{KEYS} keys, {KEYS * AT_ONCE} posts, {len(TAKE_TURNS)} kinds of form",
        f"{made} records made, all led to the same page",
    )


@pytest.mark.slow
def test_makes_one_record_on_sqlite(house: House) -> None:
    _check(house, "SQLite")


@pytest.mark.slow
def test_makes_one_record_on_postgresql(house_on_postgresql: House) -> None:
    _check(house_on_postgresql, "PostgreSQL")
