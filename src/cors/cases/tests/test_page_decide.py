from cors.cases.models import Case
from tests.stage.personas import TODAY, Stage, browser_of

DAY = {"on": TODAY.isoformat()}


def test_accepting_goes_on_to_the_case(stage: Stage, referral: Case) -> None:
    response = browser_of(stage.ben).post(f"/cases/{referral.pk}/accept/", DAY)
    assert response.headers["Location"] == f"/cases/{referral.pk}/"
    assert Case.objects.waiting().exists()


def test_accepting_twice_says_why_not(stage: Stage, referral: Case) -> None:
    browser = browser_of(stage.ben)
    browser.post(f"/cases/{referral.pk}/accept/", DAY)
    response = browser.post(f"/cases/{referral.pk}/accept/", DAY)
    assert response.status_code == 422
    assert "Somebody decided on this referral already" in response.content.decode()


def test_declining_asks_for_a_reason(stage: Stage, referral: Case) -> None:
    browser = browser_of(stage.ben)
    assert browser.post(f"/cases/{referral.pk}/decline/", DAY).status_code == 422
    browser.post(f"/cases/{referral.pk}/decline/", {**DAY, "reason": "no-room"})
    assert Case.objects.get().declined_reason == "no-room"


def test_another_team_decides_nothing(stage: Stage, referral: Case) -> None:
    for page in ("accept", "decline"):
        assert browser_of(stage.olu).post(f"/cases/{referral.pk}/{page}/", DAY).status_code == 404
        assert browser_of(stage.gwen).post(f"/cases/{referral.pk}/{page}/", DAY).status_code == 403
    assert Case.objects.referred().exists()
