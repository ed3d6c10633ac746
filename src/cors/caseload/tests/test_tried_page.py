"""What was tried in a similar place: counted over the organisation, up to the end of last month."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from cors.access.scope import within
from cors.audit.models import Event
from cors.casefile.tests.factories import a_case, a_goal, a_setback, page, words
from cors.casefile.tests.queries import asked
from cors.cases.models import Case
from cors.plans.actions import (
    get_back_on_track,
    notice_barrier,
    resolve_barrier,
    start_intervention,
)
from cors.plans.models import Barrier
from tests.stage.personas import Stage

TALKS, ROOMS = "room-search", "deposit-help"


@pytest.fixture
def barrier(stage: Stage) -> Barrier:
    """Return a barrier of a person of Amina's, about which nothing was done."""
    return in_the_way(stage, a_case(stage, "Ana"))


def in_the_way(stage: Stage, case: Case, *work: str, gone: bool = False, by: Any = None) -> Barrier:
    """Put a deposit in somebody's way last month, with work against it."""
    who = by or stage.amina
    on = case.started_date or stage.organisation.today()
    found = notice_barrier(case=case, type_key="no-deposit", on=on, by=who)
    for kind in work:
        start_intervention(case=case, type_key=kind, on=on, by=who, barriers=[found])
    if gone:
        resolve_barrier(barrier=found, on=on + timedelta(days=1), by=who)
    return found


def others(stage: Stage, number: int, *work: str, gone: bool = False, days: int = 60) -> None:
    for place in range(number):
        in_the_way(stage, a_case(stage, f"Other {place}", days=days), *work, gone=gone)


def seen(stage: Stage, barrier: Barrier) -> str:
    return words(page(stage.amina, reverse("caseload:tried_against", args=[barrier.pk])))


def test_of_fewer_than_8_people_it_says_only_that_there_are_few(
    stage: Stage, barrier: Barrier
) -> None:
    others(stage, 6, ROOMS)
    text = seen(stage, barrier)
    said = (
        "Before 1 November, fewer than 8 people of Harbour Street had this in the way. With so few"
    )
    assert said in text
    assert "What was tried" not in text.replace("What was tried in a similar place", "")
    in_the_way(stage, a_case(stage, "Eighth"), ROOMS)
    assert "About 10 people of Harbour Street had this in the way" in seen(stage, barrier)


def test_names_what_8_people_had_and_folds_the_rest(stage: Stage, barrier: Barrier) -> None:
    others(stage, 8, ROOMS)
    others(stage, 7, TALKS)
    text = seen(stage, barrier)
    assert "with about 10 people" in text
    assert "Something else, each with fewer than 8 people" in text
    assert "Room or home search" not in text
    in_the_way(stage, a_case(stage, "One more"), TALKS)
    text = seen(stage, barrier)
    assert "Room or home search , with about 10 people" in text
    assert "Something else" not in text


def test_a_share_stands_on_30_people_with_its_range(stage: Stage, barrier: Barrier) -> None:
    others(stage, 8, gone=True)
    others(stage, 20)
    assert "%" not in seen(stage, barrier).split("What these numbers")[0]
    others(stage, 1)
    text = seen(stage, barrier)
    assert "For about 33% of them (19 to 51%) it was out of the way by then." in text


def test_what_is_of_this_month_is_not_counted_yet(stage: Stage, barrier: Barrier) -> None:
    today = stage.organisation.today()
    assert today.day > 8
    others(stage, 7, days=today.day - 1)
    assert "fewer than 8 people" in seen(stage, barrier)
    others(stage, 7, days=today.day)
    assert "About 10 people" in seen(stage, barrier)


def test_nobody_of_another_organisation_is_counted(
    stage: Stage, elsewhere: Stage, barrier: Barrier
) -> None:
    with within(elsewhere.organisation.pk):
        others(elsewhere, 8, ROOMS)
    assert "fewer than 8 people" in seen(stage, barrier)


def test_a_person_counts_once_however_often_it_came_back(stage: Stage, barrier: Barrier) -> None:
    for _ in range(9):
        in_the_way(stage, barrier.case, ROOMS)
    assert "fewer than 8 people" in seen(stage, barrier)


def with_setback(stage: Stage, name: str, *, began: int, back: int | None = None) -> Any:
    """Let somebody fall back 50 days ago, with work begun so many days after it."""
    case, fell = a_case(stage, name), stage.organisation.today() - timedelta(days=50)
    goal = a_goal(case, stage.amina)
    setback = a_setback(case, stage.amina, on=fell, goal=goal)
    on = fell + timedelta(days=began)
    start_intervention(case=case, type_key=TALKS, on=on, by=stage.amina, goals=[goal])
    if back is not None:
        day = fell + timedelta(days=back)
        get_back_on_track(moment=setback, on=day, by=stage.amina, what_helped="A friend.")
    return goal


@pytest.mark.parametrize(
    ("began", "back", "is_counted"), [(2, None, True), (2, 5, True), (6, 5, False), (-3, 5, False)]
)
def test_after_a_setback_counts_what_began_before_the_way_back(
    stage: Stage, began: int, back: int | None, is_counted: bool
) -> None:
    goals = [with_setback(stage, f"P{n}", began=began, back=back) for n in range(8)]
    text = words(page(stage.amina, reverse("caseload:tried_for", args=[goals[0].pk])))
    assert "About 10 people of Harbour Street had a setback with a goal in this part" in text
    assert ("Room or home search , with about 10 people" in text) is is_counted


def test_opening_it_is_written_down_as_a_look_at_this_person(
    stage: Stage, barrier: Barrier
) -> None:
    seen(stage, barrier)
    latest = Event.of_client(stage.organisation.pk, barrier.case.client_id).first()
    assert latest is not None
    assert latest.verb == "tried"


def test_it_asks_no_more_often_for_many_people(stage: Stage, barrier: Barrier) -> None:
    address = reverse("caseload:tried_against", args=[barrier.pk])
    before = len(asked(stage.amina, address))
    others(stage, 12, ROOMS, TALKS)
    assert len(asked(stage.amina, address)) == before <= 5


def test_the_case_the_barrier_and_the_card_lead_to_it(stage: Stage, barrier: Barrier) -> None:
    case = barrier.case
    address = reverse("caseload:tried_against", args=[barrier.pk])
    assert address in page(stage.amina, f"/cases/{case.pk}/")
    assert address in page(stage.amina, f"/barriers/{barrier.pk}/")
    goal = a_goal(case, stage.amina)
    address = reverse("caseload:tried_for", args=[goal.pk])
    assert address not in page(stage.amina, "/")
    a_setback(case, stage.amina, goal=goal)
    assert address in page(stage.amina, "/")


def test_in_january_it_counts_up_to_the_first_of_january(
    stage: Stage, barrier: Barrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(stage.organisation), "today", lambda _: date(2027, 1, 5))
    assert "Before 1 January, fewer than 8" in seen(stage, barrier)
