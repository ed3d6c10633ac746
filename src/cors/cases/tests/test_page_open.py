from cors.cases.actions import pause_case
from cors.cases.models import Assignment, Case, Ending, Pause, ReOpening
from tests.stage.personas import TODAY, Stage, browser_of

DAY = {"on": TODAY.isoformat()}


def test_a_keyworker_is_named_first_and_can_name_the_team(stage: Stage, referral: Case) -> None:
    browser = browser_of(stage.amina)
    page = browser.get(f"/cases/{referral.pk}/open/").content.decode()
    assert f'<option value="{stage.amina.pk}" selected>' in page
    assert "Ben" in page
    assert "Olu" not in page
    browser.post(f"/cases/{referral.pk}/open/", {**DAY, "keyworker": str(stage.ben.pk)})
    assert Assignment.objects.get().member == stage.ben


def test_a_lead_can_name_everybody_who_holds_cases(stage: Stage, referral: Case) -> None:
    page = browser_of(stage.carys).get(f"/cases/{referral.pk}/open/").content.decode()
    assert "Olu" in page
    assert "Gwen" not in page


def test_opening_twice_says_why_not(stage: Stage, case: Case) -> None:
    response = browser_of(stage.amina).post(f"/cases/{case.pk}/open/", DAY)
    assert response.status_code == 422
    assert "open already" in response.content.decode()


def test_the_support_rests_and_goes_on(stage: Stage, case: Case) -> None:
    browser = browser_of(stage.amina)
    browser.post(f"/cases/{case.pk}/pause/", {**DAY, "words": "In hospital"})
    pause = Pause.objects.get()
    assert browser_of(stage.olu).get(f"/pauses/{pause.pk}/end/").status_code == 404
    response = browser.post(f"/pauses/{pause.pk}/end/", DAY)
    assert response.headers["Location"] == f"/cases/{case.pk}/"
    assert Pause.objects.get().to_date == TODAY


def test_a_second_pause_says_why_not(stage: Stage, case: Case) -> None:
    pause_case(case=case, on=TODAY, by=stage.amina)
    response = browser_of(stage.amina).post(f"/cases/{case.pk}/pause/", DAY)
    assert "The support rests already." in response.content.decode()


def test_re_opens_what_ended_a_short_while_ago(stage: Stage, case: Case) -> None:
    Ending.objects.create(
        organisation=stage.organisation, case=case, ended_date=TODAY, reason="enough-for-now"
    )
    browser_of(stage.amina).post(f"/cases/{case.pk}/re-open/", {**DAY, "words": "Lost the flat"})
    assert ReOpening.objects.get().words == "Lost the flat"
    assert case.state_on(TODAY) == "open"
