"""Each sign-in, sign-out and refusal leaves an event; nobody unknown leaves an address."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client as Browser

from cors.access.models import User
from cors.audit.models import Event
from tests.stage.owner import as_owner
from tests.stage.personas import PASSWORD, Stage

NOBODY = "nobody@harbour.example"


@pytest.fixture
def amina(stage: Stage) -> User:
    cache.clear()
    user = stage.amina.user
    user.set_password(PASSWORD)
    user.save()
    return user


def _events() -> list[Event]:
    with as_owner():
        return list(Event.objects.filter(kind=Event.Kind.SIGN_IN).order_by("at"))


def _sign_in(email: str, password: str = PASSWORD) -> Browser:
    browser = Browser(raise_request_exception=False)
    browser.post("/sign-in/login/", {"login": email, "password": password})
    return browser


def test_signing_in_and_out_leaves_two_events_of_the_person(amina: User) -> None:
    browser = _sign_in(amina.email)
    assert [(event.verb, event.actor_id) for event in _events()] == [("sign_in", amina.pk)]
    browser.post("/sign-in/logout/")
    assert [event.verb for event in _events()] == ["sign_in", "sign_out"]
    assert _events()[1].actor_id == amina.pk


def test_a_wrong_password_leaves_a_refusal_about_the_person(amina: User) -> None:
    _sign_in(amina.email.upper(), "wrong words here")
    (event,) = _events()
    assert (event.verb, event.actor_id) == ("sign_in_refused", amina.pk)


def test_an_unknown_address_leaves_a_refusal_and_no_address(amina: User) -> None:
    _sign_in(NOBODY)
    (event,) = _events()
    assert (event.verb, event.actor_id, event.about_id) == ("sign_in_refused", None, None)
    assert NOBODY not in str(event.__dict__)


def test_a_sign_in_belongs_to_no_organisation(amina: User) -> None:
    _sign_in(amina.email)
    (event,) = _events()
    assert (event.organisation_id, event.client_id) == (None, None)


def test_nobody_signs_in_when_it_cannot_be_written_down(
    amina: User, audit_fails: type[Exception]
) -> None:
    browser = _sign_in(amina.email)
    assert browser.get("/me/").status_code == 302


def test_signing_out_without_having_signed_in_leaves_nothing(amina: User) -> None:
    Browser().post("/sign-in/logout/")
    assert _events() == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no second net")
def test_the_web_role_writes_sign_ins_and_never_reads_them(amina: User) -> None:
    _sign_in(amina.email)
    assert not Event.objects.filter(kind=Event.Kind.SIGN_IN).exists()
    assert len(_events()) == 1
