"""The worker: piece by piece, resting between, until nothing is left or nobody wants it."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from cors.config import worker
from cors.config.companion import lives
from cors.config.worker import Worker
from cors.core.jobs import DAILY, Job
from cors.core.models import JobRun


class Pieces:
    """A job of some pieces, which counts those it did."""

    def __init__(self, number: int) -> None:
        self.left, self.did = number, 0

    def run(self) -> bool:
        self.did += 1
        return self.did < self.left


@pytest.fixture(autouse=True)
def no_rest(db: None, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let nobody wait, and return how long each rest would have been."""
    rests: list[float] = []
    monkeypatch.setattr("cors.config.worker.time.sleep", rests.append)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    return rests


def times(number: int) -> "Pieces":
    return Pieces(number)


def test_does_every_piece_and_then_ends(no_rest: list[float]) -> None:
    pieces = times(5)
    Worker([Job("fill", pieces.run)], lambda: True).work()
    assert pieces.did == 5
    assert len(no_rest) == 5
    assert min(no_rest) >= worker.SHORT


def test_ends_between_two_pieces_when_not_wanted() -> None:
    pieces = times(5)
    Worker([Job("fill", pieces.run)], lambda: pieces.did < 2).work()
    assert pieces.did == 2


def test_a_daily_job_is_done_once_and_noted() -> None:
    daily, asked = times(1), iter(range(4))
    job = Job("verify", daily.run, every=DAILY)
    Worker([job], lambda: next(asked) < 3).work()
    assert daily.did == 1
    (row,) = JobRun.objects.all()
    assert row.ended_at


def test_a_job_that_breaks_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    def breaks() -> bool:
        raise OSError("no room left")

    pieces = times(2)
    Worker([Job("breaks", breaks), Job("fill", pieces.run)], lambda: True).work()
    assert pieces.did == 2
    assert "The job breaks broke off." in caplog.text


def test_one_that_broke_is_not_noted_as_ended() -> None:
    def breaks() -> bool:
        raise OSError("no room left")

    asked = iter(range(4))
    Worker([Job("verify", breaks, every=DAILY)], lambda: next(asked) < 3).work()
    (row,) = JobRun.objects.all()
    assert row.ended_at is None


def test_what_comes_again_is_looked_for_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "LOOK_AGAIN", timedelta(0))
    daily, asked = times(1), iter(range(6))
    Worker([Job("verify", daily.run, every=timedelta(0))], lambda: next(asked) < 5).work()
    assert daily.did > 1


def test_knows_whether_its_server_is_there() -> None:
    assert lives(os.getppid())
    assert not lives(os.getpid())


ORPHAN = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", sys.argv[1], str(os.getpid())], stdout=sys.stdout)
print(child.pid, flush=True)
time.sleep(60)
"""
BESIDE = """
import sys, time
from cors.config.companion import lives
while lives(int(sys.argv[1])):
    time.sleep(0.05)
print("ended", flush=True)
"""


def test_sees_that_its_server_was_killed() -> None:
    command = [sys.executable, "-c", ORPHAN, BESIDE]
    environment = os.environ | {"PYTHONPATH": ":".join(sys.path)}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    with server.stdout:
        assert server.stdout.readline().strip().isdigit()
        server.kill()
        server.wait(5)
        began = time.monotonic()
        assert server.stdout.read().strip() == "ended"
    assert time.monotonic() - began < 10


IN_A_PIECE = """
import sys, time
from cors.config.companion import end_quietly
end_quietly()
try:
    print("at work", flush=True)
    time.sleep(60)
finally:
    print("put back", flush=True)
"""


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_good_order_in_the_middle_of_a_piece(how: signal.Signals) -> None:
    environment = os.environ | {"PYTHONPATH": ":".join(sys.path)}
    worker = subprocess.Popen(
        [sys.executable, "-c", IN_A_PIECE], env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert worker.stdout
    assert worker.stdout.readline() == "at work\n"
    worker.send_signal(how)
    said, fault = worker.communicate(timeout=20)
    assert (said, fault, worker.returncode) == ("put back\n", "", 0)
