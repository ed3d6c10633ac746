from uuid import uuid4

from cors.cases.models import Case
from cors.clients.models import Client
from tests.stage.personas import TODAY, Stage, browser_of


def sent(service: object) -> dict[str, str]:
    return {"service": str(service), "source": "self", "words": "A sofa", "on": TODAY.isoformat()}


def test_refers_and_goes_on_to_the_case(stage: Stage, hana: Client) -> None:
    response = browser_of(stage.amina).post(
        f"/people/{hana.pk}/refer/", sent(stage.other_service.pk)
    )
    case = Case.objects.get()
    assert response.headers["Location"] == f"/cases/{case.pk}/"
    assert (case.service, case.referral_source) == (stage.other_service, "self")
    assert case.referral_words == "A sofa"


def test_shows_what_the_verb_refuses_at_its_field(stage: Stage, case: Case) -> None:
    url = f"/people/{case.client_id}/refer/"
    response = browser_of(stage.amina).post(url, sent(stage.service.pk))
    assert response.status_code == 422
    page = response.content.decode()
    assert 'href="#id_service"' in page
    assert "A sofa" in page


def test_offers_no_service_of_another_organisation(
    stage: Stage, elsewhere: Stage, hana: Client
) -> None:
    url = f"/people/{hana.pk}/refer/"
    assert browser_of(stage.amina).post(url, sent(elsewhere.service.pk)).status_code == 422
    assert not Case.objects.exists()


def test_refers_nobody_out_of_sight(stage: Stage, hana: Client) -> None:
    for pk in (hana.pk, uuid4()):
        response = browser_of(stage.olu).post(f"/people/{pk}/refer/", sent(stage.service.pk))
        assert response.status_code == 404
    url = f"/people/{hana.pk}/refer/"
    assert browser_of(stage.gwen).post(url, sent(stage.service.pk)).status_code == 403
