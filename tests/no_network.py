"""Keeps tests on this machine: whatever looks for another one fails, whoever asks."""

import ipaddress
import sys
from typing import Any

HERE = {"", "localhost", "0.0.0.0", "::"}


def is_here(host: object) -> bool:
    """Tell whether an address is one of this machine's own."""
    if isinstance(host, bytes):
        host = host.decode()
    if host is None or host in HERE:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def stay_here(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else "localhost"
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not is_here(host):
        raise RuntimeError(f"Tests use no network, and something asked for {host!r}.")


sys.addaudithook(stay_here)
