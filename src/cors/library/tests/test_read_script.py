"""An answer's file is read into chapters, or refused with its name, the key and the reason."""

from dataclasses import replace

import pytest

from cors.library.script import ScriptError, read_script
from cors.library.shelf import shelf_of

GOOD = """+++
title = "Why?"
theme = "why"
place = 1
key_points = ["One"]
screens = ["caseload:today"]
related = []
evidence = []
+++
## First
Some words
over two lines.

And more.
## Second
The end.
"""


def test_chapters_hold_paragraphs() -> None:
    answer = read_script("why", GOOD)
    assert [each.heading for each in answer.chapters] == ["First", "Second"]
    assert answer.chapters[0].paragraphs == ("Some words over two lines.", "And more.")
    assert (answer.words, answer.minutes_to_read, answer.minutes_to_hear) == (9, 1, 1)


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("+++\ntitle", "title", "begin with"),
        ("+++\n##", "##", "begin with"),
        ('"Why?"', "Why?", "why: "),
        ('title = "Why?"\n', "", "title is missing"),
        ("place = 1", "place = 1\nplaec = 2", "plaec is not known"),
        ('"why"', '"wyh"', "theme is one of"),
        ("place = 1", 'place = "first"', "place is a whole number"),
        ("place = 1", "place = 0", "place is a whole number"),
        ('["One"]', '"One"', "key_points is a list"),
        ('["One"]', "[1]", "key_points is a list"),
        ('"Why?"', '" "', "title is the question"),
        ("## First\n", "", "begin the text with a heading"),
        ("The end.\n", "", "chapter 2 needs"),
    ],
)
def test_a_wrong_file_is_refused_with_the_reason(before: str, now: str, said: str) -> None:
    assert before in GOOD
    with pytest.raises(ScriptError, match=said) as refused:
        read_script("why", GOOD.replace(before, now, 1))
    assert str(refused.value).startswith("why: ")


def test_two_answers_do_not_want_one_page() -> None:
    one = read_script("one", GOOD)
    with pytest.raises(ScriptError, match="two: caseload:today has an answer already, one"):
        shelf_of([one, replace(one, slug="two", place=2)])


@pytest.mark.parametrize("other", ["nowhere", "one"])
def test_related_names_another_answer(other: str) -> None:
    with pytest.raises(ScriptError, match="no other answer"):
        shelf_of([replace(read_script("one", GOOD), related=(other,))])
