from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from cors.audit.models import Event
from cors.cases.models import Case
from cors.outcomes.models import Aim, Outcome
from cors.outcomes.tests.factories import HOME, a_long_case, an_aim, an_outcome
from cors.plans.tests.factories import a_case, a_goal, tomorrow
from tests.stage.personas import TODAY, Stage, browser_of


@pytest.fixture
def hana(stage: Stage) -> Case:
    return a_case(stage)


def page(name: str, record: Any) -> str:
    return reverse(f"outcomes:{name}", args=[record.pk])


def test_an_aim_is_set_for_a_goal(stage: Stage, hana: Case) -> None:
    goal = a_goal(hana, stage.amina)
    sent = {"outcome_type": HOME, "on": TODAY, "goal": goal.pk, "why": "Her wish."}
    answer = browser_of(stage.amina).post(page("aim", hana), sent)
    assert answer.url == reverse("casefile:case", args=[hana.pk])  # type: ignore[attr-defined]
    aim = Aim.of(hana).get()
    assert (aim.outcome_type, aim.goal, aim.why) == (HOME, goal, "Her wish.")


def test_what_is_aimed_at_stands_first_and_ladders_step_by_step(stage: Stage, hana: Case) -> None:
    an_aim(hana, stage.amina)
    text = browser_of(stage.amina).get(page("confirm", hana)).content.decode()
    groups = [part.split('"')[0] for part in text.split('<optgroup label="')[1:]]
    assert groups[0] == "What you work towards"
    assert "Step by step: Getting out of the house" in groups


def test_an_outcome_is_confirmed_with_its_evidence(stage: Stage, hana: Case) -> None:
    sent = {"outcome_type": "bus-together", "on": TODAY, "evidence": "worker-saw"}
    browser_of(stage.amina).post(page("confirm", hana), sent)
    outcome = Outcome.of(hana).get()
    assert (outcome.outcome_type, outcome.evidence) == ("bus-together", "worker-saw")


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(stage: Stage, hana: Case) -> None:
    sent = {
        "outcome_type": HOME,
        "on": tomorrow(stage.amina),
        "evidence": "own-word",
        "words": "So near.",
    }
    answer = browser_of(stage.amina).post(page("confirm", hana), sent)
    assert answer.status_code == 422
    assert answer.context["form"].errors["on"]
    assert "So near." in answer.content.decode()


def test_nothing_is_confirmed_without_evidence(stage: Stage, hana: Case) -> None:
    answer = browser_of(stage.amina).post(page("confirm", hana), {"outcome_type": HOME})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"on", "evidence"}


def test_an_aim_ends(stage: Stage, hana: Case) -> None:
    aim = an_aim(hana, stage.amina)
    browser_of(stage.amina).post(page("stop_aiming", aim), {"on": TODAY})
    assert not Aim.is_aimed_at(hana, HOME)


def test_the_check_that_is_due_is_offered_and_kept(stage: Stage, hana: Case) -> None:
    day = TODAY - timedelta(weeks=13)
    outcome = an_outcome(a_long_case(hana), stage.amina, on=day)
    browser = browser_of(stage.amina)
    form = browser.get(page("check", outcome)).context["form"]
    assert form.fields["weeks"].initial == "13"
    sent = {"weeks": "13", "result": "kept", "on": TODAY, "said_by": "client"}
    browser.post(page("check", outcome), sent)
    assert [check.result for check in Outcome.of(hana).get().checks()] == ["kept"]


def test_a_check_too_early_is_told_when_to_ask(stage: Stage, hana: Case) -> None:
    outcome = an_outcome(hana, stage.amina, on=TODAY)
    sent = {"weeks": "13", "result": "kept", "on": TODAY, "said_by": "client"}
    answer = browser_of(stage.amina).post(page("check", outcome), sent)
    assert "Ask between" in answer.content.decode()


def test_an_outcome_that_can_not_last_asks_nothing(stage: Stage, hana: Case) -> None:
    outcome = an_outcome(hana, stage.amina, outcome_type="bank-account")
    text = browser_of(stage.amina).get(page("check", outcome)).content.decode()
    assert "nothing more to ask" in text


def test_a_mistake_is_taken_back(stage: Stage, hana: Case) -> None:
    outcome = an_outcome(hana, stage.amina)
    for _ in range(2):
        answer = browser_of(stage.amina).post(page("withdraw", outcome))
        assert answer.status_code == 302
    assert not Outcome.of(hana).exists()


def test_each_page_leaves_one_read_event(stage: Stage, hana: Case) -> None:
    outcome, aim = an_outcome(hana, stage.amina), an_aim(hana, stage.amina)
    browser = browser_of(stage.amina)
    for name, record in (
        ("aim", hana),
        ("confirm", hana),
        ("stop_aiming", aim),
        ("check", outcome),
    ):
        browser.get(page(name, record))
    read = Event.objects.filter(kind="read", client_id=hana.client_id)
    assert read.count() == 4


@pytest.mark.parametrize(("name", "status"), [("olu", 404), ("gwen", 403), ("esi", 403)])
def test_strangers_find_nothing_and_others_may_not(
    stage: Stage, hana: Case, name: str, status: int
) -> None:
    outcome, aim = an_outcome(hana, stage.amina), an_aim(hana, stage.amina)
    browser = browser_of(stage.member(name))
    for each, record in (
        ("aim", hana),
        ("confirm", hana),
        ("stop_aiming", aim),
        ("check", outcome),
    ):
        assert browser.get(page(each, record)).status_code == status
    assert browser.post(page("withdraw", outcome)).status_code == status
