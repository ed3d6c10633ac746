"""The picture for the person: their words, nothing that blames, nothing to decode."""

import re
from dataclasses import replace

import pytest

from cors.journey.client import heading
from cors.journey.client_sentences import aloud, of_hope, of_way
from cors.journey.client_water import chosen
from cors.journey.client_words import NEWEST, back, said_of
from cors.journey.drawing import CLIENT, CLIENT_PHONE, Style, draw, pages
from cors.journey.model import Journey, Released
from cors.journey.tests import drawn
from cors.journey.tests.more_people import ENDED, MANY, SETBACKS
from cors.journey.tests.people import DAY, NOTHING, SAM, TODAY, ratings, setback, success
from cors.journey.tests.twelve import (
    OVERLAPPING,
    RE_OPENED,
    RE_WORDED,
    SAM_WHOLE,
    THIRTY,
    TWELVE,
)

styles = pytest.mark.parametrize("style", [CLIENT, CLIENT_PHONE], ids=lambda style: style.name)
NEVER = re.compile(
    r"barrier|intervention|setback|resolved|score|session|audit\b|swemwbs|relapse|fail|review",
    re.IGNORECASE,
)


def whole(svg: str) -> str:
    return " ".join(drawn.words(svg))


@styles
@pytest.mark.parametrize("name", TWELVE)
def test_neither_seen_nor_spoken_is_there_a_word_of_the_trade(name: str, style: Style) -> None:
    svg = draw(TWELVE[name], style=style)
    spoken = " ".join(said for _, said in drawn.links(svg))
    plain = f"{whole(svg)} {spoken}".replace("Medication reviews", "")
    assert NEVER.findall(plain) == []


@styles
def test_the_workers_words_never_stand_in_for_a_title(style: Style) -> None:
    svg = draw(SAM, style=style)
    for moment in (moment for goal in SAM.goals for moment in goal.moments):
        assert moment.words not in svg
    assert drawn.count(svg, "j-ring") == 3


@styles
def test_a_title_is_said_with_the_way_back(style: Style) -> None:
    said = whole(draw(SAM_WHOLE, style=style))
    assert "A hard Christmas" in said or style is CLIENT_PHONE
    assert "Back on track in 9 days." in said


@pytest.mark.parametrize(
    ("came_back", "said"),
    [
        ("2026-03-01", "Back on track the same day."),
        ("2026-03-02", "Back on track in 1 day."),
        ("2026-03-13", "Back on track in 12 days."),
        ("", "On the way back."),
    ],
)
def test_a_way_back_is_said_without_blame(came_back: str, said: str) -> None:
    assert back(setback("2026-03-01", "Used", came_back)) == said


@pytest.mark.parametrize(
    ("journey", "said"),
    [
        (SAM, "How far you have come, Sam"),
        (SETBACKS, "Your journey so far, Ren"),
        (replace(SAM, name=" "), "How far you have come"),
        (replace(SETBACKS, name=""), "Your journey so far"),
    ],
)
def test_the_heading_praises_no_fall(journey: Journey, said: str) -> None:
    assert heading(journey) == said


@styles
def test_no_letters_scales_or_ties_are_drawn(style: Style) -> None:
    svg = draw(SAM_WHOLE, style=style)
    for paint in ("j-badge", "j-tie", "j-knot", "j-hair", "j-square", "j-cap"):
        assert drawn.count(svg, paint) == 0
    assert "AUDIT" not in svg


@styles
def test_it_ends_on_their_own_sentence_word_for_word(style: Style) -> None:
    svg = draw(SAM_WHOLE, style=style)
    last = " ".join(drawn.words(svg)[-2:])
    assert "in the morning.”" in last
    assert "your words, November" in last
    assert "your words" not in whole(draw(replace(SAM_WHOLE, said=None), style=style))


@styles
def test_a_goal_in_new_words_says_what_they_said_first(style: Style) -> None:
    assert "At first you said: “Stop shouting”" in whole(draw(RE_WORDED, style=style))


@styles
def test_a_goal_that_was_reached_says_so_and_one_let_go_says_nothing(style: Style) -> None:
    said = whole(draw(ENDED, style=style))
    assert "you got there" in said
    assert "ended" not in said


