"""Two people change one record at the same moment: one is kept, the other is shown both."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.faults.house import House
from tests.faults.told import size, tell
from tests.faults.visitor import Answer

PAIRS = size(12, 200)


def _save_at_once(house: House, number: int) -> list[tuple[str, dict[str, str], Answer]]:
    """Open the page twice, write different words, save both at the same moment."""
    url = f"/people/{house.known['person']}/edit/"
    named = {"name": "Hana Novak", "reference": house.known["reference"]}
    start = Barrier(2)

    def one(name: str) -> tuple[str, dict[str, str], Answer]:
        visitor = house.visitor(name)
        sent = visitor.get(url).hidden() | named | {"needs": f"{name} {number}"}
        start.wait()
        return name, sent, visitor.post(url, sent)

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, ("dev", "carys")))


def _one_pair(house: House, number: int) -> None:
    saved = _save_at_once(house, number)
    first = [name for name, _, answer in saved if answer.status == 302]
    assert len(first) == 1, [answer.status for _, _, answer in saved]
    ((second, sent, answer),) = [each for each in saved if each[2].status != 302]
    assert answer.status == 422
    assert f"{first[0]} {number}" in answer.page
    assert f"{second} {number}" in answer.page
    again = sent | answer.hidden()
    url = f"/people/{house.known['person']}/edit/"
    assert house.visitor(second).post(url, again).status == 302


def _check(house: House, name: str) -> None:
    edits = "SELECT count(*) FROM audit_event WHERE verb = 'edit_client'"
    ((before,),) = house.rows(edits)
    for number in range(PAIRS):
        _one_pair(house, number)
    ((after,),) = house.rows(edits)
    assert after - before == 2 * PAIRS  # each version stands in the trail
    came = f"{PAIRS} times one saved and the other shown both, {after - before} versions kept"
    tell(f"two edits of one record at once ({name})", f"{PAIRS} pairs", came)


@pytest.mark.slow
def test_neither_is_lost_on_sqlite(house: House) -> None:
    _check(house, "SQLite")


@pytest.mark.slow
def test_neither_is_lost_on_postgresql(house_on_postgresql: House) -> None:
    _check(house_on_postgresql, "PostgreSQL")
