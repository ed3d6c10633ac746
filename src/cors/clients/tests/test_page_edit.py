from cors.clients.models import Client
from tests.stage.personas import Stage, browser_of


def test_starts_with_what_is_known(stage: Stage, hana: Client) -> None:
    page = browser_of(stage.amina).get(f"/people/{hana.pk}/edit/").content.decode()
    assert 'value="Hana Novak"' in page
    assert 'value="1984"' in page


def test_saves_and_goes_back_to_the_person(stage: Stage, hana: Client) -> None:
    sent = {"name": "Hana Berg", "birth_date": "1984-03-02", "reference": hana.reference}
    response = browser_of(stage.amina).post(f"/people/{hana.pk}/edit/", sent)
    assert response.headers["Location"] == f"/people/{hana.pk}/"
    found = Client.objects.get()
    assert (found.name, found.birth_date, found.preferred_name) == ("Hana Berg", "1984-03-02", "")


def test_shows_what_the_verb_refuses(stage: Stage, hana: Client) -> None:
    sent = {"name": "Hana Novak", "reference": ""}
    response = browser_of(stage.amina).post(f"/people/{hana.pk}/edit/", sent)
    assert response.status_code == 422
    assert "This reference is in use" in response.content.decode()
    assert Client.objects.get().reference == hana.reference


def test_somebody_of_another_team_changes_nothing(stage: Stage, hana: Client) -> None:
    response = browser_of(stage.olu).post(f"/people/{hana.pk}/edit/", {"name": "X"})
    assert response.status_code == 404
    assert Client.objects.get().name == "Hana Novak"
