"""Sealed text: plain on the record, sealed in the row, useless anywhere else."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection

from cors.audit.models import Event
from cors.clients.models import Client
from cors.core.errors import KeyDestroyed, SealError
from cors.core.keyring import keyring, make_key
from cors.core.models import SealingKey
from tests.stage.personas import Stage


def _client(stage: Stage, reference: str, name: str) -> Client:
    client = Client(organisation=stage.organisation, reference=reference, name=name)
    make_key(client.pk, stage.organisation.pk)
    client.save()
    return client


@pytest.fixture
def hana(stage: Stage) -> Client:
    return _client(stage, "H-1", "Hana Novak")


def test_opens_when_it_is_read_from_a_record(hana: Client) -> None:
    assert Client.objects.get(pk=hana.pk).name == "Hana Novak"


def test_stands_sealed_in_the_row(hana: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM clients_client")
        (blob,) = cursor.fetchone()
    assert b"Hana" not in bytes(blob)


def test_refuses_a_text_swapped_in_from_another_row(stage: Stage, hana: Client) -> None:
    other = _client(stage, "H-2", "Maureen Okafor")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE clients_client SET name = (SELECT name FROM clients_client WHERE id = %s) "
            "WHERE id = %s",
            [other.pk.hex if connection.vendor == "sqlite" else other.pk,
             hana.pk.hex if connection.vendor == "sqlite" else hana.pk],
        )  # fmt: skip
    with pytest.raises(SealError):
        _ = Client.objects.get(pk=hana.pk).name


def test_refuses_to_search_sort_update_or_hand_out(hana: Client) -> None:
    for attempt in (
        lambda: Client.objects.filter(name="Hana Novak").exists(),
        lambda: list(Client.objects.order_by("name")),
        lambda: list(Client.objects.values("name")),
        lambda: list(Client.objects.values_list("name", flat=True)),
        lambda: list(Client.objects.values()),
        lambda: Client.objects.update(name="Somebody"),
    ):
        with pytest.raises((FieldError, SealError)):
            attempt()


def test_a_destroyed_key_opens_nothing_the_audit_trail_included(stage: Stage, hana: Client) -> None:
    Event.objects.create(
        organisation_id=stage.organisation.pk,
        kind="write",
        verb="x",
        client_id=hana.pk,
        changes="Hana moved",
    )
    SealingKey.objects.get(subject=hana.pk).destroy()
    keyring().forget(hana.pk)
    with pytest.raises(KeyDestroyed):
        _ = Client.objects.get(pk=hana.pk).name
    with pytest.raises(KeyDestroyed):
        _ = Event.objects.get(client_id=hana.pk).changes


def test_a_list_loads_its_keys_together(stage: Stage, django_assert_num_queries: object) -> None:
    for number in range(12):
        _client(stage, f"N-{number}", f"Person {number}")
    from cors.core.keyring import fresh_keyring

    with fresh_keyring(), django_assert_num_queries(2):  # type: ignore[operator]
        names = [client.name for client in Client.objects.order_by("reference")]
    assert len(names) == 12
