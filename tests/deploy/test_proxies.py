"""Behind the proxies of deploy/: people sign in, and nothing that a browser forges is believed."""

import ssl
from collections.abc import Iterator
from itertools import count

import pytest

from tests.deploy.caller import LOGIN, NAME
from tests.deploy.proxies import PROXIES, Proxy, is_installed
from tests.faults.house import House
from tests.stage.personas import PASSWORD

pytestmark = pytest.mark.slow
EMAIL = "dev@harbour.example"
ADDRESSES = (f"127.1.0.{number}" for number in count(1))
FAILED_A_MINUTE = 10


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server that speaks with a proxy, with people behind it."""
    hosts = f"{NAME},127.0.0.1"
    found = House(tmp_path_factory.mktemp("house"), CORS_TLS="1", CORS_HOSTS=hosts)
    found.settle()
    found.start()
    yield found
    found.kill()


@pytest.fixture(scope="module", params=list(PROXIES))
def proxy(
    request: pytest.FixtureRequest, house: House, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Proxy]:
    if not is_installed(request.param):
        pytest.skip(f"no {request.param} on this machine")
    found = Proxy(request.param, tmp_path_factory.mktemp(request.param), house.port)
    yield found
    found.stop()


def test_people_sign_in_over_tls(proxy: Proxy) -> None:
    dev = proxy.caller(next(ADDRESSES))
    answer = dev.signs_in(EMAIL, PASSWORD)
    assert answer.status == 302
    cookie = "; ".join(answer.headers.get_all("Set-Cookie", []))
    assert "cors_session=" in cookie
    assert cookie.count("Secure") == cookie.count("cors_")
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    assert "Today" in dev.get("/").page


def test_a_forged_address_gets_no_more_guesses(proxy: Proxy) -> None:
    here = next(ADDRESSES)
    for number in range(FAILED_A_MINUTE):
        forged = f"10.9.8.{number}"
        guesser = proxy.caller(here, X_Forwarded_For=forged, X_Real_IP=forged, Forwarded=forged)
        assert "Too many" not in guesser.signs_in(f"nobody{number}@harbour.example", "x" * 12).page
    forged = "10.9.8.200"
    last = proxy.caller(here, X_Forwarded_For=forged, X_Real_IP=forged, Forwarded=forged)
    assert "Too many" in last.signs_in(EMAIL, PASSWORD).page
    assert proxy.caller(next(ADDRESSES)).signs_in(EMAIL, PASSWORD).status == 302


def test_nobody_is_locked_out_by_forging_their_address(proxy: Proxy) -> None:
    victim = next(ADDRESSES)
    here = next(ADDRESSES)
    for number in range(FAILED_A_MINUTE + 2):
        guesser = proxy.caller(here, X_Forwarded_For=victim)
        guesser.signs_in(f"nothing{number}@harbour.example", "x" * 12)
    assert proxy.caller(victim).signs_in(EMAIL, PASSWORD).status == 302


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", f"{NAME}.evil.example"])
def test_a_forged_host_is_refused(proxy: Proxy, host: str) -> None:
    try:
        answer = proxy.caller(next(ADDRESSES), Host=host).get(LOGIN)
    except OSError:
        return
    assert answer.status >= 400 or not answer.page, answer.status
    assert "password" not in answer.page


def test_another_name_gets_no_certificate(proxy: Proxy) -> None:
    caller = proxy.caller(next(ADDRESSES))
    caller.server_name = "evil.example"
    with pytest.raises(ssl.SSLError):
        caller.get(LOGIN)


def test_a_forged_scheme_or_forwarded_host_changes_nothing(proxy: Proxy) -> None:
    caller = proxy.caller(
        next(ADDRESSES), X_Forwarded_Proto="http", X_Forwarded_Host="evil.example"
    )
    answer = caller.signs_in(EMAIL, PASSWORD)
    assert answer.status == 302
    assert "Strict-Transport-Security" in answer.headers
    assert "evil" not in answer.headers["Location"]


def test_a_form_from_another_site_is_refused(proxy: Proxy) -> None:
    caller = proxy.caller(next(ADDRESSES), Origin="https://evil.example")
    assert caller.signs_in(EMAIL, PASSWORD).status == 403


@pytest.mark.parametrize("path", ["/metrics", "/health/live", "/health/ready"])
def test_probes_are_not_for_the_world(proxy: Proxy, house: House, path: str) -> None:
    answer = proxy.caller(next(ADDRESSES)).get(path)
    assert answer.status == 404
    assert "ready" not in answer.page


def test_a_probe_on_this_machine_asks_without_a_proxy(house: House) -> None:
    answer = house.visitor("amina").get("/health/ready")
    assert '"ready"' in answer.page
