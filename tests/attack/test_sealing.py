"""Bytes that somebody swaps in the database never show as the wrong person's words."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client as Browser

from cors.access.scope import within
from cors.clients.models import Client, ContactPoint
from cors.core.models import SealingKey
from cors.plans.models import Goal, Moment
from tests.stage.hana import Hana, build_hana
from tests.stage.personas import Stage, browser_of

SAID = ("Hana", "front door", "letting agent", "07700 900123", "get this far")


@pytest.fixture
def hill(stage: Stage, elsewhere: Stage) -> Hana:
    with within(elsewhere.organisation.pk):
        return build_hana(elsewhere, elsewhere.organisation.today())


@pytest.fixture
def second(stage: Stage) -> Hana:
    return build_hana(stage, stage.organisation.today())


def _bytes(model: Any, column: str, pk: Any) -> bytes:
    with connection.cursor() as cursor:
        table, key = model._meta.db_table, model._meta.pk.get_db_prep_value(pk, connection)
        cursor.execute(f"SELECT {column} FROM {table} WHERE id = %s", [key])
        return bytes(cursor.fetchone()[0])


def _put(model: Any, column: str, pk: Any, blob: bytes) -> None:
    with connection.cursor() as cursor:
        table, key = model._meta.db_table, model._meta.pk.get_db_prep_value(pk, connection)
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [blob, key])


def _pages(browser: Browser, hana: Hana) -> Iterator[Any]:
    browser.raise_request_exception = False
    for page in (f"/people/{hana.client.pk}/", f"/cases/{hana.case.pk}/", "/people/", "/"):
        yield browser.get(page)


def _is_an_error(stage: Stage, hana: Hana) -> None:
    answers = list(_pages(browser_of(stage.amina), hana))
    assert any(answer.status_code == 500 for answer in answers)
    for answer in answers:
        if answer.status_code == 500:
            assert not [word for word in SAID if word in answer.content.decode()]


def test_a_name_of_another_person_is_not_shown(stage: Stage, hana: Hana, second: Hana) -> None:
    _put(Client, "name", hana.client.pk, _bytes(Client, "name", second.client.pk))
    _is_an_error(stage, hana)


def test_a_name_of_another_organisation_is_not_shown(
    stage: Stage, elsewhere: Stage, hana: Hana, hill: Hana
) -> None:
    with within(elsewhere.organisation.pk):
        foreign = _bytes(Client, "name", hill.client.pk)
    _put(Client, "name", hana.client.pk, foreign)
    _is_an_error(stage, hana)


def test_one_column_does_not_open_in_another(stage: Stage, hana: Hana) -> None:
    blob = _bytes(ContactPoint, "value", ContactPoint.of(hana.client).get().pk)
    _put(ContactPoint, "rule", ContactPoint.of(hana.client).get().pk, blob)
    _is_an_error(stage, hana)


def test_one_row_does_not_open_in_another_of_the_same_person(stage: Stage, hana: Hana) -> None:
    success = Moment.of(hana.case).get(kind="success")
    _put(Moment, "words", hana.setback.pk, _bytes(Moment, "words", success.pk))
    _is_an_error(stage, hana)


@pytest.mark.parametrize("damage", [b"", b"\x01", b"plain text", b"\x01" + bytes(60)])
def test_damaged_bytes_are_an_error_and_not_an_empty_page(
    stage: Stage, hana: Hana, damage: bytes
) -> None:
    _put(Client, "name", hana.client.pk, damage)
    _is_an_error(stage, hana)


def test_a_swapped_key_opens_nothing(stage: Stage, hana: Hana, second: Hana) -> None:
    other = bytes(SealingKey.objects.get(subject=second.client.pk).wrapped or b"")
    SealingKey.objects.filter(subject=hana.client.pk).update(wrapped=other)
    _is_an_error(stage, hana)


def test_a_case_put_under_another_person_does_not_show_their_words(
    stage: Stage, hana: Hana, second: Hana
) -> None:
    Goal.objects.filter(pk=hana.goal.pk).update(case=second.case)
    browser = browser_of(stage.amina)
    browser.raise_request_exception = False
    assert browser.get(f"/cases/{second.case.pk}/").status_code == 500
