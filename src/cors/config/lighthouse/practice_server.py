"""The practice organisation on a free port, in a folder that is thrown away."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

from cors.core.errors import Refused

PATIENCE = 180.0
KEYWORKER = "amina"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
PERSON = re.compile(r'name="person" value="([^"]+)"')


class Guest:
    """Somebody who is signed in at a practice organisation, without a browser."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.jar = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def opens(self, path: str, data: dict[str, str] | None = None) -> str:
        """Return a page."""
        body = urllib.parse.urlencode(data).encode() if data else None
        request = urllib.request.Request(f"{self.url}{path}", body, {"Referer": self.url})  # noqa: S310 - our own address
        with self.opener.open(request, timeout=30) as answer:
            page: bytes = answer.read()
        return page.decode()

    def signs_in(self, name: str = KEYWORKER) -> None:
        page = self.opens("/practice/")
        person = next(each for each in PERSON.findall(page) if each.startswith(name))
        self.opens("/practice/", dict(HIDDEN.findall(page)) | {"person": person})

    @property
    def cookies(self) -> str:
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)


@contextlib.contextmanager
def practice_server() -> Iterator[str]:
    """Serve a new practice organisation and yield its address."""
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="cors-lighthouse-") as folder:
        words = ["-m", "cors.config.command_line", "demo", "--port", str(port), "--no-browser"]
        process = subprocess.Popen(
            [sys.executable, *words],
            env=_surroundings(Path(folder)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait(process, url := f"http://127.0.0.1:{port}")
            yield url
        finally:
            process.terminate()
            process.wait()


def _surroundings(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CORS_")}
    places = {"CORS_VAR": "var", "CORS_KEYS": "keys", "CORS_STATIC": "static"}
    return kept | {name: str(folder / place) for name, place in places.items()}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait(process: "subprocess.Popen[bytes]", url: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"{url}/sign-in/login/", timeout=2).close()  # noqa: S310 - our own
            return
        time.sleep(0.1)
    raise Refused("The practice organisation did not start. Run ./cors demo to see why.")
