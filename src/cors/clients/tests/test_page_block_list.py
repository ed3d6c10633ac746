from cors.clients.models import BlockedSight, Client
from tests.stage.personas import Stage, browser_of


def test_puts_somebody_on_the_list_and_takes_them_off(stage: Stage, hana: Client) -> None:
    browser = browser_of(stage.dev)
    url = f"/people/{hana.pk}/blocks/"
    sent = {"member": str(stage.amina.pk), "reason": "Her sister"}
    assert browser.post(url, sent).headers["Location"] == url
    assert "Her sister" in browser.get(url).content.decode()
    assert browser_of(stage.amina).get(f"/people/{hana.pk}/edit/").status_code == 404
    browser.post(f"/blocks/{BlockedSight.objects.get().pk}/lift/")
    assert browser_of(stage.amina).get(f"/people/{hana.pk}/edit/").status_code == 200


def test_whoever_blocks_themself_goes_on_to_the_list_of_people(stage: Stage, hana: Client) -> None:
    sent = {"member": str(stage.dev.pk), "reason": "My sister"}
    response = browser_of(stage.dev).post(f"/people/{hana.pk}/blocks/", sent)
    assert response.headers["Location"] == "/people/"


def test_offers_nobody_of_another_organisation(
    stage: Stage, elsewhere: Stage, hana: Client
) -> None:
    sent = {"member": str(elsewhere.ben.pk), "reason": "x"}
    response = browser_of(stage.dev).post(f"/people/{hana.pk}/blocks/", sent)
    assert response.status_code == 422
    assert not BlockedSight.objects.exists()
