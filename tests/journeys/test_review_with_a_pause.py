"""From Today to a review that is due: prepared, paused, and finished by a colleague: a letter."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Locator

from tests.journeys import keyworker
from tests.journeys.conftest import Visit
from tests.journeys.looks import faults
from tests.journeys.visitor import DESK, PHONE, Screen, Visitor

pytestmark = pytest.mark.browser

SENTENCE = "I did the hard calls myself."
SCREENS = [
    DESK,
    PHONE,
    Screen("phone", PHONE.width, PHONE.height, scripts=False),
]


def due_on_today(visitor: Visitor) -> Locator:
    """Return what Today says of reviews: the reason on a card, or a line of what is coming."""
    visitor.goes("/")
    return visitor.page.locator("main li").filter(
        has_text=re.compile("review (due|together)", re.I)
    )


def opens_a_review_that_is_due(visitor: Visitor) -> str:
    """Go from what Today says to the review; return whose it is."""
    visitor.presses_on(due_on_today(visitor).first.locator("a").first)
    name = visitor.heading
    visitor.presses_on(visitor.link("Review together"))
    return name


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_review_is_prepared_paused_and_finished_by_a_colleague(
    visit: Visit, screen: Screen
) -> None:
    # Given Amina, to whom Today says whose review is due
    amina, soon = visit("Amina", screen), in_five_days()
    makes_sure_one_is_due(amina)
    name = opens_a_review_that_is_due(amina)
    review = amina.page.url.removeprefix(amina.url)
    assert amina.heading == f"Looking back with {name}"

    # When she fills in a part of it and keeps it for later
    fills_in_a_part(amina)
    said = f"{name} says 7, you say 4. Both stay, side by side."
    assert (said in amina.words) is screen.scripts  # else it is said once sent
    amina.presses_on(amina.button("Keep and go on later"))
    # Then the case says so, the review is due as before, and no letter was written
    assert "Kept for later, and not counted yet." in amina.words
    assert "Amina" in amina.page.locator("#reviews").inner_text()
    assert any(name in line for line in due_on_today(amina).all_inner_texts())

    # When Carys opens it
    carys = visit("Carys", screen)
    carys.goes(review)
    # Then it stands there, with who began it, and with both views
    assert "began it today at" in carys.words
    assert said in carys.words
    assert carys.page.get_by_label("In their own words", exact=True).input_value() == SENTENCE
    assert not faults_of(carys)

    # When she finishes it, and they agree to look back again soon
    carys.writes("When do we look back again?", soon.isoformat())
    carys.presses_on(carys.button("Save and write the letter"))
    # Then there is the letter, with both numbers side by side
    assert carys.heading == f"Dear {name}"
    assert SENTENCE in carys.words
    assert "says 4. You see it in two ways. Both stay." in carys.words
    assert not faults_of(carys)
    assert f"We look back again on {soon.day} {soon:%B %Y}." in carys.words
    carys.goes(review)
    assert "began it today" not in carys.words


def in_five_days() -> date:
    return datetime.now(tz=UTC).date() + timedelta(days=5)


def makes_sure_one_is_due(visitor: Visitor) -> None:
    """Agree to look back soon, where another journey has held the review that was due."""
    if due_on_today(visitor).count():
        return
    visitor.goes(f"{keyworker.opens(visitor, keyworker.HANA)}review/")
    visitor.writes("When do we look back again?", in_five_days().isoformat())
    visitor.presses_on(visitor.button("Save and write the letter"))


def fills_in_a_part(visitor: Visitor) -> None:
    """Write their sentence, and what both think of the first goal."""
    visitor.writes("In their own words", SENTENCE)
    goal = visitor.page.locator("div.asks").first
    visitor.chooses("7", within=goal)
    visitor.presses_on(goal.locator("summary"))
    goal.get_by_role("radio", name="4", exact=True).nth(1).check()


def faults_of(visitor: Visitor) -> list[str]:
    """Return all that is wrong with the page; without scripts nothing can look for it."""
    return faults(visitor.page) if visitor.screen.scripts else []
