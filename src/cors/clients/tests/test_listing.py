from typing import Any

import pytest

from cors.clients.actions import add_client
from cors.clients.listing import PeopleByName, page_of_people
from cors.clients.models import Client
from cors.core.fields import SealedAttribute
from cors.core.sealing import ColumnOpener
from tests.stage.personas import TODAY, Stage

NAMES = ["Zoe Abel", "Ann Abel", "Cher", "Bo Cave", "Eve Dunn", "Al Zeta"]


@pytest.fixture
def people(stage: Stage) -> list[str]:
    for name in reversed(NAMES):
        add_client(name=name, on=TODAY, by=stage.amina)
    return sorted(NAMES, key=lambda name: (name.split()[-1], name))


def names(clients: Any) -> list[str]:
    return [client.name for client in clients]


def test_sorts_by_family_name_then_first(stage: Stage, people: list[str]) -> None:
    found = PeopleByName(Client.visible_to(stage.amina), stage.amina)
    assert names(found) == people
    assert len(found) == 6


@pytest.mark.parametrize("size", [1, 2, 3, 4, 6, 50])
def test_pages_join_to_the_whole(stage: Stage, people: list[str], size: int) -> None:
    found = Client.visible_to(stage.amina)
    first = page_of_people(found, 1, stage.amina, size)
    pages = [
        page_of_people(found, number, stage.amina, size) for number in first.paginator.page_range
    ]
    assert [name for page in pages for name in names(page)] == people


def test_a_page_that_is_not_there_is_the_nearest(stage: Stage, people: list[str]) -> None:
    found = Client.visible_to(stage.amina)
    assert page_of_people(found, "99", stage.amina, 4).number == 2
    assert page_of_people(found, "x", stage.amina, 4).number == 1


def test_nobody_is_one_empty_page(stage: Stage) -> None:
    assert names(page_of_people(Client.visible_to(stage.amina), 1, stage.amina)) == []


def test_opens_only_the_letters_that_the_page_touches(
    stage: Stage, people: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: set[str] = set()
    read = SealedAttribute.__get__

    def watch(self: Any, instance: Any, cls: Any = None) -> Any:
        text = read(self, instance, cls)
        if instance is not None:
            opened.add(text)
        return text

    def open_column(self: Any, *args: Any, **kwargs: Any) -> str:
        text = open_one(self, *args, **kwargs)
        opened.add(text)
        return text

    open_one = ColumnOpener.text
    monkeypatch.setattr(SealedAttribute, "__get__", watch)
    monkeypatch.setattr(ColumnOpener, "text", open_column)
    list(page_of_people(Client.visible_to(stage.amina), 2, stage.amina, 2))
    assert opened == {"Bo Cave", "Cher"}


def test_asks_the_same_of_the_database_for_many_as_for_few(
    stage: Stage, people: list[str], django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(3):
        names(page_of_people(Client.visible_to(stage.amina), 1, stage.amina, 3))
