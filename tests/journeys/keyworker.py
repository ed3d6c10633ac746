"""What people of the practice organisation do, each deed as they would tell it."""

import re

from tests.journeys.visitor import Visitor

HANA = "Hana"  # of all of Amina's people the one with the longest way behind her
GOAL = "I want to cook for my boys on Sundays again."
SETBACK = "The kitchen flooded, so Sunday did not come about."
HELPED = "Cooking at her sister's."
OWN_WORDS = "I did not think I would get this far."


def signs_in_by_a_press(visitor: Visitor, name: str) -> None:
    """Sign in on the practice page, which asks for no password."""
    visitor.goes("/")
    visitor.presses_on(visitor.link("Practice: choose who you are"))
    person = visitor.page.get_by_role("button", name=re.compile(rf"^{name} "))
    visitor.presses_on(person.first)


def signs_in_by_password(visitor: Visitor, email: str, password: str) -> None:
    visitor.goes("/sign-in/login/")
    visitor.writes("Email", email)
    visitor.writes("Password", password)
    visitor.presses_on(visitor.button("Sign in"))


def names_on_today(visitor: Visitor) -> list[str]:
    """Return the people on Today, those worth a look first."""
    cards = visitor.page.locator("main li h3 a")
    return [words.strip() for words in cards.all_inner_texts()]


def opens(visitor: Visitor, name: str) -> str:
    """Open somebody's case from Today; return its address."""
    visitor.goes("/")
    card = visitor.page.locator("main li h3 a").filter(has_text=name).first
    visitor.presses_on(card)
    return visitor.page.url.removeprefix(visitor.url)


def sets_a_goal(visitor: Visitor, words: str = GOAL, *, rating: int = 3) -> None:
    visitor.presses_on(visitor.page.locator("main a[href$='/goals/new/']").first)
    visitor.writes("In their own words", words)
    visitor.chooses("Relationships")
    visitor.chooses(str(rating))
    visitor.presses_on(visitor.button("Save"))


def records_a_setback(visitor: Visitor, words: str = SETBACK) -> None:
    visitor.presses_on(visitor.link("Record"))
    visitor.chooses("Call")
    visitor.chooses("Setback")
    visitor.writes("What happened?", words)
    visitor.writes("Note", "She rang herself to tell.")
    visitor.writes("Next step", "Ring the landlord")
    visitor.chooses("Tomorrow")
    visitor.presses_on(visitor.button("Save"))


def gets_back_on_track(visitor: Visitor, helped: str = HELPED) -> None:
    visitor.presses_on(visitor.link("Back on track"))
    visitor.writes("What helped?", helped)
    visitor.presses_on(visitor.button("Save"))


def looks_back_together(visitor: Visitor, words: str = OWN_WORDS) -> None:
    """Hold the review: a rating and a decision for each goal, and a sentence of their own."""
    visitor.presses_on(visitor.link("Review together"))
    for number in range(visitor.page.locator("div.asks").count()):
        goal = visitor.page.locator("div.asks").nth(number)
        visitor.chooses("6", within=goal)
        visitor.chooses("Keep it", within=goal)
    visitor.writes("In their own words", words)
    visitor.presses_on(visitor.button("Save and write the letter"))


def lets_drafts_go(visitor: Visitor, address: str) -> None:
    """Let go of everything that was begun on somebody's Record screen."""
    visitor.goes(address)
    while visitor.page.get_by_role("button", name="Let it go").count():
        visitor.presses_on(visitor.button("Let it go"))
        visitor.page.wait_for_load_state()
