"""Lighthouse looks at the pages as somebody who is signed in at a practice organisation."""

import pytest

from cors.config.commands.lighthouse import pages
from cors.config.lighthouse.practice_server import Guest
from tests.journeys.server import Demo

pytestmark = pytest.mark.browser


def test_a_guest_sees_what_a_keyworker_sees(demo: Demo) -> None:
    guest = Guest(demo.url)
    guest.signs_in()
    assert "cors_session=" in guest.cookies
    case = pages(guest.opens("/"))["Case"]
    assert 'id="journey"' in guest.opens(case)


def test_a_guest_who_is_nobody_comes_to_sign_in(demo: Demo) -> None:
    assert 'name="password"' in Guest(demo.url).opens("/")
