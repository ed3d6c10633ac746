"""The real server as `./cors demo` starts it, on a free port, with data and keys of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180.0
ALL_OVER = 10.0
SOON = 3.0  # seconds that a start may take where all is made


class Demo:
    """One practice organisation in a folder; it can be stopped and started again."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.folder = folder
        self.words = ["--no-browser", *words]
        self.log = folder / "server.log"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None
        self.starts: list[float] = []

    def start(self) -> None:
        """Start the server, wait until it answers, and note how many seconds that took."""
        began = time.monotonic()
        words = ["-m", "cors.config.command_line", "demo", "--port", str(self.port), *self.words]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *words],
                cwd=ROOT,
                env=self.surroundings(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        while not answers(self.url):
            if self.process.poll() is not None or time.monotonic() - began > PATIENCE:
                said = self.log.read_text()
                self.stop()
                raise RuntimeError(f"The server did not start:\n{said}")
            time.sleep(0.05)
        self.starts.append(time.monotonic() - began)

    def stop(self) -> None:
        """End the server and what it started, and nothing else."""
        process, self.process = self.process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(ALL_OVER)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(ALL_OVER)

    def surroundings(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("CORS_", "DJANGO_"))
        }
        ours = {
            "CORS_VAR": "var",
            "CORS_KEYS": "keys",
            "CORS_STATIC": "static",
        }
        places = {name: str(self.folder / place) for name, place in ours.items()}
        return kept | places | {"PYTHONPATH": str(ROOT / "src")}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def answers(url: str) -> bool:
    """Tell whether somebody who is not signed in gets a page."""
    try:
        with urllib.request.urlopen(f"{url}/sign-in/login/", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
