from cors.clients.models import Alert, Client
from tests.stage.personas import TODAY, Stage, browser_of


def test_raises_an_alert_and_takes_it_down(stage: Stage, hana: Client) -> None:
    browser = browser_of(stage.amina)
    url = f"/people/{hana.pk}/alerts/"
    browser.post(url, {"words": "A dog that bites", "on": TODAY.isoformat()})
    alert = Alert.objects.get()
    assert "A dog that bites" in browser.get(url).content.decode()
    assert browser_of(stage.olu).post(f"/alerts/{alert.pk}/end/").status_code == 404
    page = browser.post(f"/alerts/{alert.pk}/end/", follow=True).content.decode()
    assert "taken down on" in page
    assert not Alert.standing(hana).exists()


def test_asks_what_to_mind(stage: Stage, hana: Client) -> None:
    browser = browser_of(stage.amina)
    response = browser.post(f"/people/{hana.pk}/alerts/", {"on": TODAY.isoformat()})
    assert response.status_code == 422
    response = browser.post(f"/people/{hana.pk}/alerts/", {"words": "x", "on": "2099-01-01"})
    assert 'href="#id_on"' in response.content.decode()
