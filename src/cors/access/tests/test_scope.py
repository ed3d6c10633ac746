"""Which organisation the database shows is set for a block, and set back after it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress

import pytest
from django.db import connection

from cors.access.models import Organisation, Team
from cors.access.scope import show, within
from tests.stage.personas import Stage

only_postgresql = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="SQLite has no second net"
)

ORGANISATION = "018f0000-0000-7000-8000-000000000000"


def _shown() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('cors.organisation', true), current_setting('cors.user', true)"
        )
        organisation, user = cursor.fetchone()
    return organisation, user


def _keys() -> set[str]:
    return set(Organisation.objects.values_list("key", flat=True))


@only_postgresql
def test_an_inner_block_sets_back_what_the_outer_one_showed(stage: Stage, elsewhere: Stage) -> None:
    with within(stage.organisation.pk, user=stage.amina.user_id):
        outer = _shown()
        with within(elsewhere.organisation.pk):
            assert _keys() == {"hill"}
            with within(stage.organisation.pk):
                assert _keys() == {"harbour"}
            assert _shown() == (str(elsewhere.organisation.pk), "")
        assert _shown() == outer == (str(stage.organisation.pk), str(stage.amina.user_id))


@only_postgresql
def test_a_block_that_breaks_sets_back_what_was_shown(stage: Stage, elsewhere: Stage) -> None:
    before = _shown()
    with pytest.raises(RuntimeError), within(elsewhere.organisation.pk):
        raise RuntimeError
    assert _shown() == before


@only_postgresql
def test_nothing_is_shown_in_a_block_for_nobody(stage: Stage) -> None:
    assert Team.objects.exists()
    with within(None):
        assert not Team.objects.exists()
        assert _keys() == set()
    assert Team.objects.exists()


@only_postgresql
def test_somebody_is_shown_their_own_organisations_before_one_is_chosen(
    stage: Stage, elsewhere: Stage
) -> None:
    with within(None, user=elsewhere.amina.user_id):
        assert _keys() == {"hill"}
        assert not Team.objects.exists()


@only_postgresql
def test_show_holds_until_something_else_is_shown(stage: Stage, elsewhere: Stage) -> None:
    show(elsewhere.organisation.pk)
    assert _keys() == {"hill"}
    show(stage.organisation.pk)
    assert _keys() == {"harbour"}


def test_a_block_opens_a_transaction_on_postgresql_alone(db: None) -> None:
    before = len(connection.savepoint_ids)
    with within(ORGANISATION):
        opened = len(connection.savepoint_ids) - before
    assert opened == (connection.vendor == "postgresql")
    assert len(connection.savepoint_ids) == before


@only_postgresql
def test_what_the_outermost_block_showed_goes_with_its_transaction(db: None) -> None:
    with ThreadPoolExecutor(1) as apart:  # a connection without the transaction of the test
        inside, after, broken = apart.submit(_outermost).result()
    assert inside == (ORGANISATION, ORGANISATION)
    assert after == broken == ("", "")


def _outermost() -> tuple[tuple[str, str], ...]:
    with closing(connection):
        with within(ORGANISATION, user=ORGANISATION):
            inside = _shown()
        after = _shown()
        with suppress(RuntimeError), within(ORGANISATION):
            raise RuntimeError
        return inside, after, _shown()
