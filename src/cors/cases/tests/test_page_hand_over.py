from cors.cases.models import Assignment, Case
from cors.clients.actions import block_sight
from tests.stage.personas import TODAY, Stage, browser_of

URL = "/caseload/hand-over/"


def sent(stage: Stage, taker: str) -> dict[str, str]:
    return {
        "giver": str(stage.amina.pk),
        "taker": str(stage.member(taker).pk),
        "on": TODAY.isoformat(),
    }


def test_moves_the_cases_and_says_how_many(stage: Stage, case: Case) -> None:
    response = browser_of(stage.carys).post(URL, sent(stage, "ben"), follow=True)
    assert "1 case moved from Amina to Ben." in response.content.decode()
    assert Assignment.current(case).get().member == stage.ben


def test_says_how_many_stay_without_naming_anybody(stage: Stage, case: Case) -> None:
    block_sight(client=case.client, member=stage.ben, reason="Brother", by=stage.carys)
    page = browser_of(stage.carys).post(URL, sent(stage, "ben"), follow=True).content.decode()
    assert "0 cases moved from Amina to Ben. 1 stay with Amina" in page
    assert "Hana" not in page


def test_shows_what_the_verb_refuses_at_its_field(stage: Stage, case: Case) -> None:
    response = browser_of(stage.carys).post(URL, sent(stage, "amina"))
    assert response.status_code == 422
    assert 'href="#id_taker"' in response.content.decode()


def test_is_not_for_a_keyworker(stage: Stage, case: Case) -> None:
    assert browser_of(stage.amina).get(URL).status_code == 403
    assert browser_of(stage.amina).post(URL, sent(stage, "ben")).status_code == 403
