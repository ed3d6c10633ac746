"""Writers take turns: nobody gets in between, and everybody gets a turn."""

import threading
import time
from pathlib import Path

import pytest
from django.db import connection, transaction

from cors.access.models import Organisation
from cors.core.fair_lock import FairLock, fair_lock


@pytest.mark.parametrize("in_a_file", [True, False])
def test_only_one_writer_at_a_time(tmp_path: Path, in_a_file: bool) -> None:
    lock = FairLock(tmp_path / "x.lock" if in_a_file else None)
    inside, most = [], []

    def write() -> None:
        for _ in range(20):
            lock.acquire()
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.0005)
            inside.pop()
            lock.release()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (max(most), len(most)) == (1, 80)


def test_the_file_of_the_lock_is_its_owners_alone(tmp_path: Path) -> None:
    lock = FairLock(tmp_path / "x.lock")
    lock.acquire()
    lock.release()
    assert (tmp_path / "x.lock").stat().st_mode & 0o077 == 0


def test_a_database_in_memory_needs_no_file() -> None:
    assert fair_lock("file:memorydb?mode=memory&cache=shared")._path is None


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has its own locks")
def test_a_transaction_holds_the_lock_and_gives_it_back(transactional_db: None) -> None:
    assert not connection.holds_lock  # type: ignore[attr-defined]
    with transaction.atomic():
        assert connection.holds_lock  # type: ignore[attr-defined]
    assert not connection.holds_lock  # type: ignore[attr-defined]
    with pytest.raises(RuntimeError), transaction.atomic():
        raise RuntimeError
    assert not connection.holds_lock  # type: ignore[attr-defined]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has its own locks")
def test_a_single_write_takes_its_turn_and_a_read_does_not(transactional_db: None) -> None:
    lock = fair_lock(str(connection.settings_dict["NAME"]))
    lock.acquire()
    try:
        assert Organisation.objects.count() == 0
    finally:
        lock.release()
    Organisation.objects.filter(key="nobody").update(name="Nobody")
    assert not connection.holds_lock  # type: ignore[attr-defined]
