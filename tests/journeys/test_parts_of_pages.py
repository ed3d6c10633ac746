"""A part of a page renews itself in place; without scripts the whole page comes."""

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.visitor import DESK, Screen, Visitor

pytestmark = pytest.mark.browser

NO_SCRIPTS = Screen("desk", 1280, 900, scripts=False)


@pytest.fixture
def people(visit: Visit) -> Visitor:
    """Amina before the list of her people, which bears a mark that only a new page takes away."""
    visitor = visit("Amina", DESK)
    visitor.goes("/")
    visitor.goes("/people/")
    visitor.page.evaluate("window.mark = 'the same page'")
    return visitor


def same_page(visitor: Visitor) -> bool:
    return bool(visitor.page.evaluate("window.mark === 'the same page'"))


def find(visitor: Visitor, words: str) -> None:
    visitor.page.get_by_role("searchbox").first.fill("")
    visitor.page.locator("#q").press_sequentially(words)
    visitor.page.wait_for_url(f"**/people/?q={words}")


def test_typing_finds_somebody_and_leaves_the_words_and_the_cursor(people: Visitor) -> None:
    everybody = people.page.locator("#found li").count()
    find(people, "han")
    found = people.page.locator("#found li")
    assert 0 < found.count() < everybody
    assert "Hana" in found.first.inner_text()
    assert same_page(people)
    assert people.page.evaluate("document.activeElement.id") == "q"
    assert people.page.title().startswith("han, people")


def test_what_was_found_is_announced_in_a_few_words(people: Visitor) -> None:
    find(people, "han")
    assert people.page.locator("body > [role=status]").inner_text() == "1 found"
    find(people, "nobodyatall")
    assert people.page.locator("body > [role=status]").inner_text() == "Nobody found"


def test_typing_leaves_no_trail_but_pressing_find_does(people: Visitor) -> None:
    find(people, "han")
    people.page.go_back()
    people.page.wait_for_url(f"{people.url}/")
    people.goes("/people/")
    people.page.locator("#q").fill("han")
    people.presses_on(people.button("Find"))
    people.page.wait_for_url("**/people/?q=han")
    people.page.go_back()
    people.page.wait_for_url("**/people/")
    people.page.wait_for_function("document.querySelectorAll('#found li').length > 1")


def test_a_pressed_kind_keeps_the_focus_and_goes_back_by_back(people: Visitor) -> None:
    page = people.page
    people.presses_on(page.locator("#found a", has_text="Hana").first)
    people.presses_on(page.locator("main a[href*='/cases/']").first)
    people.goes(page.url.removeprefix(people.url).partition("?")[0] + "timeline/")
    page.evaluate("window.mark = 'the same page'")
    people.presses_on(people.link("Setbacks"))
    page.wait_for_url("**/timeline/?kind=setback")
    assert same_page(people)
    assert page.evaluate("document.activeElement.textContent") == "Setbacks"
    assert page.locator("#entries [aria-current=true]").inner_text() == "Setbacks"
    page.go_back()
    page.wait_for_function("window.mark === undefined")
    assert page.locator("#entries [aria-current=true]").inner_text() == "Everything"


def test_a_press_after_the_session_ended_leads_to_sign_in(people: Visitor) -> None:
    people.page.context.clear_cookies()
    people.page.locator("#q").fill("han")
    people.presses_on(people.button("Find"))
    people.page.wait_for_url("**/sign-in/login/**")


def test_the_same_is_there_without_scripts(visit: Visit) -> None:
    visitor = visit("Amina", NO_SCRIPTS)
    visitor.goes("/people/")
    visitor.writes("Name, reference or year of birth", "han")
    visitor.presses_on(visitor.button("Find"))
    assert visitor.page.url.endswith("/people/?q=han")
    assert "Hana" in visitor.page.locator("#found li").first.inner_text()
