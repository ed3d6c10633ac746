from cors.clients.models import Client, Consent
from tests.stage.personas import TODAY, Stage, browser_of

ASKED = {
    "purpose": "share", "read_out": "May we talk with the council?", "agreed": "yes",
    "on": TODAY.isoformat(),
}  # fmt: skip


def test_keeps_the_answer_and_shows_the_words(stage: Stage, hana: Client) -> None:
    browser = browser_of(stage.amina)
    url = f"/people/{hana.pk}/consents/"
    assert browser.post(url, ASKED).headers["Location"] == url
    page = browser.get(url).content.decode()
    assert "May we talk with the council?" in page
    assert "Taken back" in page


def test_a_no_is_kept_too(stage: Stage, hana: Client) -> None:
    browser_of(stage.amina).post(f"/people/{hana.pk}/consents/", {**ASKED, "agreed": "no"})
    assert Consent.objects.get().agreed is False


def test_neither_answer_is_chosen_at_the_start(stage: Stage, hana: Client) -> None:
    page = browser_of(stage.amina).get(f"/people/{hana.pk}/consents/").content.decode()
    assert "checked" not in page
    asked = {name: value for name, value in ASKED.items() if name != "agreed"}
    response = browser_of(stage.amina).post(f"/people/{hana.pk}/consents/", asked)
    assert response.status_code == 422
    assert not Consent.objects.exists()


def test_a_yes_is_taken_back_with_one_press(stage: Stage, hana: Client) -> None:
    browser = browser_of(stage.amina)
    browser.post(f"/people/{hana.pk}/consents/", ASKED)
    consent = Consent.objects.get()
    assert browser_of(stage.olu).post(f"/consents/{consent.pk}/withdraw/").status_code == 404
    page = browser.post(f"/consents/{consent.pk}/withdraw/", follow=True).content.decode()
    assert "taken back on" in page
    assert Consent.objects.get().withdrawn_date is not None
