"""The letter of a review: plain words, their goals first, nothing that blames; on paper too."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from cors.casefile.tests.factories import a_case, a_goal, page, sent, words
from cors.plans.actions import reword_goal
from cors.plans.models import Goal
from cors.reviews.letter import Letter, letter_of
from cors.reviews.models import Review
from cors.sheets.letter_pdf import as_pdf
from tests.stage.hana import Hana
from tests.stage.personas import Stage, browser_of

DAY = date(2026, 11, 23)


def a_letter(stage: Stage, goal: Goal, **answers: Any) -> Letter:
    """Hold a review by the page and return its letter."""
    case = goal.case
    parts = {"client", "worker", "decision", "words"}.intersection(answers)
    own = {f"{part}-{goal.pk}": answers.pop(part) for part in parts}
    answer = browser_of(stage.amina).post(
        f"/cases/{case.pk}/review/", sent(stage.amina, **own, **answers)
    )
    assert answer.status_code == 302
    return letter_of(Review.of(case).get(), stage.amina)


@pytest.fixture
def goal(stage: Stage) -> Goal:
    return a_goal(a_case(stage), stage.amina, rating=2)


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("keep", "You are going on with this."),
        ("reword", "You have put it in new words."),
        ("reached", "You got there."),
        ("let-go", "You have let this go for now."),
    ],
)
def test_each_decision_is_said_to_the_person(
    stage: Stage, goal: Goal, decision: str, said: str
) -> None:
    found = a_letter(stage, goal, decision=decision, words="A flat with a door.").goals[0]
    assert (found.decision, found.first_words) == (said, "A door I can lock.")
    assert found.words == ("A flat with a door." if decision == "reword" else "")


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        ("7", "You began at 2 out of 10. Now you say 7."),
        ("1", "You began at 2 out of 10. Now you say 1."),
        ("2", "You said 2 out of 10."),
        ("0", "You began at 2 out of 10. Now you say 0."),
        ("", ""),
    ],
)
def test_their_own_rating_is_said_and_never_judged(
    stage: Stage, goal: Goal, rating: str, said: str
) -> None:
    assert a_letter(stage, goal, client=rating).goals[0].ratings == said


@pytest.mark.parametrize(
    ("client", "worker", "said"),
    [
        ("7", "4", "Now you say 7. Amina says 4. You see it in two ways. Both stay."),
        ("7", "7", "Now you say 7. Amina says the same."),
        ("", "4", "Amina says 4 out of 10."),
        ("7", "", "You began at 2 out of 10. Now you say 7."),
    ],
)
def test_both_views_stand_side_by_side(
    stage: Stage, goal: Goal, client: str, worker: str, said: str
) -> None:
    found = a_letter(stage, goal, client=client, worker=worker).goals[0]
    assert found.ratings.endswith(said)
    text = page(stage.amina, f"/reviews/{Review.of(goal.case).get().pk}/")
    assert said in words(text)
    assert (f"Amina {worker}" in text) == bool(worker)


def test_parts_that_nobody_filled_in_are_left_out(stage: Stage, goal: Goal) -> None:
    letter = a_letter(stage, goal)
    heads = ("In your own words", "What helped", "What got in the way", "How Amina sees it")
    source = page(stage.amina, f"/reviews/{Review.of(goal.case).get().pk}/")
    assert not [head for head in heads if head in source]
    assert (letter.to, letter.signed, letter.organisation) == ("Rosa", "Amina", "Harbour Street")


def test_the_page_says_all_that_was_said(stage: Stage, goal: Goal) -> None:
    next_date = stage.organisation.today() + timedelta(weeks=4)
    a_letter(
        stage, goal, client_words="Mine.", what_helped="Tea.", in_the_way="Rain.",
        worker_words="Brave.", next_date=next_date.isoformat(),
    )  # fmt: skip
    text = words(page(stage.amina, f"/reviews/{Review.of(goal.case).get().pk}/"))
    for said in ("Dear Rosa", "In your own words Mine.", "What helped Tea.",
                 "What got in the way Rain.", "How Amina sees it Brave.",
                 f"We look back again on {next_date.day} {next_date:%B %Y}."):  # fmt: skip
        assert said in text


def test_the_letter_stays_as_it_was(stage: Stage, goal: Goal) -> None:
    before = a_letter(stage, goal, client="7")
    today = stage.organisation.today()
    reword_goal(goal=goal, words="Something else.", on=today, by=stage.amina)
    assert letter_of(Review.of(goal.case).get(), stage.amina) == before


def test_the_pdf_is_tagged_and_larger_in_large_print(stage: Stage, hana: Hana) -> None:
    browser = browser_of(stage.amina)
    address = f"/reviews/{hana.review.pk}/letter.pdf"
    normal, large = browser.get(address), browser.get(f"{address}?large=1")
    for answer in (normal, large):
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"] == 'inline; filename="letter.pdf"'
        assert answer.content.startswith(b"%PDF")
        assert b"/MarkInfo" in answer.content
        assert b"/Lang" in answer.content
    assert normal.content != large.content


def test_letters_of_any_script_and_of_markup_are_set_as_they_are() -> None:
    odd = '#import "x" *no* $a$ \\ <b> é 🦆 مفتاح'
    letter = Letter(odd, odd, DAY, (), odd, odd, odd, odd, DAY, odd)
    assert as_pdf(letter).startswith(b"%PDF")


def test_a_long_letter_goes_on_to_a_second_page() -> None:
    long = Letter("Rosa", "Harbour", DAY, (), "So it was. " * 180, "", "", "", None, "Amina")
    short = Letter("Rosa", "Harbour", DAY, (), "So it was.", "", "", "", None, "Amina")
    pages = [
        len(re.findall(rb"/Type\s*/Page\b(?!s)", as_pdf(each, large=True)))
        for each in (long, short)
    ]
    assert pages[0] > pages[1] == 1


@pytest.mark.parametrize(
    ("who", "status"),
    [("amina", 200), ("ben", 200), ("carys", 200), ("olu", 404), ("gwen", 403), ("esi", 403)],
)
@pytest.mark.parametrize("end", ["", "letter.pdf"])
def test_the_letter_is_for_those_who_may_review(
    stage: Stage, hana: Hana, who: str, status: int, end: str
) -> None:
    answer = browser_of(stage.member(who)).get(f"/reviews/{hana.review.pk}/{end}")
    assert answer.status_code == status
