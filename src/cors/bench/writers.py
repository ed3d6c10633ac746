"""Twenty people who save at the same time, against the real server."""

import http.client
import re
import secrets
import socket
import statistics
import string
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from cors.bench.tasks import Saving, form_of
from cors.bench.timing import as_ms, percentile, seconds_of
from cors.bench.visitor import HOST
from cors.core.errors import Refused

WRITERS = 20
SAVES_EACH = 10
START_SECONDS = 120
FORM_HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Signed:
    """The cookies of somebody who is signed in, and the token that their forms bear."""

    session: str
    token: str = field(
        default_factory=lambda: "".join(
            secrets.choice(string.ascii_letters + string.digits) for _ in range(32)
        )
    )

    def headers(self) -> dict[str, str]:
        return {"Cookie": f"cors_session={self.session}; cors_csrf={self.token}", "Host": HOST}


@dataclass
class Server:
    """A server that runs: its port and the process that answers."""

    port: int
    worker: int

    def ask(
        self, signed: Signed, path: str, form: dict[str, Any] | None = None
    ) -> tuple[int, bytes]:
        """Send one request on a connection of its own; return the status and the page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            if form is None:
                connection.request("GET", path, headers=signed.headers())
            else:
                body = urlencode(form | {"csrfmiddlewaretoken": signed.token}, doseq=True)
                connection.request("POST", path, body, signed.headers() | FORM_HEADERS)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def shown(self, signed: Signed, path: str) -> None:
        """Ask for a page; RuntimeError where something else came."""
        status, _ = self.ask(signed, path)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}, so its time says nothing.")

    def memory_mib(self) -> float:
        """Return the resident memory of the process that answers."""
        told = Path(f"/proc/{self.worker}/status").read_text(encoding="utf-8")
        found = re.search(r"VmRSS:\s+(\d+) kB", told)
        return round(int(found[1]) / 1024, 1) if found else 0.0


@contextmanager
def serving() -> Iterator[Server]:
    """Start the real server on a free port and end it at last."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "cors.config.command_line", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield Server(port, _worker_of(process.pid))
    finally:
        process.terminate()
        process.wait(timeout=START_SECONDS)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise Refused("The server did not start. Run ./cors serve to see why.")


def _worker_of(pid: int) -> int:
    """Return the process that answers: the child of the one that was started, where it has one."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    largest = max(children, key=_size, default=str(pid))
    return int(largest)


def _size(pid: str) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1])


def save_at_once(server: Server, signed: Signed, savings: list[Saving]) -> dict[str, Any]:
    """Let twenty writers save ten contacts each; return how long they took and what failed."""
    took: list[float] = []
    wrong: list[str] = []
    everybody = threading.Barrier(WRITERS)

    def write(mine: list[Saving]) -> None:
        everybody.wait()
        for number, saving in enumerate(mine):
            path, form = form_of(saving, number)
            answers: list[tuple[int, bytes]] = []
            took.append(seconds_of(lambda: answers.append(server.ask(signed, path, form))))  # noqa: B023 - run at once
            wrong.extend(_fault(status, page) for status, page in answers if status != 302)

    threads = [
        threading.Thread(target=write, args=(savings[place::WRITERS][:SAVES_EACH],))
        for place in range(WRITERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return _told(took, wrong)


def _fault(status: int, page: bytes) -> str:
    return "locked" if b"database is locked" in page else f"answered {status}"


def _told(took: list[float], wrong: list[str]) -> dict[str, Any]:
    median, p99 = statistics.median(took), percentile(took, 99)
    return {
        "writers": WRITERS,
        "saves": len(took),
        "failed": len(wrong),
        "locked": wrong.count("locked"),
        "median_ms": as_ms(median),
        "p99_ms": as_ms(p99),
        "p99_to_median": round(p99 / median, 1),
    }
