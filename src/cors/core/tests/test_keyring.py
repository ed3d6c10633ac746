"""Keys are fetched together, held for one request and opened for their organisation alone."""

from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from cors.access.scope import within
from cors.core import keyring as ring_of
from cors.core.errors import KeyDestroyed, SealError
from cors.core.identity import uuid7
from cors.core.keyring import (
    Keyring,
    fingerprint,
    fresh_keyring,
    index_key,
    keyring,
    make_key,
    make_organisation_key,
)
from cors.core.models import SealingKey
from tests.stage.personas import Stage


@pytest.fixture
def house(stage: Stage) -> UUID:
    key: UUID = stage.organisation.pk
    return key


def _people(house: UUID, count: int) -> list[UUID]:
    people = [uuid7() for _ in range(count)]
    for person in people:
        make_key(person, house)
    return people


def test_what_is_wanted_is_fetched_together(house: UUID, django_assert_num_queries: Any) -> None:
    people = _people(house, 6)
    with fresh_keyring() as ring, django_assert_num_queries(1):
        for person in people:
            ring.want(person)
        assert len({ring.key(person, house) for person in people}) == 6


def test_what_was_not_wanted_is_fetched_when_it_is_asked_for(
    house: UUID, django_assert_num_queries: Any
) -> None:
    one, other = _people(house, 2)
    with fresh_keyring() as ring, django_assert_num_queries(2):
        assert ring.key(one, house) != ring.key(other, house)
        assert ring.key(one, house) == ring.key(one, house)


def test_no_more_are_fetched_at_once_than_a_query_can_name(
    house: UUID, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = _people(house, 9)
    monkeypatch.setattr(ring_of, "AT_ONCE", 5)
    with fresh_keyring() as ring, django_assert_num_queries(3):
        for person in people:
            ring.want(person)
        assert len({ring.key(person, house) for person in people}) == 9


def test_a_key_that_was_just_made_needs_no_query(
    house: UUID, django_assert_num_queries: Any
) -> None:
    (person,) = _people(house, 1)
    with django_assert_num_queries(0):
        assert len(keyring().key(person, house)) == 32


def test_a_forgotten_key_is_fetched_again(house: UUID, django_assert_num_queries: Any) -> None:
    (person,) = _people(house, 1)
    before = keyring().key(person, house)
    keyring().forget(person)
    with django_assert_num_queries(1):
        assert keyring().key(person, house) == before


def test_forgetting_what_was_never_held_changes_nothing(house: UUID) -> None:
    keyring().forget(uuid7())
    assert len(keyring().key(house, house)) == 32


def test_a_destroyed_key_is_gone_in_the_next_request_and_said_so(house: UUID) -> None:
    (person,) = _people(house, 1)
    SealingKey.objects.get(subject=person).destroy()
    with fresh_keyring() as ring, pytest.raises(KeyDestroyed, match="This person was erased"):
        ring.key(person, house)


def test_somebody_who_never_had_a_key_opens_nothing(house: UUID) -> None:
    with pytest.raises(KeyDestroyed):
        keyring().key(uuid7(), house)


def test_the_key_of_another_organisation_is_not_opened(stage: Stage, elsewhere: Stage) -> None:
    person = uuid7()
    with within(elsewhere.organisation.pk):
        make_key(person, elsewhere.organisation.pk)
        with fresh_keyring() as ring:
            assert len(ring.key(person, elsewhere.organisation.pk)) == 32
        with fresh_keyring() as ring, pytest.raises((KeyDestroyed, SealError)):
            ring.key(person, stage.organisation.pk)


def test_a_row_moved_to_another_organisation_does_not_unwrap(
    stage: Stage, elsewhere: Stage
) -> None:
    (person,) = _people(stage.organisation.pk, 1)
    row = SealingKey.objects.get(subject=person)
    mine = keyring().key(stage.organisation.pk, stage.organisation.pk)
    row.organisation = elsewhere.organisation.pk
    with pytest.raises(SealError, match="does not unwrap"):
        ring_of._unwrapped(row, mine)


def test_a_missing_key_of_the_organisation_says_what_to_do(house: UUID) -> None:
    (person,) = _people(house, 1)
    SealingKey.objects.filter(subject=house).delete()
    with fresh_keyring() as ring, pytest.raises(SealError, match="Restore the database"):
        ring.key(person, house)


def test_an_inner_ring_starts_empty_and_the_outer_one_comes_back(house: UUID) -> None:
    with fresh_keyring() as outer:
        outer.put(house, b"o" * 32)
        with fresh_keyring() as inner:
            assert keyring() is inner
            assert inner.key(house, house) != b"o" * 32
        assert keyring() is outer
        assert outer.key(house, house) == b"o" * 32


def test_an_inner_ring_is_dropped_when_its_job_breaks(house: UUID) -> None:
    with fresh_keyring() as outer:
        with pytest.raises(RuntimeError), fresh_keyring():
            raise RuntimeError
        assert keyring() is outer


def test_a_ring_is_there_even_outside_of_a_request() -> None:
    assert isinstance(keyring(), Keyring)
    assert keyring() is keyring()


def test_each_organisation_and_person_has_a_key_of_its_own(stage: Stage, elsewhere: Stage) -> None:
    one, other = stage.organisation.pk, elsewhere.organisation.pk
    ring = keyring()
    assert ring.key(one, one) != ring.key(other, other)


def test_an_organisation_gets_its_key_once(house: UUID) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_organisation_key(house)


def test_a_key_for_finding_names_is_the_same_each_time_and_for_its_purpose_alone(
    stage: Stage, elsewhere: Stage
) -> None:
    house, other = stage.organisation.pk, elsewhere.organisation.pk
    assert index_key(house, "names") == index_key(house, "names")
    assert len(index_key(house, "names")) == 32
    assert index_key(house, "names") != index_key(house, "numbers")
    assert index_key(house, "names") != index_key(other, "names")
    assert index_key(house, "names") != keyring().key(house, house)


def test_a_fingerprint_names_a_blob_and_shows_nothing_of_it() -> None:
    assert fingerprint(b"Hana") == fingerprint(b"Hana") != fingerprint(b"Hanb")
    assert len(fingerprint(b"Hana")) == 12


def test_wrapped_keys_stand_in_rows_and_never_bare(house: UUID) -> None:
    (person,) = _people(house, 1)
    row = SealingKey.objects.get(subject=person)
    assert keyring().key(person, house) not in bytes(row.wrapped or b"")
    assert str(row) == f"key of {person}"
