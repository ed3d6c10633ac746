"""The server is killed in the middle of writing: what was answered for is there afterwards."""

import http.client
import random
import threading
import time
from statistics import median
from uuid import uuid4

import pytest

from tests.faults.house import House
from tests.faults.told import size, tell

WRITERS, ROUNDS, SECONDS = 4, size(20, 200), 5.0
# Contacts without anybody, people of a contact without its event, and events without theirs.
TOLD = "SELECT about_id FROM audit_event WHERE verb = 'record_contact' AND kind = 'write'"
PEOPLE = "contacts_contactperson"
HALVES = f"""
    SELECT
        (SELECT count(*) FROM contacts_contact WHERE id NOT IN (SELECT contact_id FROM {PEOPLE})),
        (SELECT count(*) FROM {PEOPLE} WHERE id NOT IN ({TOLD})),
        (SELECT count(*) FROM ({TOLD}) WHERE about_id NOT IN (SELECT id FROM {PEOPLE}))
"""


def _write(house: House, acknowledged: set[str]) -> None:
    visitor, case = house.visitor("amina"), house.known["case"]
    while True:
        key = uuid4()
        sent = {"form_key": str(key), "kind": "call", "result": "held", "on": house.known["today"]}
        try:
            answer = visitor.post(f"/record/{case}/", sent)
        except (OSError, http.client.HTTPException):
            return
        if answer.status == 302:
            acknowledged.add(key.hex)


def _until_saved(acknowledged: set[str], many: int) -> None:
    """Wait for a save, so that a slow machine tries as much as a fast one."""
    until = time.monotonic() + 10
    while len(acknowledged) < many and time.monotonic() < until:
        time.sleep(0.01)


def _one_round(house: House, chance: random.Random, acknowledged: set[str]) -> float:
    """Write, kill, start again; return how long it took to serve again."""
    writers = [threading.Thread(target=_write, args=(house, acknowledged)) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    _until_saved(acknowledged, len(acknowledged) + 1)
    time.sleep(chance.uniform(0, 0.4))
    house.kill()
    for writer in writers:
        writer.join()
    return house.start()


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_server_is_killed(house: House) -> None:
    chance, acknowledged, took = random.Random(11), set[str](), []
    for _ in range(ROUNDS):
        took.append(_one_round(house, chance, acknowledged))
        assert house.rows("PRAGMA integrity_check") == [("ok",)]
        assert acknowledged <= house.form_keys()
        assert house.rows(HALVES) == [(0, 0, 0)]
    assert len(acknowledged) >= ROUNDS
    assert median(took) <= SECONDS
    lost = len(acknowledged - house.form_keys())
    tell(
        "server killed (kill -9) while writing",
        f"{ROUNDS} rounds, {len(acknowledged)} saves acknowledged",
        f"{lost} lost, integrity ok, serving again after {median(took):.1f} s (median), "
        f"{max(took):.1f} s (longest)",
    )
