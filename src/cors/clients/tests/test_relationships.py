"""Who is around a person: written down, shown on their page, taken off the list, sealed."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from cors.clients.actions import add_relationship, end_relationship
from cors.clients.models import Client, Relationship
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage, browser_of

MAY = date(2026, 5, 4)
BEV: dict[str, Any] = {"kind": "friend", "name": "Our Bev", "words": "Has a key.", "on": MAY}


@pytest.fixture
def bev(stage: Stage, hana: Client) -> Relationship:
    return add_relationship(client=hana, by=stage.amina, **BEV)


def test_is_on_the_list_until_taken_off(stage: Stage, hana: Client, bev: Relationship) -> None:
    (found,) = Relationship.of(hana)
    assert (found.name, found.words, found.get_kind_display()) == (
        "Our Bev",
        "Has a key.",
        "Friend",
    )
    end_relationship(relationship=bev, on=TODAY, by=stage.ben)
    assert not Relationship.of(hana).exists()
    assert Relationship.objects.get().ended_date == TODAY


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"kind": "enemy"}, "kind"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
    ],
)
def test_refuses_what_can_not_be(
    stage: Stage, hana: Client, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        add_relationship(client=hana, by=stage.amina, **{**BEV, **change})
    assert refused.value.field == field
    assert not Relationship.objects.exists()


def test_ends_once_and_not_before_it_began(stage: Stage, bev: Relationship) -> None:
    with pytest.raises(Refused) as refused:
        end_relationship(relationship=bev, on=MAY - timedelta(days=1), by=stage.amina)
    assert refused.value.field == "on"
    end_relationship(relationship=bev, on=MAY, by=stage.amina)
    with pytest.raises(Refused, match="already"):
        end_relationship(relationship=bev, on=TODAY, by=stage.amina)


def test_is_not_for_a_volunteer(stage: Stage, hana: Client, bev: Relationship) -> None:
    with pytest.raises(NotAllowed):
        add_relationship(client=hana, by=stage.gwen, **BEV)
    with pytest.raises(NotAllowed):
        end_relationship(relationship=bev, on=TODAY, by=stage.gwen)


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, bev: Relationship, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        add_relationship(client=hana, by=stage.amina, **BEV)
    with pytest.raises(audit_fails):
        end_relationship(relationship=bev, on=TODAY, by=stage.amina)
    assert Relationship.objects.get().ended_date is None


def test_name_and_words_are_sealed(bev: Relationship) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, words FROM clients_relationship")
        kept = [bytes(cell) for cell in cursor.fetchone()]
    assert all(b"Bev" not in cell and b"key" not in cell for cell in kept)


def test_the_page_adds_shows_and_takes_off(stage: Stage, hana: Client) -> None:
    browser, url = browser_of(stage.amina), f"/people/{hana.pk}/around/"
    browser.post(url, {**BEV, "on": MAY.isoformat()})
    for page in (url, f"/people/{hana.pk}/"):
        assert "Our Bev</span>, friend" in browser.get(page).content.decode()
    end = f"/relationships/{Relationship.objects.get().pk}/end/"
    assert browser_of(stage.olu).post(end).status_code == 404
    browser.post(end)
    assert "Our Bev" not in browser.get(url).content.decode()


def test_the_page_keeps_what_was_typed_when_it_asks_for_more(stage: Stage, hana: Client) -> None:
    sent = {"name": "Our Bev", "words": "Has a key.", "on": MAY.isoformat()}
    answer = browser_of(stage.amina).post(f"/people/{hana.pk}/around/", sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Our Bev" in page
    assert "Has a key." in page
    assert not Relationship.objects.exists()
