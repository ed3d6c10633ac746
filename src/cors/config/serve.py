"""Serving: one granian process, many threads; it replaces this process, so Ctrl-C ends it."""

import errno
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser

from cors.core.errors import Refused

THREADS = 4
# A thread that ends takes its connection along, and what the connection knew by heart. Ten
# minutes are the longest that the server keeps one that has nothing to do.
IDLE_SECONDS = 600
HIGHEST_PORT = 65_535


def check_port(host: str, port: int) -> None:
    """Refuse a port that is taken or impossible, before anything is prepared."""
    if not 0 < port <= HIGHEST_PORT:
        raise Refused(f"{port} is not a port. Choose one from 1024 to {HIGHEST_PORT}.")
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except (OSError, UnicodeError) as error:
        raise Refused(_why_not(error, host, port)) from None


def _why_not(error: OSError | UnicodeError, host: str, port: int) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, socket.gaierror | UnicodeError) or number == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine. Leave --host away, or give one that is."
    if number == errno.EACCES:
        return f"Port {port} is not for everybody. Choose one from 1024: --port 8000."
    return f"Port {port} is taken. Choose another: --port {port % HIGHEST_PORT + 1}."


def serve(host: str, port: int) -> None:
    """Become the server; does not return."""
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host,
        "--port", str(port), "--workers", "1", "--blocking-threads", str(THREADS),
        "--blocking-threads-idle-timeout", str(IDLE_SECONDS),
        "--backpressure", "256", "--log-level", "warning", "--no-ws",
        "cors.config.wsgi:application",
    ]  # fmt: skip
    sys.stdout.flush()
    os.execv(sys.executable, command)


def open_when_ready(url: str) -> None:
    """Start a small process that opens the browser once the server answers."""
    subprocess.Popen(
        [sys.executable, "-m", "cors.config.serve", url],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _wait_and_open(url: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(url, timeout=1)  # noqa: S310 - our own address
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            webbrowser.open(url)
            return


if __name__ == "__main__":
    _wait_and_open(sys.argv[1])
