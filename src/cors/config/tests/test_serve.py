"""Before serving: a port that cannot be had is refused with what to do instead."""

import errno
import os
import socket
from collections.abc import Iterator
from itertools import pairwise

import pytest

from cors.config import serve
from cors.config.serve import check_port
from cors.core.errors import Refused

HERE = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as listening:
        listening.bind((HERE, 0))
        listening.listen()
        yield listening.getsockname()[1]


def free() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
    return port


def test_a_free_port_is_left_free() -> None:
    port = free()
    check_port(HERE, port)
    check_port(HERE, port)


def test_a_taken_port_is_named_with_the_next_one(taken: int) -> None:
    with pytest.raises(Refused) as refused:
        check_port(HERE, taken)
    assert str(refused.value) == (
        f"Port {taken} is taken. Choose another: --port {taken % 65535 + 1}."
    )


@pytest.mark.parametrize("port", [0, -1, 65_536, 1_000_000])
def test_what_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(Refused, match=f"^{port} is not a port. Choose one from 1024 to 65535"):
        check_port(HERE, port)


@pytest.mark.parametrize("host", ["a" * 70, "a..b"])
def test_an_address_of_another_machine_is_refused(host: str) -> None:
    with pytest.raises(Refused, match="is no address of this machine"):
        check_port(host, free())


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EACCES, "Port 80 is not for everybody. Choose one from 1024: --port 8000."),
        (errno.EADDRNOTAVAIL, "127.0.0.1 is no address of this machine. Leave --host away"),
        (errno.EADDRINUSE, "Port 80 is taken. Choose another: --port 81."),
    ],
)
def test_says_what_the_machine_would_not_give(
    monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    def forbidden(self: socket.socket, address: object) -> None:
        raise OSError(number, "No")

    monkeypatch.setattr(socket.socket, "bind", forbidden)
    with pytest.raises(Refused) as refused:
        check_port(HERE, 80)
    assert str(refused.value).startswith(sentence)


def test_becomes_one_process_with_threads_and_no_web_sockets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _, command: became.append(command))
    serve.serve(HERE, 8123)
    (command,) = became
    pairs = dict(pairwise(command))
    assert pairs["--host"] == HERE
    assert pairs["--port"] == "8123"
    assert pairs["--workers"] == "1"
    assert pairs["--blocking-threads"] == str(serve.THREADS)
    assert pairs["--blocking-threads-idle-timeout"] == "600"
    assert "--no-ws" in command
    assert command[-1] == "cors.config.wsgi:application"
