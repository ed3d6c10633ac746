"""A phone is handed over, nine questions are answered, and the worker has it back."""

from datetime import date, timedelta

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


def test_nine_questions_that_are_all_passed_over(visit: Visit) -> None:
    # Given Amina on her phone, with one question a page
    amina = visit("Amina", PHONE)
    case = opens(amina, "Hana")
    amina.goes(f"{case}measures/phq-9/one-by-one/")
    # When nothing is answered
    for _ in range(9):
        amina.presses_on(amina.button("Next"))
    amina.presses_on(amina.button("Save"))
    # Then a sentence says so, nothing is recorded, and one can go back
    assert "Answer at least one question, or leave this for another day." in amina.words
    assert not barriers(amina.page)
    amina.presses_on(amina.button("Back to the questions"))
    amina.chooses("Several days")
    amina.presses_on(amina.button("Next"))
    amina.presses_on(amina.button("Save"))
    amina.page.wait_for_url("**/measures/*-*/")
    # Too little was answered for a total, which never looks like zero
    assert "Could not be worked out" in amina.words
    assert "This is not zero." in amina.words


def test_a_paper_of_last_week_and_what_a_second_person_says(visit: Visit) -> None:
    # Given a paper that Hana filled in a week ago
    amina = visit("Amina", PHONE)
    case = opens(amina, "Hana")
    amina.goes(f"{case}measures/gad-7/")
    today = date.fromisoformat(amina.page.get_by_label("Day", exact=True).input_value())
    week_ago = today - timedelta(days=7)
    for rater, answer, day in (
        ("The person", "Several days", week_ago),
        ("A parent or carer", "Nearly every day", today),
    ):
        # When Amina types it in, all questions on one page
        amina.goes(f"{case}measures/gad-7/")
        amina.writes("Day", day.isoformat())
        amina.chooses(rater)
        for asked in amina.page.locator("main fieldset").all()[1:]:
            amina.chooses(answer, within=asked)
        assert not barriers(amina.page)
        amina.presses_on(amina.button("Save"))
        amina.page.wait_for_url("**/measures/*-*/")
    # Then each of the two has a line and a baseline of their own
    amina.presses_on(amina.link("See it over time"))
    said = amina.words
    assert "A parent or carer" in said
    assert f"{week_ago.day} {week_ago:%B}" in said
    assert not barriers(amina.page)
    assert not amina.troubles


def test_an_answer_of_risk_comes_first_on_today(visit: Visit) -> None:
    # Given the questions on Amina's phone
    amina = visit("Amina", PHONE)
    case = opens(amina, "Tom")
    amina.goes(f"{case}measures/phq-9/")
    # When the last question is answered with more than not at all
    amina.chooses("Several days", within=amina.page.locator("main fieldset").last)
    amina.presses_on(amina.button("Save"))
    amina.page.wait_for_url("**/measures/*-*/")
    # Then help stands on the spot, and safety comes first wherever the person is met
    assert "Act on this today." in amina.words
    assert not barriers(amina.page)
    amina.goes("/")
    assert "Talk about safety." in amina.words
    amina.goes(case)
    assert "An answer asks to talk about safety." in amina.words
    assert not amina.troubles
