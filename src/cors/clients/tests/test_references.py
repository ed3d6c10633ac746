"""A reference is the same whatever its case: kept folded, compared folded."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from cors.clients.actions import add_client, edit_client
from cors.clients.finding import find_people
from cors.clients.models import Client, fold_reference
from cors.core.errors import Refused
from tests.stage.personas import TODAY, Stage


def folded(client: Client) -> str:
    found: str = Client.objects.values_list("reference_folded", flat=True).get(pk=client.pk)
    return found


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("HS-0001", "hs-0001"), (" Blue ", "blue"), ("ÖL-7", "öl-7"), ("Straße", "strasse")],
)
def test_folds_case_and_the_spaces_around(typed: str, kept: str) -> None:
    assert fold_reference(typed) == fold_reference(typed.upper()) == kept


def test_a_folded_reference_of_full_length_fits(stage: Stage) -> None:
    longest = add_client(name="Ida", reference="ΐ" * 40, on=TODAY, by=stage.amina)
    assert len(folded(longest)) == 120


def test_is_kept_with_the_person_and_with_each_change(stage: Stage, hana: Client) -> None:
    assert folded(hana) == "hs-0001"
    edit_client(client=hana, by=stage.amina, reference="Öl-7")
    assert folded(hana) == "öl-7"
    assert list(find_people("ÖL-7", stage.amina)) == [hana]
    edit_client(client=hana, by=stage.amina, pronouns="she/her")
    assert folded(hana) == "öl-7"


def test_saving_other_fields_leaves_the_folded_reference_alone(hana: Client) -> None:
    hana.reference = "not saved"
    hana.save(update_fields=["sort_key"])
    assert folded(hana) == "hs-0001"


def test_nobody_gets_a_reference_that_differs_in_case_alone(stage: Stage, hana: Client) -> None:
    add_client(name="Ida", reference="ÖL-7", on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="in use"):
        add_client(name="Jo", reference="öl-7", on=TODAY, by=stage.amina)
    with pytest.raises(Refused, match="in use"):
        edit_client(client=hana, by=stage.amina, reference="öL-7")


def test_people_from_before_are_folded_in_batches(
    stage: Stage, hana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("Ida", "Jo", "Kay", "Lou")
    people = [add_client(name=name, on=TODAY, by=stage.amina) for name in names]
    Client.objects.update(reference_folded="")
    Client.objects.filter(pk=hana.pk).update(reference_folded="kept as it is")
    Client.objects.filter(pk=people[0].pk).update(reference="ÖL-7")
    filling = import_module("cors.clients.migrations.0006_fold_references")
    monkeypatch.setattr(filling, "AT_ONCE", 2)
    filling.fold_references(apps, SimpleNamespace(connection=connection))
    assert [folded(person) for person in people] == ["öl-7", "hs-0003", "hs-0004", "hs-0005"]
    assert folded(hana) == "kept as it is"
