import socket

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "cors.example"])
def test_no_test_reaches_another_machine(host: str) -> None:
    with pytest.raises(RuntimeError, match="Tests use no network"):
        socket.create_connection((host, 80), timeout=1)


def test_a_server_on_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
