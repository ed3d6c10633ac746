"""What was typed when a session ended is there after sign-in, for whoever typed it alone."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client as Browser

from cors.access.models import Membership
from cors.clients.models import Alert
from cors.core.forms.key import sign_owner
from tests.stage.hana import Hana
from tests.stage.personas import PASSWORD, Stage

WORDS = "A dog that bites, ring before you come"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
HELD, LOGIN = "/held/", "/sign-in/login/"


@pytest.fixture
def form(stage: Stage, hana: Hana) -> dict[str, str]:
    cache.clear()
    for member in (stage.dev, stage.carys):
        member.user.set_password(PASSWORD)
        member.user.save()
    day = stage.organisation.today().isoformat()
    owner = sign_owner(stage.dev.user_id)
    return {"words": WORDS, "on": day, "form_key": str(uuid4()), "form_owner": owner}


def _sign_in(browser: Browser, member: Membership, to: str = HELD) -> Any:
    who = {"login": member.user.email, "password": PASSWORD, "next": to}
    return browser.post(LOGIN, who, follow=True)


def test_the_words_come_back_after_sign_in_and_one_press_saves_them(
    stage: Stage, hana: Hana, form: dict[str, str]
) -> None:
    browser, url = Browser(), f"/people/{hana.client.pk}/alerts/"
    asked = browser.post(url, form)
    assert asked["Location"] == f"{LOGIN}?next=/held/"
    page = _sign_in(browser, stage.dev).content.decode()
    assert WORDS in page
    assert f'action="{url}"' in page
    assert f'value="{form["form_key"]}"' in page
    assert browser.post(url, form).status_code == 302
    assert [alert.words for alert in Alert.of(hana.client)] == [WORDS]


def test_they_are_kept_till_they_are_saved_and_no_longer(
    stage: Stage, hana: Hana, form: dict[str, str]
) -> None:
    browser, url = Browser(), f"/people/{hana.client.pk}/alerts/"
    browser.post(url, form)
    _sign_in(browser, stage.dev)
    assert WORDS in browser.get(HELD).content.decode()
    browser.post(url, form)
    assert browser.get(HELD)["Location"] == "/"


def test_a_wrong_password_in_between_loses_nothing(
    stage: Stage, hana: Hana, form: dict[str, str]
) -> None:
    browser = Browser()
    browser.post(f"/people/{hana.client.pk}/alerts/", form)
    browser.post(LOGIN, {"login": stage.dev.user.email, "password": "not this one"})
    assert WORDS in _sign_in(browser, stage.dev).content.decode()


def test_somebody_else_who_signs_in_there_gets_nothing_and_it_is_forgotten(
    stage: Stage, hana: Hana, form: dict[str, str]
) -> None:
    browser = Browser()
    browser.post(f"/people/{hana.client.pk}/alerts/", form)
    assert WORDS not in _sign_in(browser, stage.carys).content.decode()
    assert browser.get(HELD)["Location"] == "/"
    browser.post("/sign-in/logout/")
    assert WORDS not in _sign_in(browser, stage.dev).content.decode()


def test_an_old_session_that_holds_the_words_of_another_shows_nothing(
    stage: Stage, hana: Hana, form: dict[str, str]
) -> None:
    browser = Browser()
    browser.post(f"/people/{hana.client.pk}/alerts/", form)
    kept = browser.session["held_words"]
    _sign_in(browser, stage.carys)
    session = browser.session
    session["held_words"] = kept | {"owner": str(stage.carys.user_id)}
    session.save()
    assert browser.get(HELD)["Location"] == "/"


def test_the_session_holds_no_word_in_clear(hana: Hana, form: dict[str, str]) -> None:
    Browser().post(f"/people/{hana.client.pk}/alerts/", form)
    rows = [str(row.get_decoded()) for row in Session.objects.all()]
    assert any("held_words" in row for row in rows)
    assert not any("dog" in row or str(hana.client.pk) in row for row in rows)


@pytest.mark.parametrize("owner", ["", "somebody", "01234567-89ab-cdef:forged:mark"])
def test_a_form_of_nobody_known_is_not_kept(hana: Hana, form: dict[str, str], owner: str) -> None:
    browser, url = Browser(), f"/people/{hana.client.pk}/alerts/"
    assert browser.post(url, form | {"form_owner": owner})["Location"] == f"{LOGIN}?next={url}"
    assert not Session.objects.exists()


def test_a_damaged_keeping_is_passed_over(stage: Stage, hana: Hana, form: dict[str, str]) -> None:
    browser = Browser()
    browser.post(f"/people/{hana.client.pk}/alerts/", form)
    session = browser.session
    session["held_words"] |= {
        "sealed": "gAAAA" + session["held_words"]["sealed"][5:-9] + "AAAAAAAA="
    }
    session.save()
    _sign_in(browser, stage.dev)
    assert browser.get(HELD)["Location"] == "/"


class TestAFormWhoseProtectionHasPassed:
    """The token of a form passes when one signs in again; the words do not."""

    def test_is_given_back_to_whom_it_was_shown_to(
        self, stage: Stage, hana: Hana, form: dict[str, str]
    ) -> None:
        browser = Browser(enforce_csrf_checks=True)
        browser.force_login(stage.dev.user, backend=BACKEND)
        answer = browser.post(f"/people/{hana.client.pk}/alerts/", form)
        page = answer.content.decode()
        assert answer.status_code == 403
        assert WORDS in page
        assert "csrfmiddlewaretoken" in page
        assert not Alert.of(hana.client)

    def test_is_given_to_nobody_else(self, stage: Stage, hana: Hana, form: dict[str, str]) -> None:
        browser = Browser(enforce_csrf_checks=True)
        browser.force_login(stage.carys.user, backend=BACKEND)
        page = browser.post(f"/people/{hana.client.pk}/alerts/", form).content.decode()
        assert WORDS not in page
        assert "This was not saved" in page

    def test_is_kept_till_after_sign_in(
        self, stage: Stage, hana: Hana, form: dict[str, str]
    ) -> None:
        browser = Browser(enforce_csrf_checks=True)
        answer = browser.post(f"/people/{hana.client.pk}/alerts/", form)
        assert answer["Location"] == f"{LOGIN}?next=/held/"
        browser.handler.enforce_csrf_checks = False
        assert WORDS in _sign_in(browser, stage.dev).content.decode()


def test_a_password_is_never_kept(stage: Stage, hana: Hana, form: dict[str, str]) -> None:
    browser, url = Browser(), f"/people/{hana.client.pk}/alerts/"
    browser.post(url, form | {"password": "four loud geese at dawn"})
    page = _sign_in(browser, stage.dev).content.decode()
    assert WORDS in page
    assert "geese" not in page
