"""Signing in: password, then a one-time code where it is on; nothing tells who has an account."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client as Browser

from cors.access.models import User
from tests.stage.personas import PASSWORD, Stage


@pytest.fixture
def amina(stage: Stage) -> User:
    cache.clear()
    user = stage.amina.user
    user.set_password(PASSWORD)
    user.save()
    return user


def _sign_in(email: str, password: str = PASSWORD) -> tuple[Browser, object]:
    browser = Browser()
    answer = browser.post("/sign-in/login/", {"login": email, "password": password})
    return browser, answer


def test_opens_with_the_right_words_whatever_the_case_of_the_address(amina: User) -> None:
    browser, answer = _sign_in(amina.email.upper())
    assert answer.status_code == 302  # type: ignore[attr-defined]
    assert browser.get("/me/").status_code == 200


def test_says_the_same_to_a_wrong_password_and_an_unknown_address(amina: User) -> None:
    pages = []
    for email, password in ((amina.email, "wrong words here"), ("no@one.example", PASSWORD)):
        _, answer = _sign_in(email, password)
        pages.append(answer.content.decode().count("not correct"))  # type: ignore[attr-defined]
    assert pages[0] == pages[1] > 0


def test_slows_down_somebody_who_guesses(amina: User) -> None:
    for _ in range(10):
        _sign_in(amina.email, "wrong words here")
    browser, _ = _sign_in(amina.email)
    assert browser.get("/me/").status_code == 302


def test_asks_for_a_code_where_it_is_on_and_keeps_its_secret_sealed(amina: User) -> None:
    TOTP.activate(amina, "JBSWY3DPEHPK3PXP")
    stored = Authenticator.objects.get(user=amina).data["secret"]
    assert "JBSWY3DPEHPK3PXP" not in stored
    browser, answer = _sign_in(amina.email)
    assert answer["Location"].startswith("/sign-in/codes/authenticate")  # type: ignore[index]
    assert browser.get("/me/").status_code == 302


def test_hashes_passwords_with_argon2id(amina: User) -> None:
    assert amina.password.startswith("argon2$argon2id$")


def test_nobody_signs_up_without_an_invitation(stage: Stage) -> None:
    answer = Browser().post("/sign-in/join/", {"email": "a@b.example", "password1": PASSWORD})
    assert answer.status_code == 405
    assert not User.objects.filter(email="a@b.example").exists()


def test_a_page_asks_to_sign_in_first(stage: Stage) -> None:
    answer = Browser().get("/people/")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/login/?next=/people/")
