import pytest
from django.test import Client as Browser

from cors.clients.actions import block_sight
from cors.clients.models import Client
from tests.stage.personas import Stage, browser_of

MAUREEN = {"name": "Maureen Okafor", "birth_year": "1990"}
HANA = {"name": "Hana Novak", "birth_year": "1984"}


@pytest.fixture
def browser(stage: Stage) -> Browser:
    return browser_of(stage.amina)


def test_adds_and_goes_on_to_the_person(browser: Browser) -> None:
    response = browser.post("/people/new/", MAUREEN)
    added = Client.objects.get()
    assert response.headers["Location"] == f"/people/{added.pk}/"
    assert (added.name, added.birth_year) == ("Maureen Okafor", 1990)


def test_keeps_what_was_typed_when_something_is_missing(browser: Browser) -> None:
    response = browser.post("/people/new/", {"name": "", "language": "Czech"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "Error:" in page
    assert 'value="Czech"' in page
    assert not Client.objects.exists()


def test_shows_what_the_verb_refuses_at_its_field(browser: Browser) -> None:
    response = browser.post("/people/new/", {"name": "Maureen", "birth_year": "1850"})
    assert response.status_code == 422
    assert 'href="#id_birth_year"' in response.content.decode()


def test_warns_of_somebody_alike_before_adding(browser: Browser, hana: Client) -> None:
    page = browser.post("/people/new/", HANA).content.decode()
    assert "Known here already?" in page
    assert f"/people/{hana.pk}/" in page
    assert Client.objects.count() == 1


def test_a_second_press_goes_past_the_warning(browser: Browser, hana: Client) -> None:
    page = browser.post("/people/new/", HANA).content.decode()
    assert 'name="anyway" value="Hana Novak  1984"' in page
    browser.post("/people/new/", {**HANA, "anyway": "Hana Novak  1984"})
    assert Client.objects.count() == 2


def test_another_name_is_looked_up_anew(browser: Browser, hana: Client) -> None:
    browser.post("/people/new/", {**HANA, "anyway": "Maureen Okafor  1990"})
    assert Client.objects.count() == 1


def test_names_nobody_out_of_sight(stage: Stage, hana: Client) -> None:
    page = browser_of(stage.olu).post("/people/new/", HANA).content.decode()
    assert "Someone like this may be known here: ask your lead." in page
    assert str(hana.pk) not in page
    assert hana.reference not in page


def test_tells_nothing_to_whoever_must_not_see_them(stage: Stage, hana: Client) -> None:
    block_sight(client=hana, member=stage.olu, reason="Ex-partner", by=stage.dev)
    assert browser_of(stage.olu).post("/people/new/", HANA).status_code == 302


@pytest.mark.parametrize("who", ["gwen", "esi", "femi"])
def test_is_not_for_every_role(stage: Stage, who: str) -> None:
    assert browser_of(stage.member(who)).get("/people/new/").status_code == 403


def test_uses_the_organisations_word(stage: Stage, browser: Browser) -> None:
    stage.organisation.client_word = "resident"
    stage.organisation.save()
    assert "Add a resident" in browser.get("/people/new/").content.decode()
