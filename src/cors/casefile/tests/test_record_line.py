"""The line of a note read into the fields of Record: seen first, saved after."""

from typing import Any

import pytest

from cors.casefile.tests.factories import a_case, a_goal, sent, words
from cors.cases.actions import assign_worker
from cors.cases.models import Case
from cors.contacts.models import Contact
from tests.stage.personas import Stage, browser_of

LINE = 'visit 30m @housing +rang the agent "I did it" !no deposit next: forms on 2099-01-05'


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def read(stage: Stage, case: Case, who: str = "amina", **answers: Any) -> Any:
    member = stage.member(who)
    return browser_of(member).post(
        f"/record/{case.pk}/", sent(member, kind="call", read_line="1", **answers)
    )


def test_shows_what_was_read_and_saves_nothing(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    answer = read(stage, case, note=LINE)
    form = answer.context["form"]
    assert (answer.status_code, Contact.objects.count()) == (200, 0)
    for name, value in {
        "kind": "visit", "minutes": "30", "success_words": "rang the agent",
        "success_client_words": "I did it", "barrier_words": "no deposit", "note": "",
        "step_words": "forms", "step_when": "day", "step_day": "2099-01-05",
    }.items():  # fmt: skip
        assert form[name].value() == value
    assert form[f"goal-{goal.pk}"].value()
    assert form["marks"].value() == ["success", "barrier"]
    assert "Not saved yet" in words(answer.content.decode())


def test_what_was_filled_in_before_stays(stage: Stage, case: Case) -> None:
    key = "01a20000-0000-7000-8000-000000000001"
    answer = read(
        stage, case, note="+rang them\nMore.", success_words="Mine.", marks=["success"],
        step_words="Ring", form_key=key,
    )  # fmt: skip
    form = answer.context["form"]
    assert form["success_words"].value() == "Mine."
    assert form["note"].value() == "+rang them\nMore."
    assert form["step_words"].value() == "Ring"
    assert str(form["form_key"].value()) == key


def test_a_volunteer_loses_no_word_that_they_have_no_field_for(stage: Stage, case: Case) -> None:
    assign_worker(case=case, member=stage.gwen, on=stage.organisation.today(), by=stage.carys)
    form = read(stage, case, "gwen", note="call !debts next: forms").context["form"]
    assert form["note"].value() == "!debts next: forms"
    assert form["kind"].value() == "call"


def test_what_was_read_is_saved_as_if_typed(stage: Stage, case: Case) -> None:
    form = read(stage, case, note="visit 20m She smiled.").context["form"]
    answers = {name: form[name].value() for name in ("kind", "minutes", "note", "form_key")}
    member = stage.amina
    answer = browser_of(member).post(f"/record/{case.pk}/", sent(member, **answers))
    assert answer.status_code == 302
    contact = Contact.objects.get()
    assert (contact.kind, contact.minutes) == ("visit", 20)


def test_the_help_stands_with_the_note(stage: Stage, case: Case) -> None:
    page = words(browser_of(stage.amina).get(f"/record/{case.pk}/").content.decode())
    assert "All in one line" in page
    assert "the next step, and its day" in page
