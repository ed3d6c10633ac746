"""A session starts anew at sign-in, ends at sign-out and is kept from everybody else."""

from http.cookies import Morsel

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client as Browser
from pytest_django.fixtures import Settings

from cors.access.models import User
from tests.stage.personas import PASSWORD, Stage, browser_of

LOGIN, LOGOUT = "/sign-in/login/", "/sign-in/logout/"
COOKIE = "cors_session"


@pytest.fixture
def amina(stage: Stage) -> User:
    cache.clear()
    user = stage.amina.user
    user.set_password(PASSWORD)
    user.save()
    return user


def _signed_in(user: User, browser: Browser | None = None, address: str = LOGIN) -> Browser:
    browser = browser or Browser()
    browser.post(address, {"login": user.email, "password": PASSWORD})
    return browser


def _cookie(browser: Browser) -> "Morsel[str]":
    return browser.cookies[COOKIE]


def test_signing_in_changes_the_key_of_the_session(amina: User) -> None:
    browser = Browser()
    session = browser.session
    session["before"] = "sign-in"
    session.save()
    planted = session.session_key
    browser.cookies[COOKIE] = str(planted)
    _signed_in(amina, browser)
    assert browser.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_the_cookie_is_hidden_from_scripts_and_ends_with_the_browser(amina: User) -> None:
    cookie = _cookie(_signed_in(amina))
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert cookie["domain"] == ""


def test_the_cookie_goes_by_tls_alone_where_there_is_tls(amina: User, settings: Settings) -> None:
    assert not _cookie(_signed_in(amina))["secure"]
    settings.SESSION_COOKIE_SECURE = True
    assert _cookie(_signed_in(amina))["secure"]


def test_a_session_holds_for_one_working_day() -> None:
    assert settings.SESSION_COOKIE_AGE == 12 * 60 * 60


def test_signing_out_ends_the_session_for_whoever_copied_its_cookie(amina: User) -> None:
    browser = _signed_in(amina)
    copied = Browser()
    copied.cookies[COOKIE] = _cookie(browser).value
    assert copied.get("/me/").status_code == 200
    assert browser.post(LOGOUT).status_code == 302
    assert browser.get("/me/").status_code == 302
    assert copied.get("/me/").status_code == 302


def test_looking_at_the_page_of_signing_out_signs_nobody_out(amina: User) -> None:
    browser = _signed_in(amina)
    assert "Sign out" in browser.get(LOGOUT).content.decode()
    assert browser.get("/me/").status_code == 200


def test_signing_out_ends_this_browser_alone(amina: User) -> None:
    here, there = _signed_in(amina), _signed_in(amina)
    here.post(LOGOUT)
    assert there.get("/me/").status_code == 200


def test_signing_out_takes_the_token_of_its_form(amina: User) -> None:
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(amina)
    assert browser.post(LOGOUT).status_code == 403
    assert browser.get("/me/").status_code == 200


def test_whoever_signed_in_already_is_sent_to_the_first_page(stage: Stage) -> None:
    answer = browser_of(stage.amina).get(LOGIN)
    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize("page", ["/me/", "/settings/", "/me/leave/"])
def test_signing_in_leads_on_to_the_page_that_was_asked_for(amina: User, page: str) -> None:
    asked = Browser().get(page)["Location"]
    answer = Browser().post(asked, {"login": amina.email, "password": PASSWORD, "next": page})
    assert answer["Location"] == page


def test_somebody_switched_off_does_not_sign_in(amina: User) -> None:
    assert _signed_in(amina).get("/me/").status_code == 200
    amina.is_active = False
    amina.save()
    answer = Browser().post(LOGIN, {"login": amina.email, "password": PASSWORD}, follow=True)
    assert "This account is switched off" in answer.content.decode()
    assert _signed_in(amina).get("/me/").status_code == 302


@pytest.mark.parametrize("given", [{}, {"login": "amina@harbour.example"}, {"password": PASSWORD}])
def test_half_a_sign_in_is_refused_and_keeps_the_address(
    amina: User, given: dict[str, str]
) -> None:
    page = Browser().post(LOGIN, given).content.decode()
    assert "This field is required." in page
    assert given.get("login", "") in page
    assert PASSWORD not in page


def test_a_wrong_password_is_never_shown_again(amina: User) -> None:
    given = {"login": amina.email, "password": "wrong words here"}
    page = Browser().post(LOGIN, given).content.decode()
    assert amina.email in page
    assert "wrong words here" not in page


def test_guesses_at_one_address_leave_others_alone(stage: Stage, amina: User) -> None:
    other = stage.ben.user
    other.set_password(PASSWORD)
    other.save()
    for _ in range(6):
        Browser().post(LOGIN, {"login": amina.email, "password": "wrong words here"})
    assert _signed_in(amina).get("/me/").status_code == 302
    assert _signed_in(other).get("/me/").status_code == 200
    cache.clear()
    assert _signed_in(amina).get("/me/").status_code == 200


def test_guesses_from_one_place_are_slowed_down_whoever_is_tried(amina: User) -> None:
    for number in range(11):
        Browser().post(LOGIN, {"login": f"nobody{number}@x.example", "password": "wrong words"})
    assert _signed_in(amina).get("/me/").status_code == 302


def test_who_guesses_is_told_to_wait_and_not_whether_it_was_right(amina: User) -> None:
    for _ in range(6):
        Browser().post(LOGIN, {"login": amina.email, "password": "wrong words here"})
    answers = {
        Browser()
        .post(LOGIN, {"login": amina.email, "password": password})
        .content.count(b"Too many failed")
        for password in (PASSWORD, "wrong words here")
    }
    assert len(answers) == 1
    assert answers != {0}
