"""What could tell who a text is about goes; what a rule can't know is left to a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.sheets.hidden import (
    ADDRESS,
    NAME,
    NAME_OR_PLACE,
    NUMBER,
    Known,
    still_named,
    without_names,
)

KNOWN = Known(["Hana Abel", "Hani"], ["Amina Yusuf", "14 Elm Road", "hana@example.org"])


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Hana rang.", f"{NAME} rang."),
        ("She said hana did it.", f"She said {NAME} did it."),
        ("HANA'S sister came.", f"{NAME} sister came."),
        ("It was Hana’s turn.", f"It was {NAME} turn."),
        ("Write to hana@example.org.", f"Write to {ADDRESS}"),
        ("See https://example.org/x now.", f"See {ADDRESS} now."),
        ("Ring 07700 900123 today.", f"Ring {NUMBER} today."),
        ("Lives at 9 Oak Lane, LS1 4AB.", f"Lives at 9 {NAME_OR_PLACE}, {NUMBER}."),
        ("Her flat in Leeds is dry.", f"Her flat in {NAME_OR_PLACE} is dry."),
        ("She met Dr. Khan there.", f"She met {NAME_OR_PLACE}. {NAME_OR_PLACE} there."),
        ("Tesco rang. She works at Tesco.", f"{NAME_OR_PLACE} rang. She works at {NAME_OR_PLACE}."),
        ("Elm Road is loud.", f"{NAME_OR_PLACE} is loud."),
        ("Amina rang.", f"{NAME_OR_PLACE} rang."),
    ],
)
def test_a_name_a_place_or_a_number_is_taken_out(said: str, left: str) -> None:
    assert without_names(said, KNOWN) == left


@pytest.mark.parametrize(
    "said",
    [
        "",
        "A door I can lock.",
        "On Monday I saw the GP. In March I moved.",
        "“It was hard.” Then it got better: Much better.",
        "The road is long, the elm is old.",
        "Went from 2 to 7 in 13 weeks.",
        "Universal Credit came through.",
        "First line\nSecond line\n– Third line",
    ],
)
def test_what_names_nobody_stays_as_it_is(said: str) -> None:
    assert without_names(said, KNOWN) == said


def test_a_name_at_the_start_of_a_sentence_is_for_the_second_reader() -> None:
    assert without_names("Leeds was cold.", KNOWN) == "Leeds was cold."


def test_says_which_known_names_still_stand() -> None:
    assert still_named("Hana and hana went with Amina’s dog.", KNOWN) == ["Hana", "hana", "Amina’s"]
    assert still_named("The person went up the road with a worker.", KNOWN) == []
    assert still_named("They went to Elm Road.", KNOWN) == ["Elm", "Road"]


PARTS = ["Hana", "ABEL", "Amina’s", "the", "Elm", "went", ".", "”", "\n", "[note]", "é", "李"]
WORDS = st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=12).map(" ".join)


@given(WORDS)
def test_no_known_name_is_ever_left(said: str) -> None:
    found = without_names(said, KNOWN)
    for mark in (NAME, NAME_OR_PLACE, NUMBER, ADDRESS):
        found = found.replace(mark, "")
    assert still_named(found, KNOWN) == []


@given(WORDS)
def test_what_was_hidden_is_hidden_once(said: str) -> None:
    once = without_names(said, KNOWN)
    assert without_names(once, KNOWN) == once
