"""A form that is sent twice is done once; sent in other words, nothing is dropped."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client as Browser
from django.utils import timezone

from cors.access.models import SentForm
from cors.clients.models import Alert
from cors.config.prepare import KEYS_KEPT
from cors.core.errors import SentBefore
from cors.core.forms.key import sign_owner
from tests.faults.forms import Making, making_forms
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def forms(stage: Stage, hana: Hana) -> list[Making]:
    return making_forms(stage, hana, stage.organisation.today())


def _send(browser: Browser, form: Making, key: object) -> Any:
    return browser.post(form.url, form.sent | {"form_key": str(key)})


def test_each_form_that_makes_something_sent_twice_makes_it_once(forms: list[Making]) -> None:
    for form in forms:
        browser, key, before = browser_of(form.by), uuid4(), form.made()
        first, second = (_send(browser, form, key) for _ in range(2))
        assert first.status_code == 302, (form.name, _errors(first))
        assert form.made() == before + 1, form.name
        assert (second.status_code, second["Location"]) == (302, first["Location"]), form.name


def test_a_new_form_with_the_same_words_is_saved_as_well(forms: list[Making]) -> None:
    alert = next(form for form in forms if form.name == "alert")
    browser, before = browser_of(alert.by), alert.made()
    for _ in range(2):
        assert _send(browser, alert, uuid4()).status_code == 302
    assert alert.made() == before + 2


@pytest.fixture
def alert(forms: list[Making]) -> Making:
    return next(form for form in forms if form.name == "alert")


def test_what_was_refused_can_be_sent_again_with_the_same_key(alert: Making) -> None:
    browser, key, before = browser_of(alert.by), uuid4(), alert.made()
    future = browser.post(alert.url, alert.sent | {"on": "2199-01-01", "form_key": str(key)})
    assert future.status_code == 422
    assert not SentForm.objects.filter(key=key).exists()
    assert _send(browser, alert, key).status_code == 302
    assert alert.made() == before + 1


def test_other_words_under_the_same_key_are_given_back_and_can_be_saved_too(alert: Making) -> None:
    browser, key, before = browser_of(alert.by), uuid4(), alert.made()
    _send(browser, alert, key)
    answer = browser.post(alert.url, alert.sent | {"words": "Two dogs now", "form_key": str(key)})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Two dogs now" in page
    assert "Save this too" in page
    assert str(key) not in page
    assert alert.made() == before + 1
    again = alert.sent | {
        "words": "Two dogs now",
        "form_key": page.split('"form_key" value="')[1][:36],
    }
    assert browser.post(alert.url, again).status_code == 302
    assert alert.made() == before + 2


def test_the_key_of_somebody_else_gives_no_address_away(alert: Making, stage: Stage) -> None:
    key = uuid4()
    _send(browser_of(stage.dev), alert, key)
    answer = _send(browser_of(stage.carys), alert, key)
    assert answer.status_code == 409
    assert Alert.objects.filter(organisation=stage.organisation).count() == alert.made()


def test_a_constraint_and_no_look_up_lets_a_key_in_once(stage: Stage) -> None:
    key = uuid4()
    SentForm.take(key, "a", stage.amina)
    with pytest.raises(SentBefore), transaction.atomic():
        SentForm.take(key, "a", stage.amina)
    with pytest.raises(IntegrityError), transaction.atomic():
        SentForm(organisation=stage.organisation, key=key, digest="b").save(force_insert=True)


def test_where_the_first_led_nowhere_the_second_is_told_that_it_is_saved(
    alert: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, key = browser_of(alert.by), uuid4()
    _send(browser, alert, key)
    SentForm.objects.filter(key=key).update(led_to="")
    answer = _send(browser, alert, key)
    assert answer.status_code == 200
    assert "This is saved already" in answer.content.decode()


def test_the_second_waits_a_moment_for_the_answer_to_the_first(
    alert: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("cors.access.once.time.sleep", waited.append)
    browser, key = browser_of(alert.by), uuid4()
    _send(browser, alert, key)
    SentForm.objects.filter(key=key).update(led_to=None)
    assert "This is saved already" in _send(browser, alert, key).content.decode()
    assert 0.5 < sum(waited) < 2


@pytest.mark.parametrize("key", ["", "not a key", "00000000-0000-0000-0000-00000000000"])
def test_a_form_without_a_proper_key_is_saved_as_it_comes(alert: Making, key: str) -> None:
    browser, before = browser_of(alert.by), alert.made()
    assert _send(browser, alert, key).status_code == 302
    assert alert.made() == before + 1
    assert not SentForm.objects.exists()


def test_whose_form_it_is_does_not_count_as_other_words(alert: Making) -> None:
    browser, key, before = browser_of(alert.by), uuid4(), alert.made()
    first = _send(browser, alert, key)
    marked = alert.sent | {"form_key": str(key), "form_owner": sign_owner(alert.by.user_id)}
    assert browser.post(alert.url, marked)["Location"] == first["Location"]
    assert alert.made() == before + 1


def test_nothing_typed_can_be_read_from_what_is_kept_of_a_form(alert: Making) -> None:
    key = uuid4()
    _send(browser_of(alert.by), alert, key)
    row = SentForm.objects.get(key=key)
    assert len(row.digest) == 64
    assert "dog" not in f"{row.digest}{row.led_to}"


def test_old_keys_are_forgotten_and_new_ones_kept(stage: Stage) -> None:
    old, new = uuid4(), uuid4()
    for key in (old, new):
        SentForm.take(key, "a", stage.amina)
    SentForm.objects.filter(key=old).update(created_at=timezone.now() - timedelta(days=31))
    SentForm.forget_before(timezone.now() - KEYS_KEPT, using="default")
    assert [row.key for row in SentForm.objects.all()] == [new]


def _errors(answer: Any) -> object:
    return answer.context["form"].errors.as_json() if answer.context else answer.content
