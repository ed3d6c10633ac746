import pytest

from cors.clients.actions import add_client, block_sight
from cors.clients.duplicates import Likeness, people_like
from cors.clients.models import Client
from tests.stage.personas import TODAY, Stage


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Hana Novak", 1984),
        ("hana nóvak", None),
        ("Novak, Hana Maria", 1984),
        ("Hana", 1984),
        ("Hani Novak", None),
    ],
)
def test_knows_hana_again(stage: Stage, hana: Client, name: str, year: int | None) -> None:
    assert people_like(name, year, stage.amina) == Likeness(seen=(hana,))


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Hana Novak", 1990),
        ("Hana Berg", 1984),
        ("Hana", None),
        ("Hana", 1985),
        ("", 1984),
        ("Maureen Okafor", 1984),
    ],
)
def test_takes_nobody_else_for_hana(
    stage: Stage, hana: Client, name: str, year: int | None
) -> None:
    assert not people_like(name, year, stage.amina)


def test_an_unknown_year_of_birth_does_not_part_two_people(stage: Stage) -> None:
    known = add_client(name="Maureen Okafor", on=TODAY, by=stage.amina)
    assert people_like("Maureen Okafor", 1990, stage.amina).seen == (known,)


def test_says_no_more_than_that_there_may_be_one_out_of_sight(stage: Stage, hana: Client) -> None:
    found = people_like("Hana Novak", 1984, stage.olu)
    assert found == Likeness(seen=(), others=True)


def test_says_nothing_to_whoever_must_never_see_them(stage: Stage, hana: Client) -> None:
    block_sight(client=hana, member=stage.olu, reason="Ex-partner", by=stage.dev)
    assert not people_like("Hana Novak", 1984, stage.olu)


def test_says_nothing_of_another_organisation(stage: Stage, elsewhere: Stage, hana: Client) -> None:
    assert not people_like("Hana Novak", 1984, elsewhere.dev)
