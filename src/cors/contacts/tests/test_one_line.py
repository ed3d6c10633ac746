"""One line is read into the fields of the form; nothing is guessed and no word is lost."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.contacts.one_line import Fields, Offered, read_line

MONDAY = date(2026, 11, 23)
OFFERED = Offered(
    kinds={"visit": "Visit", "call": "Call", "video-call": "Video call"},
    goals={"g1": "Housing", "g2": "Money", "g3": "Money"},
    barriers={"no-deposit": "No deposit or first rent", "debts": "Debts"},
    today=MONDAY,
)


def read(note: str) -> tuple[Fields, str]:
    line = read_line(note, OFFERED)
    return line.fields, line.note


def test_a_whole_line_is_read() -> None:
    fields, note = read(
        'visit 30m @housing +small win "rang the landlord herself" !Debts next: forms on Friday'
    )
    assert fields == {
        "kind": ["visit"], "minutes": ["30"], "goal-g1": ["on"],
        "marks": ["success", "barrier"], "success_words": ["rang the landlord herself"],
        "barrier_type": ["debts"],
        "step_words": ["forms"], "step_when": ["day"], "step_day": ["2026-11-27"],
    }  # fmt: skip
    assert note == ""


@pytest.mark.parametrize(
    ("note", "fields", "rest"),
    [
        ("", {}, ""),
        ("She was tired.", {}, "She was tired."),
        ("Visiting her was good.", {}, "Visiting her was good."),
        ("VIDEO CALL 5 min went well", {"kind": ["video-call"], "minutes": ["5"]}, "went well"),
        ("call", {"kind": ["call"]}, ""),
        ("60 minutes", {"minutes": ["60"]}, ""),
        ("in 60 minutes", {}, "in 60 minutes"),
        ("1000m away", {}, "1000m away"),
        ("@money", {}, "@money"),
        ("@hou we looked", {"goal-g1": ["on"]}, "we looked"),
        ("me@housing.org", {}, "me@housing.org"),
        ("+rang them", {"marks": ["success"], "success_words": ["rang them"]}, ""),
        (
            '+rang them "I did it" and smiled',
            {
                "marks": ["success"], "success_words": ["rang them"],
                "success_client_words": ["I did it"],
            },
            "and smiled",
        ),
        ("+one +two", {"marks": ["success"], "success_words": ["one"]}, "+two"),
        ("+win", {}, "+win"),
        ('+"a !b @c"', {"marks": ["success"], "success_words": ["a !b @c"]}, ""),
        ("-missed the bus", {"marks": ["setback"], "setback_words": ["missed the bus"]}, ""),
        ("- a list\n- of things", {}, "- a list\n- of things"),
        ("minus -5 degrees", {}, "minus -5 degrees"),
        ("!no deposit", {"marks": ["barrier"], "barrier_words": ["no deposit"]}, ""),
        ("Great! Really", {}, "Great! Really"),
        ("next: ring them", {"step_words": ["ring them"]}, ""),
        ("next: forms by tomorrow",
         {"step_words": ["forms"], "step_when": ["day"], "step_day": ["2026-11-24"]}, ""),
        ("next: forms monday",
         {"step_words": ["forms"], "step_when": ["day"], "step_day": ["2026-11-30"]}, ""),
        ("next: forms on 2026-12-24",
         {"step_words": ["forms"], "step_when": ["day"], "step_day": ["2026-12-24"]}, ""),
        ("next: forms on 2026-99-24", {"step_words": ["forms on 2026-99-24"]}, ""),
        ("next: friday", {"step_words": ["friday"]}, ""),
        ("next:", {}, "next:"),
        ("call @housing\n+not this line", {"kind": ["call"], "goal-g1": ["on"]}, "+not this line"),
    ],
)  # fmt: skip
def test_what_has_one_meaning_is_read_and_the_rest_stays(
    note: str, fields: Fields, rest: str
) -> None:
    assert read(note) == (fields, rest)


@pytest.mark.parametrize(
    ("offered", "note"),
    [
        (replace(OFFERED, kinds={}), "visit 30m went well"),
        (replace(OFFERED, barriers={}), "!Debts next: forms"),
        (replace(OFFERED, filled=["success_words"]), "+rang them"),
        (replace(OFFERED, filled=["barrier_type"]), "!no deposit"),
        (replace(OFFERED, filled=["step_words"]), "next: forms"),
    ],
)
def test_what_has_no_place_in_the_form_stays(offered: Offered, note: str) -> None:
    line = read_line(note, offered)
    assert (line.fields, line.note) == ({}, note)


WORDS = st.lists(
    st.sampled_from(
        ["visit", "30m", "@housing", "@money", "+", "+rang", "-missed", "!Debts", "!no", "next:",
         "on", "Friday", '"', "“I did”", '"so it was"', "she", "said", "\n", "win", "setback"]
    )
    | st.text(max_size=6),
    max_size=14,
).map(" ".join)  # fmt: skip

# What says how a thing is meant, and is no word of its own once it is read.
SAID = {"visit", "call", "video", "30m", "housing", "hou", "win", "small", "success", "setback"}
SAID |= {"next", "on", "by", "friday", "debts", "minutes", "min", "mins"}


@given(WORDS)
def test_no_word_is_lost(note: str) -> None:
    line = read_line(note, OFFERED)
    kept = [line.note, *(value for values in line.fields.values() for value in values)]
    there = set(re.findall(r"\w+", " ".join(kept).casefold()))
    lost = set(re.findall(r"\w+", note.casefold())) - there - SAID
    assert not {word for word in lost if not word.startswith("hous")}


@given(WORDS, st.text())
def test_the_lines_after_the_first_stay_character_by_character(first: str, others: str) -> None:
    head = first.replace("\n", " ")
    line = read_line(f"{head}\n{others}", OFFERED)
    assert line.note.endswith(others)
    assert line.fields == read_line(head, OFFERED).fields


@given(st.text(alphabet=st.characters(exclude_characters='@+-!:"“”\n')))
def test_a_line_without_marks_stays_character_by_character(text: str) -> None:
    line = read_line(f"She said {text}", OFFERED)
    assert (line.fields, line.note) == ({}, f"She said {text}".strip())


@given(WORDS)
def test_what_stays_is_read_no_further_without_being_asked(note: str) -> None:
    line = read_line(note, OFFERED)
    assert set(line.fields) <= {
        "kind", "minutes", "goal-g1", "goal-g2", "goal-g3", "marks", "success_words",
        "success_client_words", "setback_words", "setback_client_words", "barrier_type",
        "barrier_words", "step_words", "step_when", "step_day",
    }  # fmt: skip
    assert all(value for values in line.fields.values() for value in values)