def test_four_things_in_the_way_are_drawn_open_ones_first() -> None:
    few, rest = chosen(THIRTY.barriers, TODAY)
    assert len(few) == 4
    assert all(row.resolved_on is None for row in few)
    assert len(few) + len(rest) == 30
    assert "Also behind you:" in whole(draw(THIRTY, style=CLIENT))


@styles
def test_work_for_all_of_it_stands_in_a_sentence(style: Style) -> None:
    said = whole(draw(OVERLAPPING, style=style))
    assert "All the way along: Letters and forms" in said


def test_without_anything_in_the_way_the_heading_of_the_work_stands_alone() -> None:
    said = whole(draw(replace(SAM, barriers=()), style=CLIENT))
    assert "What helped" in said
    assert "in the way" not in said


@styles
def test_nothing_yet_invites_and_asks_nothing(style: Style) -> None:
    svg = draw(NOTHING, style=style)
    assert "Your journey, about to start" in whole(svg)
    assert drawn.links(svg) == []


def test_what_they_named_is_listed_newest_first_and_what_they_did_not_is_left_out() -> None:
    goal = replace(
        SAM.goals[0],
        moments=(replace(success("2026-01-01", "x"), title="Mine"), success("2026-02-01", "y")),
    )
    assert [one.words for one in said_of(goal)] == ["Moved into own tenancy", "Mine"]
    svg = draw(TWELVE["six-goals-four-years"], style=CLIENT_PHONE)
    assert any(words.startswith("and ") and "earlier" in words for words in drawn.words(svg))
    assert NEWEST == 3


def test_it_is_spoken_to_them_in_whole_sentences() -> None:
    said = of_hope(SAM_WHOLE.goals[1])
    assert said.startswith("You hoped: “Drink less, so that mornings are mine again”. You said 2")
    assert "A hard Christmas. Back on track in 12 days, 24 December 2025." in said
    assert of_way(RE_OPENED) == (
        "Back pain, still here. What helped: Gym with Jo. "
        "No tools of my own, behind you, 10 November 2025. What helped: Grant for tools."
    )
    assert of_way(SETBACKS) == ""
    assert of_hope(SAM_WHOLE.goals[0]) in aloud(SAM_WHOLE)


@pytest.mark.parametrize("name", [name for name in TWELVE if name != "nothing-yet"])
def test_on_paper_no_hope_is_cut_in_two_and_nothing_is_lost(name: str) -> None:
    journey = TWELVE[name]
    found = pages(journey, 1123)
    assert all(float(drawn.tree(page).get("height", 0)) <= 1123 for page in found)
    assert all("class=" not in page and drawn.overlaps(page) == [] for page in found)
    on_paper = sorted(words for page in found for words in drawn.words(page))
    assert on_paper == sorted(drawn.words(draw(journey, style=CLIENT)))


def test_on_paper_nothing_yet_is_no_page() -> None:
    assert pages(NOTHING, 1123) == []
    assert len(pages(MANY, 1123)) > 1
    assert DAY("2026-11-09") == TODAY


def test_when_a_hope_was_added_stands_clear_of_a_first_number_of_two_figures() -> None:
    given = ratings(("2026-09-01", 10), ("2026-10-20", 4))
    late = replace(SAM.goals[-1], set_on=DAY("2026-09-01"), ratings=given)
    svg = draw(replace(SAM, goals=(*SAM.goals[:-1], late)), style=CLIENT)
    assert "added in September" in drawn.words(svg)
    assert drawn.overlaps(svg) == []


def test_what_was_released_stands_at_the_end_and_is_read_aloud() -> None:
    said = "Your answers about your mood are better than on 5 January."
    earlier = Released(DAY("2025-12-01"), "phq-9", "You answered questions about your mood.")
    told = replace(SAM, released=(earlier, Released(DAY("2026-01-05"), "phq-9", said)))
    assert said in " ".join(drawn.words(draw(told, style=CLIENT)))
    assert said in aloud(told)
    assert earlier.words not in aloud(told)
    assert said not in " ".join(drawn.words(draw(told)))
