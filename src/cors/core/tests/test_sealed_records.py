"""Sealed text on records: loaded late, copied, written in bulk; never by a way round the record."""

import copy
from typing import Any

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection, transaction
from django.db.models import F, Max, Value
from django.db.models.functions import Upper

from cors.cases.models import Case
from cors.clients.models import Client
from cors.contacts.models import ContactPerson
from cors.core.errors import SealError
from cors.core.fields import SealedText
from cors.core.identity import uuid7
from cors.core.keyring import fresh_keyring, make_key
from cors.plans.models import Goal, Moment
from tests.stage.hana import Hana
from tests.stage.personas import Stage

NAME = "Hana Novak"


@pytest.fixture
def client(stage: Stage) -> Client:
    client = _unsaved(stage, "H-1", NAME)
    client.save()
    return client


def _unsaved(stage: Stage, reference: str, name: str) -> Client:
    client = Client(organisation=stage.organisation, reference=reference, name=name)
    make_key(client.pk, stage.organisation.pk)
    return client


def _kept(client: Client, column: str = "name") -> bytes | None:
    key = client.pk.hex if connection.vendor == "sqlite" else client.pk
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM clients_client WHERE id = %s", [key])
        (found,) = cursor.fetchone()
    return None if found is None else bytes(found)


def test_a_text_left_out_is_loaded_when_it_is_read(client: Client) -> None:
    found = Client.objects.defer("name").get(pk=client.pk)
    assert found.get_deferred_fields() == {"name"}
    with fresh_keyring():
        assert found.name == NAME
    assert Client.objects.only("reference").get(pk=client.pk).name == NAME


def test_loading_again_shows_what_was_written_meanwhile(client: Client) -> None:
    other = Client.objects.get(pk=client.pk)
    other.name = "Hana Nováková"
    other.save()
    assert client.name == NAME
    client.refresh_from_db()
    assert client.name == "Hana Nováková"
    client.name = "x"
    client.refresh_from_db(fields=["name"])
    assert client.name == "Hana Nováková"


@pytest.mark.parametrize("empty", ["", None])
def test_no_text_is_kept_as_nothing_and_read_as_empty(client: Client, empty: Any) -> None:
    client.name = empty
    client.save()
    assert _kept(client) is None
    assert Client.objects.get(pk=client.pk).name == ""
    assert Client.objects.filter(name__isnull=True).exists()


def test_many_are_written_at_once_and_each_is_sealed(stage: Stage) -> None:
    people = [_unsaved(stage, f"N-{number}", f"Person {number}") for number in range(3)]
    Client.objects.bulk_create(people)
    assert {found.name for found in Client.objects.all()} == {f"Person {n}" for n in range(3)}
    assert all(b"Person" not in (_kept(person) or b"") for person in people)


def test_writing_another_field_leaves_the_sealed_bytes_alone(client: Client) -> None:
    before, found = _kept(client), Client.objects.get(pk=client.pk)
    found.reference = "H-2"
    found.save(update_fields=["reference"])
    assert _kept(client) == before
    found.name = "Somebody else"
    found.save(update_fields=["reference"])
    assert Client.objects.get(pk=client.pk).name == NAME
    found.save(update_fields=["name"])
    assert Client.objects.get(pk=client.pk).name == "Somebody else"


def test_saving_what_was_only_loaded_opens_nothing(
    client: Client, django_assert_num_queries: Any
) -> None:
    before = _kept(client)
    found = Client.objects.get(pk=client.pk)
    with fresh_keyring(), django_assert_num_queries(1):
        found.save()
    assert _kept(client) == before


def test_a_text_is_sealed_anew_each_time_it_is_set(client: Client) -> None:
    before = _kept(client)
    client.name = NAME
    client.save()
    assert _kept(client) != before


def test_a_copy_in_hand_reads_the_same_and_writes_for_itself(client: Client) -> None:
    found = Client.objects.get(pk=client.pk)
    other = copy.copy(found)
    other.name = "Other"
    assert (found.name, other.name) == (NAME, "Other")


def test_bytes_under_a_new_key_of_a_row_do_not_open(client: Client, stage: Stage) -> None:
    twin = Client.objects.get(pk=client.pk)
    twin.pk, twin.reference = uuid7(), "H-2"
    twin._state.adding = True
    make_key(twin.pk, stage.organisation.pk)
    twin.save(force_insert=True)
    with pytest.raises(SealError):
        _ = Client.objects.get(pk=twin.pk).name
    assert Client.objects.get(pk=client.pk).name == NAME


