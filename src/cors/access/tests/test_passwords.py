"""Passwords are long and not guessed; they are changed by who knows them or holds the link."""

import re
from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client as Browser
from django.utils import timezone

from cors.access.actions import give_reset_link, invite, let_go
from cors.access.models import User
from cors.audit.models import Event
from cors.core.errors import NotAllowed
from tests.stage.personas import PASSWORD, Stage, browser_of

NEW = "boats come home slowly"
CHANGE = "/sign-in/password/change/"
RESET = "/sign-in/password/reset/"


@pytest.fixture(autouse=True)
def _nobody_asked_before() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def amina(stage: Stage) -> User:
    user = stage.amina.user
    user.set_password(PASSWORD)
    user.save()
    return user


def _signed_in(email: str, password: str) -> bool:
    browser = Browser()
    browser.post("/sign-in/login/", {"login": email, "password": password})
    return browser.get("/me/").status_code == 200


def _change(stage: Stage, old: str, new: str, again: str | None = None) -> int:
    given = {"oldpassword": old, "password1": new, "password2": again or new}
    return browser_of(stage.amina).post(CHANGE, given).status_code


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("short words", "at least 12 characters"),
        ("qwerty123456", "too common"),
        ("nia.bell@harbour", "too similar"),
        ("", "required"),
    ],
)
def test_joining_refuses_a_weak_password_and_says_why(
    stage: Stage, password: str, says: str
) -> None:
    invitation, token = invite(
        email="nia.bell@harbour.example", role="lead", by=stage.dev, at=timezone.now()
    )
    link = f"/join/{invitation.organisation_id}/{token}/"
    answer = Browser().post(link, {"name": "Nia Bell", "password": password})
    assert answer.status_code == 200
    assert says in answer.content.decode()
    assert Browser().post(link, {"name": "Nia Bell", "password": PASSWORD}).status_code == 302


def test_changes_by_the_old_one_and_leaves_the_old_one_behind(stage: Stage, amina: User) -> None:
    assert _change(stage, PASSWORD, NEW) == 302
    assert not _signed_in(amina.email, PASSWORD)
    assert _signed_in(amina.email, NEW)


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("not the old one", NEW, NEW), (PASSWORD, NEW, NEW + "!"), (PASSWORD, "short", "short")],
)
def test_stays_when_anything_about_the_change_is_wrong(
    stage: Stage, amina: User, old: str, new: str, again: str
) -> None:
    assert _change(stage, old, new, again) == 200
    assert User.objects.get(pk=amina.pk).check_password(PASSWORD)


def test_whoever_changes_stays_signed_in_and_other_browsers_do_not(
    stage: Stage, amina: User
) -> None:
    here, there = browser_of(stage.amina), browser_of(stage.amina)
    given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert here.post(CHANGE, given).status_code == 302
    assert here.get("/me/").status_code == 200
    assert there.get("/me/").status_code == 302


def test_changing_is_for_whoever_signed_in() -> None:
    assert Browser().get(CHANGE)["Location"].startswith("/sign-in/login/")


def _asked(email: str) -> tuple[int, str, str]:
    answer = Browser().post(RESET, {"email": email}, follow=True)
    body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    return answer.status_code, str(answer.redirect_chain), body


def test_a_link_comes_by_e_mail_and_sets_a_new_password(stage: Stage, amina: User) -> None:
    _asked(amina.email.upper())
    (letter,) = mail.outbox
    assert letter.to == [amina.email]
    found = re.search(r"http://testserver(/sign-in/password/reset/key/\S+)", str(letter.body))
    assert found
    browser = Browser()
    form = browser.get(found[1], follow=True).redirect_chain[-1][0]
    assert browser.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
    assert _signed_in(amina.email, NEW)


def test_an_unknown_address_gets_the_same_answer(stage: Stage, amina: User) -> None:
    known, unknown = _asked(amina.email), _asked("nobody@harbour.example")
    assert known == unknown


def test_no_link_goes_to_an_address_that_nobody_has(stage: Stage) -> None:
    _asked("nobody@harbour.example")
    assert not any("/password/reset/key/" in str(letter.body) for letter in mail.outbox)


def test_no_link_goes_to_who_was_switched_off(stage: Stage, amina: User) -> None:
    amina.is_active = False
    amina.save()
    _asked(amina.email)
    assert not any("/password/reset/key/" in str(letter.body) for letter in mail.outbox)


def test_a_letter_names_no_client_and_no_password(stage: Stage, amina: User) -> None:
    _asked(amina.email)
    assert "Hana" not in str(mail.outbox[0].body)
    assert PASSWORD not in str(mail.outbox[0].body)


def test_a_link_falls_when_the_password_was_changed_meanwhile(stage: Stage, amina: User) -> None:
    _asked(amina.email)
    found = re.search(r"http://testserver(/sign-in/\S+)", str(mail.outbox[0].body))
    assert found
    _change(stage, PASSWORD, NEW)
    assert "no longer opens" in Browser().get(found[1], follow=True).content.decode()


def test_asking_too_often_is_slowed_down(stage: Stage, amina: User) -> None:
    assert [_asked(amina.email)[0] for _ in range(5)] == [200] * 5
    assert _asked(amina.email)[0] == 429
    assert len(mail.outbox) == 5


def test_the_system_gets_no_link_by_e_mail_or_by_hand(stage: Stage) -> None:
    assert _asked(stage.system.user.email) == _asked("nobody@harbour.example")
    assert not any("/password/reset/key/" in str(letter.body) for letter in mail.outbox)
    assert give_reset_link(member=stage.amina, by=stage.dev)
    with pytest.raises(NotAllowed, match="Nobody signs in as this system"):
        give_reset_link(member=stage.system, by=stage.dev)


def test_who_was_let_go_signs_in_and_sees_nothing(stage: Stage, amina: User) -> None:
    let_go(member=stage.amina, by=stage.dev, at=timezone.now())
    browser = Browser()
    browser.post("/sign-in/login/", {"login": amina.email, "password": PASSWORD})
    assert browser.get("/people/")["Location"] == "/no-organisation/"
    assert not Event.objects.filter(kind="read", actor_id=amina.pk).exists()
