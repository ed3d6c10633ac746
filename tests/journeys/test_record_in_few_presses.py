"""Record: one screen, near at hand, short, and saved once."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import keyworker
from tests.journeys.conftest import Visit
from tests.journeys.keyworker import HANA
from tests.journeys.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser

MOST_PRESSES = 6


def opens_record(visitor: Visitor, name: str = HANA) -> None:
    """Open Record from somebody's card on Today."""
    visitor.goes("/")
    button = visitor.page.get_by_role("link", name=f"Record for {name}", exact=True)
    visitor.presses_on(button.first)


def test_kind_goal_rating_and_save_take_at_most_six_presses(visit: Visit) -> None:
    # Given Amina on her phone, looking at Today
    amina = visit("Amina", PHONE)
    # When she records a visit that touched the goal, with a rating
    opens_record(amina)
    amina.chooses("Visit")
    goal = amina.page.locator(".row-goal").first
    amina.presses_on(goal.locator("input[type=checkbox]"))
    amina.chooses("7", within=goal)
    amina.presses_on(amina.button("Save"))
    # Then it stands on the timeline
    amina.page.wait_for_url(re.compile("/cases/"))
    assert "Visit, today" in amina.words
    assert amina.presses <= MOST_PRESSES


def test_kind_work_goal_rating_and_save_stand_on_one_phone_screen(visit: Visit) -> None:
    amina = visit("Amina", PHONE)
    opens_record(amina)
    page = amina.page
    page.locator(".row-goal input[type=checkbox]").first.check()
    # The bar with Save covers the end of the screen.
    room = page.locator(".saves").bounding_box()
    assert room is not None
    assert room["y"] + room["height"] <= PHONE.height + 1
    for part in ("fieldset:has([name=kind])", ".row-goal .rating"):
        box = page.locator(part).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= room["y"], part
    assert page.evaluate("scrollY") == 0


def test_record_is_one_key_away_and_search_another(visit: Visit) -> None:
    amina = visit("Amina")
    for address in ("/", "/people/", keyworker.opens(amina, HANA)):
        amina.goes(address)
        amina.page.keyboard.press("r")
        amina.page.wait_for_url(re.compile("/record/"))
        amina.goes(address)
        amina.page.keyboard.press("/")
        amina.page.wait_for_url(re.compile("/search/"))
        expect(amina.page.get_by_role("searchbox")).to_be_focused()


def test_the_keys_are_letters_again_while_somebody_writes(visit: Visit) -> None:
    amina = visit("Amina")
    amina.goes("/people/")
    box = amina.page.get_by_role("searchbox")
    box.press_sequentially("r/")
    assert box.input_value() == "r/"
    assert amina.page.url.endswith("/people/")


@pytest.mark.parametrize("presses", [1, 2])
def test_a_second_press_on_save_makes_no_second_contact(visit: Visit, presses: int) -> None:
    amina = visit("Amina")
    opens_record(amina)
    note = f"She pressed {presses} times."
    amina.chooses("Call")
    amina.writes("Note", note)
    amina.button("Save").click(click_count=presses)
    amina.page.wait_for_url(re.compile("/cases/"))
    assert amina.page.locator("ul.moments > li").filter(has_text=note).count() == 1


def test_whoever_was_signed_out_in_between_is_asked_to_sign_in(visit: Visit) -> None:
    # Given Amina, who has Record open, and whose session ends meanwhile
    amina = visit("Amina")
    opens_record(amina)
    amina.chooses("Call")
    amina.page.context.clear_cookies(name="cors_session")
    # When she saves
    amina.presses_on(amina.button("Save"))
    # Then she is asked to sign in, and nothing looks saved
    amina.page.wait_for_url(re.compile("/sign-in/login/"))
    assert amina.heading == "Sign in"
