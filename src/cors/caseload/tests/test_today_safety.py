"""An answer that asks to talk about safety comes before everything else on Today."""

from cors.casefile.tests.factories import a_case, a_setback, page, words
from cors.caseload.cards import my_cards
from cors.clients.actions import ask_after_safety, end_alert
from tests.stage.personas import Stage


def test_safety_comes_first_until_two_people_have_seen_to_it(stage: Stage) -> None:
    case, today = a_case(stage, "Ana"), stage.organisation.today()
    a_setback(case, stage.amina)
    alert = ask_after_safety(client=case.client, on=today, by=stage.amina)
    (card,) = my_cards(stage.amina)
    assert [why.brief for why in card.why[:2]] == ["talk about safety", "off track"]
    assert "Talk about safety." in words(page(stage.amina, "/"))
    end_alert(alert=alert, on=today, by=stage.amina)
    assert my_cards(stage.amina)[0].why[0].brief == "talk about safety"
    end_alert(alert=alert, on=today, by=stage.ben)
    assert my_cards(stage.amina)[0].why[0].brief == "off track"


def test_safety_of_one_is_not_that_of_another(stage: Stage) -> None:
    ana, bo = a_case(stage, "Ana"), a_case(stage, "Bo")
    ask_after_safety(client=bo.client, on=stage.organisation.today(), by=stage.amina)
    asked = {card.name: card.why[0].brief for card in my_cards(stage.amina) if card.why}
    assert asked["Bo"] == "talk about safety"
    assert asked.get("Ana") != "talk about safety"
    assert ana.client_id != bo.client_id
