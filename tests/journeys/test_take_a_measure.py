"""A phone is handed over, nine questions are answered, and the worker has it back."""

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.keyworker import opens
from tests.journeys.looks import barriers
from tests.journeys.visitor import PHONE

pytestmark = pytest.mark.browser


def test_nine_questions_on_a_phone_that_is_handed_over(visit: Visit) -> None:
    # Given Amina on her phone, who opens the questions for Hana
    amina = visit("Amina", PHONE)
    case = opens(amina, "Hana")
    amina.goes(f"{case}measures/phq-9/")
    amina.presses_on(amina.button("Hand over the device"))
    # When Hana looks about, then nothing else opens, and nothing there names her
    for closed in ("/", case, "/people/"):
        amina.goes(closed)
        assert "Nothing else opens on it until then." in amina.words
        assert "Hana" not in amina.page.content()
    assert not barriers(amina.page)
    amina.goes(f"{case}measures/phq-9/one-by-one/")
    # When she answers each, passes one over and goes back once
    for number in range(1, 10):
        assert f"Question {number} of 9" in amina.words
        assert "Hana" not in amina.page.locator("body").inner_text()
        assert not barriers(amina.page)
        if number != 3:
            amina.chooses("Not at all")
        amina.presses_on(amina.button("Next"))
        if number == 5:
            amina.presses_on(amina.button("Back"))
            assert amina.page.get_by_label("Not at all").is_checked()
            amina.presses_on(amina.button("Next"))
    # Then she is asked to hand it back, and the worker saves it
    assert "Hand it back now" in amina.words
    assert not barriers(amina.page)
    amina.presses_on(amina.button("Save"))
    amina.page.wait_for_url("**/measures/*-*/")
    assert "Total" in amina.words
    amina.goes(case)
    assert "Hana" in amina.words
    assert not amina.troubles
