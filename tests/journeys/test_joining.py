"""Joining by a link, and signing in by password afterwards."""

import re

import pytest

from tests.journeys import keyworker
from tests.journeys.conftest import Visit
from tests.journeys.looks import faults
from tests.journeys.visitor import DESK, PHONE, Screen, Visitor

pytestmark = pytest.mark.browser

PASSWORD = "a quiet harbour at dawn"
WITHOUT_SCRIPTS = Screen("phone", PHONE.width, PHONE.height, scripts=False)


@pytest.mark.parametrize("screen", [DESK, WITHOUT_SCRIPTS], ids=str)
def test_a_newcomer_joins_by_a_link_and_comes_back_by_password(
    visit: Visit, screen: Screen
) -> None:
    # Given Dev, who invites Nia
    email = f"nia-{'with' if screen.scripts else 'without'}@harbour-street.example"
    link = invites(visit("Dev", screen), email)
    # When she opens the link, and chooses a name and a password
    nia = visit(screen=screen)
    nia.goes(link)
    assert not screen.scripts or not faults(nia.page)
    nia.writes("Your name", "Nia Bell")
    nia.writes("A password", PASSWORD)
    nia.presses_on(nia.button("Join"))
    # Then she is in
    assert nia.heading == "Today"
    # And another day she signs in with both
    again = visit(screen=screen)
    keyworker.signs_in_by_password(again, email, PASSWORD)
    assert again.heading == "Today"


def test_a_wrong_password_says_what_to_do_and_lets_nobody_in(visit: Visit) -> None:
    stranger = visit()
    keyworker.signs_in_by_password(stranger, "amina@harbour-street.example", "open sesame, harbour")
    stranger.page.wait_for_load_state()
    assert stranger.page.url.endswith("/sign-in/login/")
    assert stranger.page.locator("[data-error-summary]").is_visible()
    assert not faults(stranger.page)


def invites(visitor: Visitor, email: str) -> str:
    """Make an invitation; return the address in its link."""
    visitor.goes("/settings/invite/")
    visitor.writes("Their e-mail address", email)
    visitor.chooses("Keyworker")
    visitor.presses_on(visitor.button("Make the link"))
    link = visitor.page.get_by_label("Link", exact=True).input_value()
    return re.sub(r"^https?://[^/]+", "", link)
