"""Every page about a person: opens, keeps its door, and is written down."""

from uuid import uuid4

import pytest

from cors.access.scope import within
from cors.audit.models import Event
from cors.clients.actions import add_client, block_sight
from cors.clients.models import Client
from tests.stage.personas import TODAY, Stage, browser_of

OF_KEYWORKERS = ["edit", "contact", "consents", "alerts", "equality"]
PAGES = [*OF_KEYWORKERS, "blocks", "erase"]


def get(stage: Stage, who: str, page: str, pk: object) -> int:
    return browser_of(stage.member(who)).get(f"/people/{pk}/{page}/").status_code


@pytest.mark.parametrize("page", PAGES)
def test_opens_and_writes_down_who_was_read(stage: Stage, hana: Client, page: str) -> None:
    before = Event.objects.filter(kind="read").count()
    response = browser_of(stage.dev).get(f"/people/{hana.pk}/{page}/")
    assert response.status_code == 200
    assert "Han" in response.content.decode()
    assert Event.objects.filter(kind="read").count() == before + 1
    assert Event.objects.filter(kind="read", client_id=hana.pk).exists()


@pytest.mark.parametrize("page", PAGES)
def test_a_foreign_a_hidden_and_an_unknown_person_are_the_same(
    stage: Stage, elsewhere: Stage, hana: Client, page: str
) -> None:
    with within(elsewhere.organisation.pk):
        theirs = add_client(name="Ole Berg", on=TODAY, by=elsewhere.amina)
    hidden = add_client(name="Maureen", on=TODAY, by=stage.amina)
    block_sight(client=hidden, member=stage.dev, reason="Sister", by=stage.system)
    for pk in (theirs.pk, hidden.pk, uuid4()):
        assert get(stage, "dev", page, pk) == 404


@pytest.mark.parametrize("page", OF_KEYWORKERS)
def test_another_team_finds_nothing(stage: Stage, hana: Client, page: str) -> None:
    assert get(stage, "olu", page, hana.pk) == 404


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["gwen", "esi", "femi"])
def test_is_not_for_every_role(stage: Stage, hana: Client, who: str, page: str) -> None:
    assert get(stage, who, page, hana.pk) == 403


@pytest.mark.parametrize("page", ["blocks", "erase"])
def test_is_not_for_a_keyworker(stage: Stage, hana: Client, page: str) -> None:
    assert get(stage, "amina", page, hana.pk) == 403


def test_erasing_is_not_for_a_lead(stage: Stage, hana: Client) -> None:
    assert get(stage, "carys", "erase", hana.pk) == 403
    response = browser_of(stage.carys).post(f"/people/{hana.pk}/erase/confirm/")
    assert response.status_code == 403


@pytest.mark.parametrize(
    "path", ["contact-points/{}/end/", "consents/{}/withdraw/", "alerts/{}/end/", "blocks/{}/lift/"]
)
def test_a_button_is_pressed_not_opened(stage: Stage, path: str) -> None:
    browser = browser_of(stage.dev)
    assert browser.get("/" + path.format(uuid4())).status_code == 405
    assert browser.post("/" + path.format(uuid4())).status_code == 404
