from datetime import date

import pytest

from cors.audit.models import Event
from cors.clients.actions import answer_equality
from cors.clients.models import Client, EqualityAnswer
from cors.core.errors import NotAllowed, Refused
from tests.stage.personas import TODAY, Stage

RATHER_NOT = "rather-not-say"


def test_rather_not_say_is_an_answer_and_not_asked_is_none(stage: Stage, hana: Client) -> None:
    answer_equality(client=hana, answers={"sex": RATHER_NOT}, on=TODAY, by=stage.amina)
    assert EqualityAnswer.of(hana) == {"sex": RATHER_NOT}
    assert "religion" not in EqualityAnswer.of(hana)


def test_a_new_answer_takes_the_place_of_the_old(stage: Stage, hana: Client) -> None:
    answer_equality(client=hana, answers={"sex": "female"}, on=TODAY, by=stage.amina)
    answer_equality(client=hana, answers={"sex": RATHER_NOT}, on=TODAY, by=stage.ben)
    answer = EqualityAnswer.objects.get()
    assert (answer.code, answer.created_by) == (RATHER_NOT, stage.ben.user)


def test_an_answer_written_by_mistake_is_taken_out(stage: Stage, hana: Client) -> None:
    answer_equality(client=hana, answers={"sex": "female"}, on=TODAY, by=stage.amina)
    answer_equality(client=hana, answers={"sex": ""}, on=TODAY, by=stage.amina)
    assert EqualityAnswer.of(hana) == {}


def test_several_answers_are_kept_where_the_question_takes_them(stage: Stage, hana: Client) -> None:
    answer_equality(client=hana, answers={"impairment": "vision,hearing"}, on=TODAY, by=stage.amina)
    assert EqualityAnswer.of(hana) == {"impairment": "vision,hearing"}


@pytest.mark.parametrize(
    "answers",
    [
        {"shoe-size": "41"},
        {"sex": "unheard-of"},
        {"sex": "not-asked"},
        {"sex": "female,male"},
        {"impairment": f"vision,{RATHER_NOT}"},
    ],
)
def test_refuses_what_the_catalogue_does_not_know(
    stage: Stage, hana: Client, answers: dict[str, str]
) -> None:
    with pytest.raises(Refused):
        answer_equality(client=hana, answers=answers, on=TODAY, by=stage.amina)
    assert not EqualityAnswer.objects.exists()


def test_refuses_a_day_that_has_not_come(stage: Stage, hana: Client) -> None:
    with pytest.raises(Refused):
        answer_equality(client=hana, answers={"sex": "female"}, on=date(2099, 1, 1), by=stage.amina)


def test_writes_no_event_where_nothing_changed(stage: Stage, hana: Client) -> None:
    for _ in range(2):
        answer_equality(client=hana, answers={"sex": "female"}, on=TODAY, by=stage.amina)
    assert Event.objects.filter(verb="answer_equality").count() == 1


def test_is_not_for_a_volunteer(stage: Stage, hana: Client) -> None:
    with pytest.raises(NotAllowed):
        answer_equality(client=hana, answers={"sex": "female"}, on=TODAY, by=stage.gwen)


def test_is_undone_when_its_event_fails(
    stage: Stage, hana: Client, audit_fails: type[Exception]
) -> None:
    with pytest.raises(audit_fails):
        answer_equality(client=hana, answers={"sex": "female"}, on=TODAY, by=stage.amina)
    assert not EqualityAnswer.objects.exists()
