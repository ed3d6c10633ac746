from datetime import date, timedelta

import pytest

from cors.access.scope import within
from cors.audit.models import Event
from cors.clients.actions import add_client
from cors.clients.models import Client, NamePrefix
from cors.core.errors import NotAllowed, Refused
from cors.core.models import SealingKey
from tests.stage.personas import TODAY, Stage


def test_writes_the_person_with_a_key_of_their_own(stage: Stage) -> None:
    hana = add_client(name="Hana Novak", on=TODAY, by=stage.amina)
    assert SealingKey.objects.filter(subject=hana.pk, wrapped__isnull=False).exists()
    found = Client.objects.get(pk=hana.pk)
    assert found.name == "Hana Novak"
    assert found.created_by == stage.amina.user
    assert found.sort_key == "no"


def test_writes_what_else_is_known(stage: Stage) -> None:
    hana = add_client(
        name=" Hana   Novak ", preferred_name="Hani", birth_date=date(1984, 3, 2), pronouns="she",
        language="Czech", needs="Large print", reference="X7", on=TODAY, by=stage.amina,
    )  # fmt: skip
    found = Client.objects.get(pk=hana.pk)
    assert (found.name, found.called, found.reference) == ("Hana Novak", "Hani", "X7")
    assert (found.born_on, found.birth_year) == (date(1984, 3, 2), 1984)
    assert (found.pronouns, found.language, found.needs) == ("she", "Czech", "Large print")


def test_counts_references_and_skips_those_in_use(stage: Stage) -> None:
    add_client(name="Somebody", reference="hs-0002", on=TODAY, by=stage.amina)
    given = [add_client(name="Somebody", on=TODAY, by=stage.amina).reference for _ in range(2)]
    assert given == ["HS-0001", "HS-0003"]


def test_counts_each_organisation_apart(stage: Stage, elsewhere: Stage) -> None:
    add_client(name="Hana Novak", on=TODAY, by=stage.amina)
    with within(elsewhere.organisation.pk):
        theirs = add_client(name="Ole Berg", on=TODAY, by=elsewhere.amina)
    assert theirs.reference == "HH-0001"


def test_writes_the_starts_of_all_names(stage: Stage) -> None:
    hana = add_client(name="Hana Novak", preferred_name="Bobby", on=TODAY, by=stage.amina)
    # han hana / nov nova novak / bob bobb bobby
    assert NamePrefix.objects.filter(client=hana).count() == 8


def test_keeps_the_event_sealed_under_the_person(stage: Stage) -> None:
    hana = add_client(name="Hana Novak", on=TODAY, by=stage.amina)
    event = Event.objects.get(verb="add_client")
    assert event.client_id == hana.pk
    assert "Hana Novak" in event.changes


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": "  "}, "name"),
        ({"birth_year": 1850}, "birth_year"),
        ({"birth_year": 2099}, "birth_year"),
        ({"birth_date": date(1850, 1, 1)}, "birth_date"),
        ({"birth_date": date(2099, 1, 1)}, "birth_date"),
        ({"on": TODAY + timedelta(days=36500)}, "on"),
    ],
)
def test_refuses_what_cannot_be(stage: Stage, given: dict[str, object], field: str) -> None:
    words = {"name": "Hana Novak", "on": TODAY, **given}
    with pytest.raises(Refused) as refused:
        add_client(by=stage.amina, **words)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert not Client.objects.exists()


def test_refuses_a_reference_in_use_whatever_its_case(stage: Stage, hana: Client) -> None:
    with pytest.raises(Refused) as refused:
        add_client(name="Maureen", reference=hana.reference.lower(), on=TODAY, by=stage.amina)
    assert refused.value.field == "reference"


@pytest.mark.parametrize("who", ["gwen", "esi", "femi"])
def test_is_not_for_every_role(stage: Stage, who: str) -> None:
    with pytest.raises(NotAllowed):
        add_client(name="Hana Novak", on=TODAY, by=stage.member(who))


def test_is_undone_when_its_event_fails(stage: Stage, audit_fails: type[Exception]) -> None:
    with pytest.raises(audit_fails):
        add_client(name="Hana Novak", on=TODAY, by=stage.amina)
    assert not Client.objects.exists()
    assert not NamePrefix.objects.exists()
