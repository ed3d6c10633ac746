"""What is written survives a closed tab, a sign-out and a lost session, and is offered again."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, StorageState, expect

from tests.journeys import keyworker
from tests.journeys.conftest import Visit, opened
from tests.journeys.looks import faults
from tests.journeys.server import Demo
from tests.journeys.visitor import DESK, PHONE, Screen, Visitor

pytestmark = pytest.mark.browser

KEPT = "Draft kept"
OFFER = "It is not saved."
PLACE = 5  # of the people on Today, whom no other journey records about


def opens_record(visitor: Visitor, place: int = PLACE) -> str:
    """Open Record for somebody on Today; return its address."""
    visitor.goes("/")
    links = visitor.page.locator("a[href^='/record/']").filter(visible=True)
    addresses = {str(link.get_attribute("href")) for link in links.all()}
    people = sorted(one for one in addresses if re.fullmatch(r"/record/[0-9a-f-]{36}/", one))
    visitor.goes(people[place % len(people)])
    return people[place % len(people)]


def types(visitor: Visitor, words: str) -> None:
    note = visitor.page.get_by_label("Note", exact=True)
    note.press("End")
    note.press_sequentially(words)
    expect(visitor.page.locator("#state")).to_have_text(KEPT)


@pytest.fixture
def amina(visit: Visit) -> Iterator[Visitor]:
    found = visit("Amina")
    yield found
    keyworker.lets_drafts_go(found, opens_record(found))


def test_a_closed_tab_loses_nothing(amina: Visitor, visit: Visit) -> None:
    # Given Amina, who writes on her phone
    phone = visit("Amina", PHONE)
    address = opens_record(phone)
    phone.chooses("Visit")
    types(phone, "She asked about the deposit")
    # When the tab is closed, and she comes back at a desk
    phone.page.close()
    amina.goes(address)
    # Then it is offered, and going on fills all of it in
    assert "She asked about the deposit" in amina.words
    assert not faults(amina.page)
    amina.presses_on(amina.link("Go on"))
    expect(amina.page.get_by_label("Note", exact=True)).to_have_value("She asked about the deposit")
    expect(amina.page.get_by_label("Visit", exact=True)).to_be_checked()
    # And once it is saved it is offered no more
    amina.presses_on(amina.button("Save"))
    amina.page.wait_for_url("**/cases/*/")
    assert "She asked about the deposit" in amina.words
    amina.goes(address)
    assert OFFER not in amina.words


def test_leaving_the_page_keeps_the_last_words_at_once(amina: Visitor) -> None:
    address = opens_record(amina)
    amina.page.get_by_label("Note", exact=True).press_sequentially("Half a sen")
    amina.goes("/")
    # The next page and what was sent at leaving are on their way at the same time.
    for _ in range(10):
        amina.goes(address)
        if OFFER in amina.words:
            break
        amina.page.wait_for_timeout(200)
    assert "Half a sen" in amina.words


def test_two_tabs_keep_both_texts_and_show_both(amina: Visitor) -> None:
    address = opens_record(amina)
    types(amina, "At the desk")
    other = amina.page.context.new_page()
    second = Visitor(other, amina.url, DESK)
    second.goes(address)
    assert "At the desk" in second.words
    types(second, "In another tab")
    types(amina, ", and more")
    amina.goes(address)
    assert amina.words.count(OFFER) == 2
    assert "At the desk, and more" in amina.words
    assert "In another tab" in amina.words
    assert not second.troubles


def test_the_same_draft_in_two_tabs_parts_without_a_loss(amina: Visitor) -> None:
    address = opens_record(amina)
    types(amina, "Begun")
    second = Visitor(amina.page.context.new_page(), amina.url, DESK)
    second.goes(address)
    second.presses_on(second.link("Go on"))
    types(amina, " here")
    types(second, " there")
    amina.goes(address)
    assert amina.words.count(OFFER) == 2
    assert "Begun here" in amina.words
    assert "Begun there" in amina.words


def test_going_on_can_be_loaded_again(amina: Visitor) -> None:
    address = opens_record(amina)
    types(amina, "Begun")
    amina.goes(address)
    amina.presses_on(amina.link("Go on"))
    types(amina, ", then more")
    amina.page.reload()
    assert "Begun, then more" in amina.words
    assert amina.words.count(OFFER) == 1


def test_a_lost_session_keeps_what_was_written_before(amina: Visitor, visit: Visit) -> None:
    other = visit("Amina")
    address = opens_record(other)
    types(other, "Before it ended")
    other.page.context.clear_cookies(name="cors_session")
    other.page.get_by_label("Note", exact=True).press_sequentially(", and after")
    expect(other.page.locator("#state")).to_contain_text("your sign-in has ended")
    amina.goes(address)
    assert "Before it ended" in amina.words


def test_the_button_keeps_where_no_script_runs(amina: Visitor, visit: Visit) -> None:
    bare = visit("Amina", Screen("phone", PHONE.width, PHONE.height, scripts=False))
    address = opens_record(bare)
    bare.writes("Note", "Without a script")
    bare.presses_on(bare.button("Keep for later"))
    bare.page.wait_for_url("**/cases/*/")
    assert "Kept for later" in bare.words
    bare.goes(address)
    assert "Without a script" in bare.words
    bare.presses_on(bare.link("Go on"))
    assert bare.page.get_by_label("Note", exact=True).input_value() == "Without a script"


def test_signing_out_keeps_it(
    chromium: Browser, demo: Demo, signed_in: Callable[[str], StorageState], amina: Visitor
) -> None:
    context = opened(chromium, DESK)
    visitor = Visitor(context.new_page(), demo.url, DESK)
    keyworker.signs_in_by_a_press(visitor, "Amina")
    address = opens_record(visitor)
    types(visitor, "Then home")
    visitor.goes("/sign-in/logout/")
    visitor.page.locator("main button").first.click()
    context.close()
    amina.goes(address)
    assert "Then home" in amina.words
