"""One-time codes by their pages: turned on, asked for, replaced from paper, turned off."""

import base64
import hashlib
import hmac
import re
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client as Browser

from cors.access.models import User
from cors.audit.models import Event
from tests.stage.personas import PASSWORD, Stage

CODES = "/sign-in/codes/"
ACTIVATE = f"{CODES}totp/activate/"
DEACTIVATE = f"{CODES}totp/deactivate/"
RECOVERY = f"{CODES}recovery-codes/"
ASKED = f"{CODES}authenticate/"
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Stand still at nine o'clock until a test moves on."""
    cache.clear()
    with time_machine.travel(START, tick=False) as coordinates:
        yield coordinates
    cache.clear()


@pytest.fixture
def amina(stage: Stage, clock: time_machine.Traveller) -> User:
    user = stage.amina.user
    user.set_password(PASSWORD)
    user.save()
    return user


def _code(secret: str) -> str:
    """Return the six figures that a phone shows now (RFC 6238, SHA-1, 30 seconds)."""
    counter = struct.pack(">Q", int(datetime.now(UTC).timestamp()) // 30)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    (number,) = struct.unpack(">I", digest[start : start + 4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


def _wrong(secret: str) -> str:
    return f"{(int(_code(secret)) + 1) % 1_000_000:06}"


def _signed_in(user: User) -> Browser:
    browser = Browser()
    browser.post("/sign-in/login/", {"login": user.email, "password": PASSWORD})
    return browser


def _trusted(user: User) -> Browser:
    """Sign in and give the password once more, as these pages ask for it."""
    browser = _signed_in(user)
    browser.post("/sign-in/reauthenticate/", {"password": PASSWORD})
    return browser


def _secret_on(page: str) -> str:
    found = re.search(r'<strong class="break-all">([A-Z2-7]+)</strong>', page)
    assert found
    return found[1]


def _turn_on(user: User) -> tuple[Browser, str]:
    browser = _trusted(user)
    secret = _secret_on(browser.get(ACTIVATE).content.decode())
    assert browser.post(ACTIVATE, {"code": _code(secret)})["Location"] == RECOVERY
    return browser, secret


def _recovery_codes(browser: Browser) -> list[str]:
    return re.findall(r"<li>(\w+)</li>", browser.get(RECOVERY).content.decode())


def _is_in(browser: Browser) -> bool:
    return browser.get("/me/").status_code == 200


def test_turning_on_takes_the_code_that_the_phone_shows(amina: User) -> None:
    browser = _trusted(amina)
    secret = _secret_on(browser.get(ACTIVATE).content.decode())
    assert browser.post(ACTIVATE, {"code": _wrong(secret)}).status_code == 200
    assert not Authenticator.objects.filter(user=amina).exists()
    assert browser.post(ACTIVATE, {"code": _code(secret)})["Location"] == RECOVERY
    assert Authenticator.objects.filter(user=amina, type="totp").exists()


def test_a_session_that_was_left_open_turns_nothing_on(amina: User) -> None:
    browser = _signed_in(amina)
    answer = browser.get(ACTIVATE)
    assert answer["Location"].startswith("/sign-in/reauthenticate/")
    browser.post("/sign-in/reauthenticate/", {"password": "not the right words"})
    assert browser.get(ACTIVATE).status_code == 302


def test_ten_recovery_codes_are_shown_for_paper(amina: User) -> None:
    browser, _ = _turn_on(amina)
    codes = _recovery_codes(browser)
    assert len(set(codes)) == 10
    assert "10 of 10 are left" in browser.get(RECOVERY).content.decode()


def test_secrets_stand_sealed_in_the_database(amina: User) -> None:
    browser, secret = _turn_on(amina)
    codes = _recovery_codes(browser)
    kept = str(list(Authenticator.objects.filter(user=amina).values_list("data", flat=True)))
    assert secret not in kept
    assert not any(code in kept for code in codes)


def test_signing_in_asks_for_the_code_and_opens_with_it(
    amina: User, clock: time_machine.Traveller
) -> None:
    _, secret = _turn_on(amina)
    clock.shift(timedelta(minutes=2))
    browser = _signed_in(amina)
    assert not _is_in(browser)
    assert browser.get(ASKED).status_code == 200
    assert browser.post(ASKED, {"code": _wrong(secret)}).status_code == 200
    assert not _is_in(browser)
    assert browser.post(ASKED, {"code": _code(secret)}).status_code == 302
    assert _is_in(browser)


def test_a_code_opens_once(amina: User, clock: time_machine.Traveller) -> None:
    _, secret = _turn_on(amina)
    clock.shift(timedelta(minutes=2))
    first, second = _signed_in(amina), _signed_in(amina)
    first.post(ASKED, {"code": _code(secret)})
    second.post(ASKED, {"code": _code(secret)})
    assert (_is_in(first), _is_in(second)) == (True, False)


def test_a_code_of_a_while_ago_does_not_open(amina: User, clock: time_machine.Traveller) -> None:
    _, secret = _turn_on(amina)
    clock.shift(timedelta(minutes=2))
    old = _code(secret)
    clock.shift(timedelta(minutes=2))
    browser = _signed_in(amina)
    browser.post(ASKED, {"code": old})
    assert not _is_in(browser)


def test_codes_cannot_be_guessed_for_long(amina: User, clock: time_machine.Traveller) -> None:
    _, secret = _turn_on(amina)
    clock.shift(timedelta(minutes=2))
    browser = _signed_in(amina)
    for _ in range(12):
        browser.post(ASKED, {"code": _wrong(secret)})
    browser.post(ASKED, {"code": _code(secret)})
    assert not _is_in(browser)


def test_a_recovery_code_opens_once(amina: User, clock: time_machine.Traveller) -> None:
    before, _ = _turn_on(amina)
    code = _recovery_codes(before)[0]
    first, second = _signed_in(amina), _signed_in(amina)
    first.post(ASKED, {"code": code})
    second.post(ASKED, {"code": code})
    assert (_is_in(first), _is_in(second)) == (True, False)
    assert code not in _recovery_codes(before)
    assert "9 of 10 are left" in before.get(RECOVERY).content.decode()


def test_new_recovery_codes_replace_the_old(amina: User) -> None:
    browser, _ = _turn_on(amina)
    old = _recovery_codes(browser)
    browser.post(f"{RECOVERY}generate/")
    assert set(_recovery_codes(browser)).isdisjoint(old)
    other = _signed_in(amina)
    other.post(ASKED, {"code": old[0]})
    assert not _is_in(other)


@pytest.mark.parametrize("page", [ACTIVATE, DEACTIVATE, RECOVERY])
def test_changing_codes_asks_again_who_it_is_after_a_while(
    amina: User, clock: time_machine.Traveller, page: str
) -> None:
    browser = _trusted(amina) if page == ACTIVATE else _turn_on(amina)[0]
    assert browser.get(page).status_code == 200
    clock.shift(timedelta(minutes=10))
    answer = browser.get(page)
    assert answer.status_code == 302
    assert "reauthenticate" in answer["Location"]


def test_turning_off_takes_the_password_again_and_then_asks_no_more(
    amina: User, clock: time_machine.Traveller
) -> None:
    browser, _ = _turn_on(amina)
    clock.shift(timedelta(minutes=10))
    answer = browser.post(DEACTIVATE)
    assert "reauthenticate" in answer["Location"]
    assert Authenticator.objects.filter(user=amina, type="totp").exists()
    browser.post("/sign-in/reauthenticate/", {"password": PASSWORD})
    assert browser.post(DEACTIVATE).status_code == 302
    assert not Authenticator.objects.filter(user=amina).exists()
    assert _is_in(_signed_in(amina))


def test_turning_off_with_another_password_changes_nothing(
    amina: User, clock: time_machine.Traveller
) -> None:
    browser, _ = _turn_on(amina)
    clock.shift(timedelta(minutes=10))
    browser.post("/sign-in/reauthenticate/", {"password": "not the right words"})
    browser.post(DEACTIVATE)
    assert Authenticator.objects.filter(user=amina, type="totp").exists()


def test_the_page_offers_what_fits(amina: User) -> None:
    browser = _signed_in(amina)
    assert "Turn on codes" in browser.get(CODES).content.decode()
    browser, _ = _turn_on(amina)
    page = browser.get(CODES).content.decode()
    assert "Stop asking for codes" in page
    assert "Turn on codes" not in page


@pytest.mark.parametrize("page", [CODES, ACTIVATE, DEACTIVATE, RECOVERY])
def test_codes_are_for_whoever_signed_in(page: str) -> None:
    answer = Browser().get(page)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/login/")


def test_half_a_sign_in_is_not_written_down_as_one(amina: User) -> None:
    _turn_on(amina)
    before = User.objects.get(pk=amina.pk).last_login
    browser = _signed_in(amina)
    assert not _is_in(browser)
    assert User.objects.get(pk=amina.pk).last_login == before
    assert not Event.objects.filter(kind="read", actor_id=amina.pk).exists()
