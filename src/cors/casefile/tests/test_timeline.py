"""The timeline: everything that happened, newest first, each in its words."""

from datetime import timedelta
from uuid import uuid4

import pytest

from cors.casefile.tests.factories import (
    a_barrier,
    a_case,
    a_goal,
    a_setback,
    a_success,
    page,
    record_of,
    sent,
    words,
)
from cors.casefile.timeline import KINDS, timeline
from cors.cases.models import Case
from cors.contacts.actions import record_contact
from cors.contacts.entry import PersonEntry
from cors.outcomes.actions import confirm_outcome
from cors.plans.actions import end_goal, get_back_on_track, resolve_barrier, reword_goal
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of


@pytest.fixture
def case(stage: Stage) -> Case:
    return a_case(stage)


def said(stage: Stage, case: Case, kind: str = "") -> list[str]:
    return [entry.words() for entry in timeline(record_of(case, stage.amina), kind=kind)]


def about(stage: Stage, case: Case, kind: str = "") -> list[str]:
    return [entry.about for entry in timeline(record_of(case, stage.amina), kind=kind)]


def test_the_newest_stands_first(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    for days in (9, 1, 30):
        a_success(case, stage.amina, f"{days} days ago", on=today - timedelta(days=days))
    assert said(stage, case) == ["1 days ago", "9 days ago", "30 days ago"]


def test_of_one_day_what_was_written_last_stands_first(stage: Stage, case: Case) -> None:
    for note in ("First call", "Second call"):
        browser_of(stage.amina).post(f"/record/{case.pk}/", sent(stage.amina, note=note))
    a_success(case, stage.amina, "Then she rang.")
    assert said(stage, case) == ["Then she rang.", "Second call", "First call"]


def test_each_kind_has_its_own_filter(stage: Stage, hana: Hana) -> None:
    record = record_of(hana.case, stage.amina)
    everything = timeline(record)
    for kind in KINDS:
        found = [entry.about for entry in timeline(record, kind=kind)]
        assert found, kind
        assert found == [entry.about for entry in everything if entry.kind == kind]
    assert {entry.kind for entry in everything} == set(KINDS)


def test_one_goal_alone_can_be_asked_for(stage: Stage, case: Case) -> None:
    goal, other = a_goal(case, stage.amina, "One"), a_goal(case, stage.amina, "Two")
    a_success(case, stage.amina, "For one", goal=goal)
    a_success(case, stage.amina, "For two", goal=other)
    found = timeline(record_of(case, stage.amina), goal=goal.pk)
    assert [entry.words() for entry in found] == ["For one", "One"]


def test_the_page_shows_one_kind_when_asked(stage: Stage, case: Case) -> None:
    a_success(case, stage.amina, "Took the bus.")
    a_setback(case, stage.amina, "Missed the bus.")
    address = f"/cases/{case.pk}/timeline/"
    text = words(page(stage.amina, f"{address}?kind=success"))
    assert "Took the bus." in text
    assert "Missed the bus." not in text
    for kind in ("", "nonsense"):
        assert "Missed the bus." in words(page(stage.amina, f"{address}?kind={kind}"))


@pytest.mark.parametrize(
    ("result", "minutes", "line"),
    [
        ("held", 15, "Call, 15 minutes, today, Amina"),
        ("held", None, "Call, today, Amina"),
        ("no-answer", None, "Call, no answer, today, Amina"),
    ],
)
def test_a_contact_says_kind_result_length_day_and_who(
    stage: Stage, case: Case, result: str, minutes: int | None, line: str
) -> None:
    record_contact(
        kind="call", on=stage.organisation.today(), by=stage.amina, form_key=uuid4(),
        people=[PersonEntry(case=case)], result=result, minutes=minutes,
    )  # fmt: skip
    assert about(stage, case) == [line]


def test_a_setback_and_its_way_back_are_two_entries(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    start = today - timedelta(days=3)
    setback = a_setback(case, stage.amina, "No bus.", on=start, could_help="a lift")
    (entry,) = timeline(record_of(case, stage.amina))
    assert entry.shown()["more"] == "To help: a lift"
    assert entry.url == f"/moments/{setback.pk}/back/"
    get_back_on_track(moment=setback, on=today, by=stage.amina, what_helped="her sister")
    back, entry = timeline(record_of(case, stage.amina))
    assert back.words() == "Back on track after 3 days."
    assert back.more() == "What helped: her sister"
    assert (back.mark, back.kind, entry.url) == ("back", "setback", "")


def test_a_way_back_on_the_same_day_says_so(stage: Stage, case: Case) -> None:
    today = stage.organisation.today()
    setback = a_setback(case, stage.amina)
    get_back_on_track(moment=setback, on=today, by=stage.amina, what_helped="tea")
    assert "Back on track the same day." in said(stage, case)


def test_a_barrier_comes_and_goes(stage: Stage, case: Case) -> None:
    barrier, today = a_barrier(case, stage.amina, words=""), stage.organisation.today()
    resolve_barrier(barrier=barrier, on=today, by=stage.amina)
    first, last = about(stage, case, "barrier")
    assert first == "Out of the way, today"
    assert last.startswith("Noticed in the way, ")
    label = record_of(case, stage.amina).catalogue.label("barrier_type", "no-deposit")
    assert said(stage, case, "barrier") == [label, label]


def test_an_outcome_is_named_by_the_catalogue(stage: Stage, case: Case) -> None:
    confirm_outcome(
        case=case, outcome_type="settled-housing", evidence="tenancy-agreement",
        on=stage.organisation.today(), by=stage.amina, words="Keys in hand",
    )  # fmt: skip
    (entry,) = timeline(record_of(case, stage.amina))
    assert entry.shown()["words"] == "Moved into settled housing"
    assert (entry.more(), entry.about) == ("Keys in hand", "Outcome, today")


def test_a_goal_is_set_put_in_other_words_and_ends(stage: Stage, case: Case) -> None:
    goal, today = a_goal(case, stage.amina, "A door."), stage.organisation.today()
    reword_goal(goal=goal, words="A flat.", on=today - timedelta(days=1), by=stage.amina)
    end_goal(goal=goal, how="reached", on=today, by=stage.amina)
    assert said(stage, case, "goal") == ["A flat.", "A flat.", "A door."]
    found = [line.split(",")[0] for line in about(stage, case, "goal")]
    assert found == ["Goal: reached", "Goal in other words", "Goal set"]


def test_a_review_leads_to_its_letter(stage: Stage, hana: Hana) -> None:
    (entry,) = timeline(record_of(hana.case, stage.amina), kind="review")
    assert entry.words() == "I did not think I would get this far."
    assert entry.url == f"/reviews/{hana.review.pk}/"
