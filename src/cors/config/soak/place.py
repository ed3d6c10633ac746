"""The practice organisation in a folder that passes, behind a server of its own."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cors.core.errors import Refused

PATIENCE = 180.0


@dataclass(frozen=True)
class Place:
    """A server that serves: its port, the group of its processes, and its database."""

    port: int
    group: int
    database: Path


@contextmanager
def place() -> Iterator[Place]:
    """Serve practice in an empty folder, and end all of it afterwards."""
    with tempfile.TemporaryDirectory(prefix="cors-soak-") as folder:
        port, home = _free_port(), Path(folder)
        words = ["-m", "cors.config.command_line", "demo", "--port", str(port), "--no-browser"]
        with (home / "server.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, *words], env=_surroundings(home), start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        try:
            _wait(process, port, home / "server.log")
            yield Place(port, process.pid, home / "var" / "practice.sqlite3")
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


def _surroundings(home: Path) -> dict[str, str]:
    ours = ("CORS_", "DJANGO_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    places = {"CORS_VAR": "var", "CORS_KEYS": "keys", "CORS_STATIC": "static"}
    source = str(Path(__file__).parents[3])
    told = {name: str(home / part) for name, part in places.items()}
    return kept | told | {"PYTHONPATH": source, "DJANGO_SETTINGS_MODULE": "cors.config.settings"}


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not _answers(port):
        if process.poll() is not None or time.monotonic() > until:
            raise Refused(f"The server did not start. It said: {log.read_text()[-500:]}")
        time.sleep(0.1)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/practice/", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
