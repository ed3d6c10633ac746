import json
from datetime import date

import pytest

from cors.audit.models import Event
from cors.clients.actions import edit_client
from cors.clients.finding import find_people
from cors.clients.models import Client
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import Stage


def test_finds_the_new_name_and_no_more_the_old(stage: Stage, hana: Client) -> None:
    edit_client(client=hana, name="Hana Berg", preferred_name="", by=stage.ben)
    assert list(find_people("berg", stage.amina)) == [hana]
    assert not find_people("novak", stage.amina)
    assert not find_people("hani", stage.amina)
    assert Client.objects.get(pk=hana.pk).sort_key == "be"


def test_keeps_before_and_after_in_the_event(stage: Stage, hana: Client) -> None:
    edit_client(client=hana, language="Czech", name="Hana Novak", by=stage.amina)
    event = Event.objects.get(verb="edit_client")
    assert json.loads(event.changes) == {"language": {"before": "", "now": "Czech"}}
    assert event.client_id == hana.pk


def test_leaves_alone_what_is_not_named(stage: Stage, hana: Client) -> None:
    edit_client(client=hana, needs="Large print", by=stage.amina)
    found = Client.objects.get(pk=hana.pk)
    assert (found.name, found.preferred_name, found.birth_year) == ("Hana Novak", "Hani", 1984)


def test_a_date_of_birth_says_the_year(stage: Stage, hana: Client) -> None:
    edit_client(client=hana, birth_date=date(1985, 2, 1), by=stage.amina)
    assert Client.objects.get(pk=hana.pk).birth_year == 1985
    edit_client(client=hana, birth_date=None, birth_year=1986, by=stage.amina)
    found = Client.objects.get(pk=hana.pk)
    assert (found.born_on, found.birth_year) == (None, 1986)


def test_writes_nothing_where_nothing_changed(stage: Stage, hana: Client) -> None:
    edit_client(client=hana, name="Hana Novak", by=stage.amina)
    assert not Event.objects.filter(verb="edit_client").exists()


def test_refuses_to_lose_the_name(stage: Stage, hana: Client) -> None:
    with pytest.raises(Refused) as refused:
        edit_client(client=hana, name=" ", by=stage.amina)
    assert refused.value.field == "name"
    assert Client.objects.get(pk=hana.pk).name == "Hana Novak"


def test_refuses_fields_that_are_no_detail_of_a_person(stage: Stage, hana: Client) -> None:
    with pytest.raises(TypeError):
        edit_client(client=hana, erased_at=None, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage, hana: Client) -> None:
    with pytest.raises(NotAllowed):
        edit_client(client=hana, name="Hana Berg", by=stage.gwen)


def test_is_not_for_another_organisation(stage: Stage, elsewhere: Stage, hana: Client) -> None:
    with pytest.raises(NotAllowed):
        edit_client(client=hana, name="Hana Berg", by=elsewhere.dev)


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        edit_client(client=hana, name="Hana Berg", by=stage.amina)
    assert Client.objects.get(pk=hana.pk).name == "Hana Novak"
    assert find_people("novak", stage.amina)