@pytest.mark.parametrize("format", ["json", "python", "xml"])
def test_no_serialiser_writes_it_out(client: Client, format: str) -> None:
    with pytest.raises(SealError, match="not written out"):
        serializers.serialize(format, Client.objects.all())
    left_out = serializers.serialize(format, Client.objects.all(), fields=["reference"])
    assert NAME not in str(left_out)


def test_an_expression_is_not_a_text(client: Client) -> None:
    for expression in (F("reference"), Value("Somebody"), Upper(F("reference"))):
        client.name = expression  # type: ignore[assignment]
        with pytest.raises(SealError), transaction.atomic():
            client.save()
    assert Client.objects.get(pk=client.pk).name == NAME


def test_a_number_is_not_a_text(client: Client) -> None:
    client.name = 7  # type: ignore[assignment]
    with pytest.raises(SealError), transaction.atomic():
        client.save()


@pytest.mark.parametrize("value", ["Somebody", "", None, F("reference"), Value("Somebody")])
def test_no_bulk_change_reaches_it(client: Client, value: Any) -> None:
    with pytest.raises(FieldError):
        Client.objects.update(name=value)
    Client.objects.update(reference="H-9")
    assert Client.objects.get(pk=client.pk).name == NAME


def test_many_changed_at_once_are_refused_too(client: Client) -> None:
    client.name = "Somebody"
    with pytest.raises((FieldError, SealError)), transaction.atomic():
        Client.objects.bulk_update([client], ["name"])
    client.reference = "H-9"
    Client.objects.bulk_update([client], ["reference"])
    assert Client.objects.get(pk=client.pk).reference == "H-9"


def test_what_a_query_works_out_of_it_shows_nothing(client: Client) -> None:
    sealed_texts = [Client.objects.annotate(other=F("name")).get().other]
    if connection.vendor == "sqlite":  # PostgreSQL knows no largest of bytes
        sealed_texts.append(Client.objects.aggregate(found=Max("name"))["found"])
    for sealed in sealed_texts:
        assert NAME not in repr(sealed)
        with pytest.raises(SealError):
            str(sealed)


PATHS: list[tuple[Any, str]] = [
    (Client, "name"),
    (Client, "-name"),
    (Case, "client__name"),
    (Goal, "case__client__name"),
    (Goal, "wording_rows__words"),
    (Moment, "words"),
    (Moment, "goal__wording_rows__words"),
    (Moment, "goal__case__client__name"),
    (ContactPerson, "note"),
    (ContactPerson, "case__client__name"),
]


@pytest.mark.parametrize(("model", "path"), PATHS)
@pytest.mark.parametrize("ask", ["values", "values_list", "order_by", "distinct"])
def test_no_path_hands_it_out_or_sorts_by_it(
    stage: Stage, hana: Hana, model: Any, path: str, ask: str
) -> None:
    assert list(getattr(model.objects, ask)("pk") if ask != "distinct" else model.objects.all())
    with pytest.raises(FieldError):
        getattr(model.objects.all(), ask)(path)


@pytest.mark.parametrize(("model", "path"), [pair for pair in PATHS if pair[1][0] != "-"])
@pytest.mark.parametrize("look", ["", "__contains", "__iexact", "__in", "__startswith", "__gt"])
def test_no_path_searches_it(stage: Stage, hana: Hana, model: Any, path: str, look: str) -> None:
    with pytest.raises((FieldError, SealError)):
        model.objects.filter(**{path + look: [NAME] if look == "__in" else NAME}).exists()
    assert model.objects.exclude(**{f"{path}__isnull": True}).exists()


@pytest.mark.parametrize("option", ["unique", "db_index"])
def test_it_can_be_neither_unique_nor_indexed(option: str) -> None:
    with pytest.raises(FieldError, match="unique or indexed"):
        SealedText(**{option: True})


def test_a_migration_names_it_without_its_fixed_options() -> None:
    _, path, args, kwargs = SealedText().deconstruct()
    assert (path, args, kwargs) == ("cors.core.fields.SealedText", [], {})


def test_it_shows_itself_on_the_class_as_a_field() -> None:
    assert isinstance(Client._meta.get_field("name"), SealedText)
