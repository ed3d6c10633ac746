"""The main journey: from Today over a goal, a setback and the way back to review and letter."""

import pytest

from tests.journeys import keyworker
from tests.journeys.conftest import Visit
from tests.journeys.keyworker import GOAL, HELPED, OWN_WORDS, SETBACK
from tests.journeys.looks import faults
from tests.journeys.visitor import DESK, PHONE, Screen, Visitor

pytestmark = pytest.mark.browser

SCREENS = [
    DESK,
    PHONE,
    Screen("desk", DESK.width, DESK.height, scripts=False),
    Screen("phone", PHONE.width, PHONE.height, scripts=False),
]


@pytest.mark.parametrize("place", range(len(SCREENS)), ids=[str(screen) for screen in SCREENS])
def test_a_keyworker_goes_from_a_goal_to_the_letter(visit: Visit, place: int) -> None:
    # Given Amina, who has just signed in, and one of her people
    amina = visit(screen=SCREENS[place])
    keyworker.signs_in_by_a_press(amina, "Amina")
    assert amina.heading == "Today"
    people = keyworker.names_on_today(amina)
    name = people[place % len(people)]

    # When she sets a goal with them
    case = keyworker.opens(amina, name)
    keyworker.sets_a_goal(amina)
    # Then it stands on top of the case in their words
    assert amina.page.url.endswith(case)
    assert GOAL in amina.words

    # When she records a contact with a setback
    keyworker.records_a_setback(amina)
    # Then the page says so, and Today says who to look at first
    assert SETBACK in amina.words
    amina.goes("/")
    assert "Finding the way back" in amina.words

    # When they are back on track
    keyworker.opens(amina, name)
    keyworker.gets_back_on_track(amina)
    # Then what helped is kept
    assert f"What helped: {HELPED}" in amina.words

    # When they look back together
    keyworker.looks_back_together(amina)
    # Then the letter bears the goal and the sentence of the client's own
    assert amina.heading == f"Dear {name}"
    assert GOAL in amina.words
    assert OWN_WORDS in amina.words
    assert _is_pdf(amina, amina.link("Letter as PDF").get_attribute("href"))


def test_every_page_of_the_journey_is_open_to_everybody(visit: Visit) -> None:
    # Given Amina at the desk
    amina = visit("Amina")
    case = keyworker.opens(amina, keyworker_first(amina))
    # Then no page on the way keeps anybody out
    found = [
        f"{address}\n    {fault}"
        for address in ("/", case, f"{case}goals/new/", f"/record{case[6:]}", f"{case}review/")
        for fault in _faults_at(amina, address)
    ]
    assert not found, "\n".join(found)


def keyworker_first(visitor: Visitor) -> str:
    visitor.goes("/")
    return keyworker.names_on_today(visitor)[0]


def _faults_at(visitor: Visitor, address: str) -> list[str]:
    visitor.goes(address)
    return faults(visitor.page)


def _is_pdf(visitor: Visitor, address: str | None) -> bool:
    answer = visitor.page.request.get(f"{visitor.url}{address}")
    return answer.ok and answer.body().startswith(b"%PDF")
