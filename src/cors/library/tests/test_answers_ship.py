"""The answers that ship: short, plain, each with its place, and every page's mark leads to one."""

import re

import pytest

from cors.config.tests.addresses import addresses
from cors.library.script import THEMES, Script
from cors.library.shelf import shelf

ANSWERS = list(shelf().answers.values())
VOWELS = re.compile(r"[aeiouy]+")
SENTENCE = re.compile(r"[.!?:]+(?:\s|$)")
MOST_GRADE = 8.0


def syllables(word: str) -> int:
    """Count groups of vowels, a silent e at the end left out; never fewer than one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(VOWELS.findall(letters))
    if letters.endswith("e") and not letters.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(1, count)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade (Kincaid and others, 1975): 0.39 w/s + 11.8 y/w - 15.59."""
    words = [word for word in text.split() if re.search(r"[A-Za-z]", word)]
    sentences = max(1, len(SENTENCE.findall(text)))
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / sentences + 11.8 * per_word - 15.59


def named() -> set[str]:
    """Return the names of all pages."""
    return {address.name for address in addresses()}


def test_there_are_fifteen_in_order() -> None:
    assert [each.place for each in ANSWERS] == list(range(1, 16))
    assert {each.theme for each in ANSWERS} == set(THEMES)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda each: each.slug)
def test_each_is_short_and_plain(answer: Script) -> None:
    assert 400 <= answer.words <= 700
    assert grade(answer.text) <= MOST_GRADE
    assert len(answer.chapters) >= 4
    assert len(answer.key_points) == 3
    assert len(answer.related) >= 2


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda each: each.slug)
def test_each_belongs_to_pages_that_there_are(answer: Script) -> None:
    assert answer.screens
    assert set(answer.screens) <= named()


def test_a_hard_text_has_a_high_grade() -> None:
    hard = (
        "Organisational accountability necessitates comprehensive documentation of interventions."
    )
    assert grade(hard) > 20
    assert grade("The cat sat on the mat. It was fat.") < 2


def test_every_page_has_an_answer() -> None:
    assert all(shelf().for_screen(name) in ANSWERS for name in named())
