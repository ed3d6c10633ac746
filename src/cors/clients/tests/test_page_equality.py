from cors.clients.actions import answer_equality
from cors.clients.models import Client, EqualityAnswer
from tests.stage.personas import TODAY, Stage, browser_of

DAY = {"on": TODAY.isoformat()}


def test_what_was_not_asked_stays_without_an_answer(stage: Stage, hana: Client) -> None:
    sent = {**DAY, "sex": "rather-not-say", "impairment": ["vision", "hearing"]}
    response = browser_of(stage.amina).post(f"/people/{hana.pk}/equality/", sent)
    assert response.status_code == 302
    assert EqualityAnswer.of(hana) == {"sex": "rather-not-say", "impairment": "vision,hearing"}


def test_shows_the_answers_that_were_given(stage: Stage, hana: Client) -> None:
    given = {"sex": "rather-not-say", "impairment": "vision"}
    answer_equality(client=hana, answers=given, on=TODAY, by=stage.amina)
    page = browser_of(stage.amina).get(f"/people/{hana.pk}/equality/").content.decode()
    assert '<option value="rather-not-say" selected>' in page
    assert page.count("checked") == 1


def test_shows_what_the_verb_refuses_at_its_question(stage: Stage, hana: Client) -> None:
    sent = {**DAY, "impairment": ["vision", "rather-not-say"]}
    response = browser_of(stage.amina).post(f"/people/{hana.pk}/equality/", sent)
    assert response.status_code == 422
    assert "Choose either answers or" in response.content.decode()
