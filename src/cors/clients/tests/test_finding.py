import pytest

from cors.clients.actions import add_client, block_sight
from cors.clients.finding import find_people, parse
from cors.clients.models import Client
from tests.stage.personas import TODAY, Stage


@pytest.mark.parametrize(
    ("text", "names", "years", "references"),
    [
        ("hana 1984", ["hana"], [1984], []),
        ("HS-0001", [], [], ["HS-0001"]),
        ("12/3/1984 novak", ["novak"], [1984], []),
        ("1984-03-12", [], [1984], []),
        ("0042", [], [], ["0042"]),
        ("3000", [], [], ["3000"]),
        ("", [], [], []),
    ],
)
def test_sorts_what_was_typed(
    text: str, names: list[str], years: list[int], references: list[str]
) -> None:
    found = parse(text, latest_year=2026)
    assert (found.names, found.years, found.references) == (names, years, references)


@pytest.mark.parametrize(
    "text",
    [
        "hana", "HAN", "Novák", "novak hana", "hani", "1984", "hana 1984", "HS-0001", "hs-00",
        "0001", "2.3.1984",
    ],
)  # fmt: skip
def test_finds_hana(stage: Stage, hana: Client, text: str) -> None:
    add_client(name="Maureen Okafor", birth_year=1990, reference="X-7", on=TODAY, by=stage.amina)
    assert list(find_people(text, stage.amina)) == [hana]


@pytest.mark.parametrize("text", ["ha", "anah", "hana 1985", "hana okafor", "HS-0002", "%", "_"])
def test_does_not_find_hana(stage: Stage, hana: Client, text: str) -> None:
    assert not find_people(text, stage.amina)


def test_finds_a_reference_that_is_only_letters(stage: Stage, hana: Client) -> None:
    other = add_client(name="Maureen", reference="BLUE", on=TODAY, by=stage.amina)
    assert list(find_people("blue", stage.amina)) == [other]


def test_finds_only_people_in_ones_sight(stage: Stage, hana: Client) -> None:
    for text in ("hana", "HS-0001", "1984", ""):
        assert find_people(text, stage.amina)
        assert not find_people(text, stage.olu)
        assert not find_people(text, stage.esi)
    block_sight(client=hana, member=stage.amina, reason="Her sister", by=stage.dev)
    assert not find_people("hana", stage.amina)


def test_nothing_typed_is_everybody_in_sight(stage: Stage, hana: Client) -> None:
    assert list(find_people("  ", stage.amina)) == [hana]
