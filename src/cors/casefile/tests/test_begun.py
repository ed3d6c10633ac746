"""What was begun is offered on the screen of that very person, and nowhere else."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client as Browser

from cors.access.scope import within
from cors.casefile.tests.factories import a_case, a_goal, page, sent, words
from cors.cases.models import Assignment, Case
from cors.contacts.models import ContactPerson, Draft
from cors.plans.models import Goal
from tests.stage.personas import Stage, browser_of

NOTE = "She asked about the deposit."


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def keep(
    stage: Stage, case: Case, *, who: str = "amina", key: Any = None, also: Any = None, **said: Any
) -> Any:
    """Send what the page sends by itself while somebody writes."""
    given = {"draft_key": str(key or uuid4()), "kind": "visit", "note": NOTE} | said | (also or {})
    return browser_of(stage.member(who)).post(f"/record/{case.pk}/draft/", given)


def draft_of(stage: Stage, case: Case) -> Draft:
    return Draft.of(case, stage.amina).get()


def test_offers_it_with_its_day_and_how_it_begins(stage: Stage, case: Case) -> None:
    assert keep(stage, case).status_code == 204
    said = words(page(stage.amina, f"/record/{case.pk}/"))
    assert re.search(r"You began this on \w+ \d+ \w+, \d\d:\d\d\. It is not saved\.", said)
    assert NOTE in said
    assert "Go on" in said
    assert "Let it go" in said


def test_says_where_only_chips_were_chosen(stage: Stage, case: Case) -> None:
    keep(stage, case, note="")
    assert "Nothing is written in it yet, only chosen." in page(stage.amina, f"/record/{case.pk}/")


def test_a_long_beginning_is_cut(stage: Stage, case: Case) -> None:
    keep(stage, case, note="Deposit. " * 40)
    assert "Deposit. Deposit. …" in words(page(stage.amina, f"/record/{case.pk}/"))


def test_offers_it_to_nobody_else_and_for_nobody_else(stage: Stage, case: Case) -> None:
    other = a_case(stage, "Mira Sand")
    keep(stage, case)
    assert NOTE not in page(stage.amina, f"/record/{other.pk}/")
    assert NOTE not in page(stage.ben, f"/record/{case.pk}/")


def test_going_on_fills_the_form_in_with_all_of_it(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    keep(stage, case, also={
        "marks": ["success", "barrier"], "success_words": "Rang.", "barrier_type": "debts",
        f"goal-{goal.pk}": "on", f"rating-{goal.pk}": "0", "on": "2026-11-20", "minutes": "15",
    })  # fmt: skip
    source = page(stage.amina, f"/record/{case.pk}/?draft={draft_of(stage, case).pk}")
    for part in (NOTE, 'value="Rang."', 'value="2026-11-20"', 'value="15"'):
        assert part in source
    chosen = re.findall(r'name="([^"]+)" value="([^"]*)"[^>]*checked', source)
    assert set(chosen) >= {
        ("kind", "visit"), ("marks", "success"), ("marks", "barrier"),
        ("barrier_type", "debts"), (f"rating-{goal.pk}", "0"),
    }  # fmt: skip
    assert re.search(rf'name="goal-{goal.pk}" checked', source)
    assert "Go on" not in words(source)
    assert "Error" not in words(source)


def test_a_goal_that_ended_meanwhile_is_left_away(stage: Stage, case: Case) -> None:
    goal = a_goal(case, stage.amina)
    keep(stage, case, **{f"goal-{goal.pk}": "on"})
    Goal.objects.all().delete()
    assert NOTE in page(stage.amina, f"/record/{case.pk}/?draft={draft_of(stage, case).pk}")


def test_saving_what_was_gone_on_with_lets_it_go(stage: Stage, case: Case) -> None:
    keep(stage, case)
    address = f"/record/{case.pk}/"
    source = page(stage.amina, f"{address}?draft={draft_of(stage, case).pk}")
    came_from = re.search(r'name="came_from" value="([^"]+)"', source)
    assert came_from
    saved = sent(stage.amina, note=NOTE, came_from=came_from[1])
    assert browser_of(stage.amina).post(address, saved).status_code == 302
    assert ContactPerson.of(case).get().note == NOTE
    assert not Draft.objects.exists()
    assert "It is not saved" not in page(stage.amina, address)


def test_the_texts_of_two_tabs_are_both_offered(stage: Stage, case: Case) -> None:
    keep(stage, case, note="At the desk.")
    keep(stage, case, note="On the phone.")
    source = page(stage.amina, f"/record/{case.pk}/")
    assert words(source).count("It is not saved.") == 2
    first, _ = Draft.of(case, stage.amina)
    going_on = words(page(stage.amina, f"/record/{case.pk}/?draft={first.pk}"))
    assert going_on.count("It is not saved.") == 1


def test_letting_go_leaves_nothing(stage: Stage, case: Case) -> None:
    keep(stage, case)
    draft = draft_of(stage, case)
    address = f"/drafts/{draft.pk}/let-go/"
    assert browser_of(stage.ben).post(address).status_code == 404
    answer = browser_of(stage.amina).post(address, {"form_key": str(uuid4())})
    assert (answer.status_code, answer["Location"]) == (302, f"/record/{case.pk}/")
    assert not Draft.objects.exists()
    assert browser_of(stage.amina).post(address).status_code == 404


def test_the_button_keeps_without_scripts(stage: Stage, case: Case) -> None:
    browser = browser_of(stage.amina)
    answer = browser.post(f"/record/{case.pk}/draft/", sent(stage.amina, note=NOTE))
    assert (answer.status_code, answer["Location"]) == (302, f"/cases/{case.pk}/")
    assert (
        "Kept for later. Open Record for Rosa to go on."
        in browser.get(answer["Location"]).content.decode()
    )
    assert NOTE in page(stage.amina, f"/record/{case.pk}/")


def test_keeping_does_not_use_the_form_up(stage: Stage, case: Case) -> None:
    key = uuid4()
    for note in ("She", "She asked", NOTE):
        assert keep(stage, case, key=key, note=note).status_code == 204
    saved = sent(stage.amina, form_key=str(key), note=NOTE)
    answer = browser_of(stage.amina).post(f"/record/{case.pk}/", saved)
    assert answer["Location"] == f"/cases/{case.pk}/"
    assert not Draft.objects.exists()
    assert keep(stage, case, key=key).status_code == 409


def test_says_what_to_do_when_it_is_too_long_and_gives_it_back(stage: Stage, case: Case) -> None:
    long = "Deposit. " * 6_000
    answer = keep(stage, case, note=long)
    assert (answer.status_code, answer["Content-Type"]) == (422, "text/plain; charset=utf-8")
    assert "50,000 characters" in answer.content.decode()
    pressed = browser_of(stage.amina).post(
        f"/record/{case.pk}/draft/", sent(stage.amina, note=long)
    )
    text = pressed.content.decode()
    assert pressed.status_code == 422
    assert "50,000 characters" in text
    assert long in text
    assert f'action="/record/{case.pk}/"' in text
    assert not Draft.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "0190"])
def test_a_form_without_a_key_of_its_own_keeps_nothing(stage: Stage, case: Case, key: str) -> None:
    browser = browser_of(stage.amina)
    answer = browser.post(f"/record/{case.pk}/draft/", {"draft_key": key, "note": NOTE})
    assert answer.status_code == 404


def test_a_draft_of_somebody_else_of_another_and_of_none_answer_alike(
    stage: Stage, case: Case
) -> None:
    keep(stage, case)
    mine, other = draft_of(stage, case), a_case(stage, "Mira Sand")
    keep(stage, case, who="ben")
    bens = Draft.of(case, stage.ben).get()
    asked = [(case, bens.pk), (other, mine.pk), (case, uuid4()), (case, "x")]
    browser = browser_of(stage.amina)
    found = [browser.get(f"/record/{about.pk}/?draft={key}") for about, key in asked]
    assert [answer.status_code for answer in found] == [404] * 4
    assert len({answer.content for answer in found}) == 1


def test_what_a_form_came_from_counts_for_its_own_person_alone(stage: Stage, case: Case) -> None:
    keep(stage, case)
    draft, other = draft_of(stage, case), a_case(stage, "Mira Sand")
    for came_from in (f"{draft.pk}.{draft.version}", "x.1", f"{draft.pk}.x", ""):
        saved = sent(stage.amina, came_from=came_from)
        assert browser_of(stage.amina).post(f"/record/{other.pk}/", saved).status_code == 302
    assert Draft.objects.get() == draft


def test_it_waits_until_the_author_sees_the_person_again(stage: Stage, case: Case) -> None:
    keep(stage, case)
    draft = draft_of(stage, case)
    Assignment.objects.filter(case=case).update(member=stage.olu)
    browser = browser_of(stage.amina)
    assert browser.get(f"/record/{case.pk}/?draft={draft.pk}").status_code == 404
    assert keep(stage, case).status_code == 404
    Assignment.objects.filter(case=case).update(member=stage.amina)
    assert NOTE in page(stage.amina, f"/record/{case.pk}/")


def test_whoever_may_not_record_or_is_not_signed_in_keeps_nothing(
    stage: Stage, case: Case, elsewhere: Stage
) -> None:
    assert keep(stage, case, who="esi").status_code == 403
    assert keep(stage, case, who="olu").status_code == 404
    with within(elsewhere.organisation.pk, user=elsewhere.amina.user_id):
        theirs = a_case(elsewhere)
    assert keep(stage, theirs).status_code == 404
    answer = Browser().post(f"/record/{case.pk}/draft/", {"draft_key": str(uuid4())})
    assert answer["Location"].startswith("/sign-in/login/")
    assert browser_of(stage.amina).get(f"/record/{case.pk}/draft/").status_code == 405
    assert not Draft.objects.exists()
