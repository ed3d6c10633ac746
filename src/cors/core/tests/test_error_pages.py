"""What nobody caught is answered in plain words, and what was typed is given back."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import InterfaceError, OperationalError, transaction
from django.test import Client as Browser

from cors.clients.models import Alert
from cors.core.errors import NoRoom
from cors.core.forms.key import sign_owner
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

WORDS = "A dog that bites"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def form(stage: Stage) -> dict[str, str]:
    day, owner = stage.organisation.today().isoformat(), sign_owner(stage.dev.user_id)
    return {"words": WORDS, "on": day, "form_key": str(uuid4()), "form_owner": owner}


@pytest.fixture
def browser(stage: Stage) -> Browser:
    found = browser_of(stage.dev)
    found.raise_request_exception = False
    return found


def _fail(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("cors.clients.views.alerts.find", failing)


FAULTS = [
    (OperationalError("server closed the connection"), 503, "does not reach its records"),
    (InterfaceError("connection already closed"), 503, "does not reach its records"),
    (OperationalError("database or disk is full"), 507, "the disk is full"),
    (NoRoom(), 507, "the disk is full"),
    (ZeroDivisionError(), 500, "You did nothing wrong"),
]


@pytest.mark.parametrize(("error", "status", "said"), FAULTS)
def test_what_was_typed_is_given_back_to_be_sent_again(
    browser: Browser, hana: Hana, form: dict[str, str], monkeypatch: pytest.MonkeyPatch,
    error: Exception, status: int, said: str,
) -> None:  # fmt: skip
    url = f"/people/{hana.client.pk}/alerts/"
    with monkeypatch.context() as broken:
        _fail(broken, error)
        with transaction.atomic():
            answer = browser.post(url, form)
    page = answer.content.decode()
    assert answer.status_code == status
    assert said in page
    assert page.count(WORDS) == 2  # to read, and to be sent again
    assert f'value="{form["form_key"]}"' in page
    assert f'action="{url}"' in page
    assert browser.post(url, form).status_code == 302
    assert [alert.words for alert in Alert.of(hana.client)] == [WORDS]


@pytest.mark.parametrize(("error", "status", "said"), FAULTS)
def test_a_page_that_fails_says_what_to_do(
    browser: Browser, hana: Hana, monkeypatch: pytest.MonkeyPatch,
    error: Exception, status: int, said: str,
) -> None:  # fmt: skip
    _fail(monkeypatch, error)
    answer = browser.get(f"/people/{hana.client.pk}/alerts/")
    assert answer.status_code == status
    assert "<h1>" in answer.content.decode()
    assert answer.has_header("Retry-After") == (status != 500)


def _sent(browser: Browser, hana: Hana, form: dict[str, str]) -> Any:
    with transaction.atomic():
        return browser.post(f"/people/{hana.client.pk}/alerts/", form).content.decode()


def test_a_form_of_another_site_is_not_given_back_with_a_fresh_token(
    stage: Stage, hana: Hana, form: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr("cors.access.middleware.MemberMiddleware._member", away)
    browser = Browser(enforce_csrf_checks=True, raise_request_exception=False)
    browser.force_login(
        stage.dev.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert WORDS not in _sent(browser, hana, form)
    browser.cookies["cors_csrf"] = "a" * 32
    assert WORDS in _sent(browser, hana, form | {"csrfmiddlewaretoken": "a" * 32})


def test_a_form_that_does_not_say_whose_it_is_is_not_given_back(
    browser: Browser, hana: Hana, form: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail(monkeypatch, OperationalError("gone"))
    del form["form_owner"]
    assert WORDS not in _sent(browser, hana, form)


def test_what_is_given_back_can_do_no_harm(
    browser: Browser, hana: Hana, form: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail(monkeypatch, OperationalError("gone"))
    page = _sent(browser, hana, form | {"words": '"><script>alert(1)</script> now'})
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; now" in page


def test_a_page_that_is_read_is_loaded_again_once_the_reserve_is_given_up(
    browser: Browser, hana: Hana, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail(monkeypatch, OperationalError("database or disk is full"))
    monkeypatch.setattr("cors.core.reserve.give_up", lambda: True)
    url = f"/people/{hana.client.pk}/alerts/?page=2"
    assert browser.get(url)["Location"] == url
