"""The disk is full: reading goes on, what is typed is given back, and room is all it needs."""

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest

from tests.faults.house import House
from tests.faults.told import size, tell
from tests.faults.visitor import Answer

ROUNDS, ROOM, RESERVE = size(5, 50), 24, 2 * 1024 * 1024
WORDS = "Ring twice, the first one is for the dog"


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a disk of a few megabytes."""
    place = tmp_path_factory.mktemp("small-disk")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a small disk to fill")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture(scope="module")
def full_house(small_disk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    found = House(
        tmp_path_factory.mktemp("full-house"), small_disk / "var", CORS_RESERVE=str(RESERVE)
    )
    found.settle()
    found.start()
    yield found
    found.kill()


def _fill(place: Path) -> Path:
    """Take all room that is left."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        for chunk in (1 << 20, 1 << 12):
            with suppress(OSError):
                while True:
                    file.write(bytes(chunk))
    return filler


def _save(house: House, key: str) -> Answer:
    form = {
        "words": WORDS, "on": house.known["today"], "form_key": key,
        "form_owner": house.known["owner_of_amina"],
    }  # fmt: skip
    return house.visitor("amina").post(f"/people/{house.known['person']}/alerts/", form)


def _until_full(house: House, acknowledged: set[str]) -> tuple[str, Answer]:
    """Save until there is no room; what lay ready in the log is used up first."""
    for _ in range(400):
        key = str(uuid4())
        answer = _save(house, key)
        if answer.status != 302:
            return key, answer
        acknowledged.add(key)
    raise AssertionError("the disk did not fill")


def _read(house: House) -> None:
    """Open pages, each of which is written down."""
    reads = "SELECT count(*) FROM audit_event WHERE kind = 'read'"
    before = house.rows(reads)[0][0]
    for page in (f"/cases/{house.known['case']}/", f"/people/{house.known['person']}/"):
        assert house.visitor("amina").get(page).status == 200
    assert house.rows(reads)[0][0] == before + 2


def _keys(house: House) -> set[str]:
    return {str(key).replace("-", "") for (key,) in house.rows("SELECT key FROM access_sentform")}


@pytest.mark.slow
def test_reading_goes_on_and_words_are_kept_till_there_is_room(
    full_house: House, small_disk: Path
) -> None:
    acknowledged = set[str]()
    for _ in range(ROUNDS):
        filler = _fill(small_disk)
        key, refused = _until_full(full_house, acknowledged)
        assert refused.status == 507
        assert "the disk is full" in refused.page
        assert WORDS in refused.page
        assert refused.hidden()["form_key"] == key
        for _ in range(10):
            _read(full_house)
        assert _save(full_house, str(uuid4())).status == 507
        assert full_house.rows("PRAGMA integrity_check") == [("ok",)]
        filler.unlink()
        assert _save(full_house, key).status == 302
        acknowledged.add(key)
    assert {key.replace("-", "") for key in acknowledged} <= _keys(full_house)
    tell(
        "disk full (a disk of 24 MB, filled)",
        f"{ROUNDS} rounds, {len(acknowledged)} saves acknowledged",
        "0 lost, integrity ok, every page read and written down, typed words given back, "
        "saved without a restart once there was room",
    )


@pytest.mark.slow
def test_signing_in_goes_on_as_well(full_house: House, small_disk: Path) -> None:
    filler = _fill(small_disk)
    try:
        _until_full(full_house, set())
        who = {"login": full_house.known["emails"]["dev"], "password": "a quiet harbour at dawn"}
        visitor = full_house.visitor("amina")
        visitor.session = "none"
        assert visitor.post("/sign-in/login/", who).status == 302
    finally:
        filler.unlink()
