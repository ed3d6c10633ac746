"""The whole practice organisation: it fills while the server runs, and survives being killed."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.server import ROOT, Demo

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        "LONG_JOURNEYS" not in os.environ,
        reason="108 people take minutes to move in: set LONG_JOURNEYS=1",
    ),
]
ALL, PATIENCE = 108, 600.0


def moved_in(folder: Path) -> int:
    connection = sqlite3.connect(folder / "var" / "practice.sqlite3")
    try:
        (found,) = connection.execute("SELECT count(*) FROM practice_movedin").fetchone()
        return int(found)
    finally:
        connection.close()


def wait_until(holds: Callable[[], bool], patience: float = PATIENCE) -> None:
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < patience
        time.sleep(0.2)


def workers_beside(server: int) -> list[str]:
    asked = ["ps", "-eww", "-o", "args"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True)
    return [line for line in listed.stdout.splitlines() if f"--beside {server} " in f"{line} "]


def test_all_move_in_though_the_server_is_killed_half_way(tmp_path: Path) -> None:
    demo = Demo(tmp_path)
    demo.start()
    try:
        wait_until(lambda: moved_in(tmp_path) >= 3)
        assert demo.process
        server = demo.process.pid
        assert len(workers_beside(server)) == 1
        os.kill(server, signal.SIGKILL)
        wait_until(lambda: not workers_beside(server), 15)
        demo.stop()
        assert 3 <= moved_in(tmp_path) < ALL
        demo.start()
        begin_afresh = [sys.executable, "-m", "cors.config.command_line", "demo", "--fresh"]
        words = [*begin_afresh, "--port", str(demo.port + 1), "--no-browser"]
        refused = subprocess.run(
            words, cwd=ROOT, env=demo.surroundings(), capture_output=True, text=True, timeout=60
        )
        assert refused.returncode == 2
        assert "Ctrl-C" in refused.stderr
        wait_until(lambda: moved_in(tmp_path) == ALL)
        demo.stop()
        demo.start()
        print(f"first page after {demo.starts} s, the last with all 120 people")
    finally:
        demo.stop()
