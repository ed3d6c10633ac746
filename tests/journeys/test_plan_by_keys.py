"""A plan by keys alone, without scripts: add, move and end, for each kind of thing in it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.keyworker import HANA, opens
from tests.journeys.visitor import Screen

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEYS_ONLY = Screen("desk", 1280, 900, scripts=False)
MOST_TABS = 250
FOCUSED = """() => {
  const at = document.activeElement, label = at.labels?.[0]?.innerText ?? "";
  return [at.innerText, label, at.getAttribute("name")].filter(Boolean).join("|").trim();
}"""
GOAL, BARRIER, WORK, STEP = "Sing in a choir.", "No bus at night", "A lift home", "Ask the choir"


def tabs_to(page: Page, words: str) -> None:
    """Press Tab until what bears the words has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        # Asked by the tool, which also reads a page that may run no script of its own.
        if re.search(words, str(page.evaluate(FOCUSED)), re.DOTALL):
            return
    raise AssertionError(f"Tab never came to {words} on {page.url}")


def presses(page: Page, words: str) -> None:
    tabs_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def writes(page: Page, field: str, words: str) -> None:
    tabs_to(page, rf"(^|\|){field}$")
    page.keyboard.type(words)


def chooses(page: Page, field: str) -> None:
    tabs_to(page, rf"(^|\|){field}$")
    page.keyboard.press("Space")


def saves(page: Page) -> None:
    presses(page, r"^(Save|Go on with it|Leave it for now)$")


def plan(page: Page) -> str:
    return page.locator("#plan").inner_text()


def adds_all_four(page: Page) -> None:
    presses(page, r"^Add a goal")
    writes(page, "words", GOAL)
    chooses(page, "life_area")
    saves(page)
    for link, words in ((rf"^In the way.*{GOAL}", BARRIER), (rf"^What could help.*{GOAL}", WORK)):
        presses(page, link)
        chooses(page, "type_key")
        writes(page, "words", words)
        saves(page)
    presses(page, rf"^Next step.*{GOAL}")
    writes(page, "words", STEP)
    chooses(page, "owner")
    saves(page)


def moves(page: Page) -> None:
    presses(page, rf"^Put first.*{GOAL}")
    presses(page, rf"^Done\?.*{STEP}")
    presses(page, r"^Name a day")
    writes(page, "due_date", "12122026")
    saves(page)
    presses(page, rf"^Change.*{BARRIER}")
    presses(page, r"^What it holds back")
    tabs_to(page, r"(^|\|)blocks$")
    page.keyboard.press("Space")
    saves(page)


def ends_all_four(page: Page) -> None:
    presses(page, rf"^Done\?.*{STEP}")
    presses(page, r"^Done$")
    page.go_back()
    page.go_back()
    for thing, way in ((WORK, "It has come to its end"), (BARRIER, "It is out of the way")):
        presses(page, rf"^Change.*{thing}")
        presses(page, rf"^{way}")
        saves(page)
    presses(page, rf"^Change.*{GOAL}")
    presses(page, r"^It comes to its end")
    chooses(page, "how")
    saves(page)


def test_a_plan_is_made_moved_and_ended_by_keys_without_scripts(visit: Visit) -> None:
    visitor = visit("Amina", KEYS_ONLY)
    address = opens(visitor, HANA)
    page = visitor.page
    adds_all_four(page)
    for words in (GOAL, BARRIER, WORK, STEP):
        expect(page.locator("#plan")).to_contain_text(words)
    holding = page.locator("#plan .goal").filter(has_text=BARRIER).filter(has_text=GOAL)
    assert holding.count() == 1
    moves(page)
    assert page.locator("#plan .goal h3").first.inner_text() == GOAL
    assert holding.count() == 0  # it no longer holds that goal back
    assert BARRIER in plan(page)
    assert "12 December" in plan(page)
    ends_all_four(page)
    visitor.goes(address)
    for words in (GOAL, BARRIER, WORK, STEP):
        assert words not in plan(page)
