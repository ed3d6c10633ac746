"""A key is among others: the same rows as with `in`, by a text that does not change."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cors.cases.models import Case
from cors.plans.models import Goal
from tests.stage.personas import Stage


@pytest.mark.parametrize("more", [0, 1, 500])
def test_the_same_is_found_as_with_in(stage: Stage, case: Case, more: int) -> None:
    keys = [case.pk, *(uuid4() for _ in range(more))]
    assert list(Case.objects.filter(pk__among=keys)) == [case]
    assert list(Case.objects.filter(client__among=[case.client_id])) == [case]
    assert not Case.objects.filter(pk__among=keys[1:])


def test_nobody_is_among_none(stage: Stage, case: Case) -> None:
    assert not Case.objects.filter(pk__among=[])
    assert list(Case.objects.exclude(pk__among=[])) == [case]


def test_it_is_asked_along_a_path(stage: Stage, case: Case) -> None:
    assert not Goal.objects.filter(case__client__among=[uuid4()])
    assert not Goal.objects.filter(case__among=[case.pk, uuid4()])


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="keeps plans")
def test_postgresql_gets_one_array_however_many_there_are(stage: Stage) -> None:
    with CaptureQueriesContext(connection) as asked:
        for many in (1, 40):
            list(Case.objects.filter(pk__among=[uuid4() for _ in range(many)]))
    assert all("= ANY(" in each["sql"] for each in asked)
