"""The grade against sentences whose words, sentences and syllables were counted by hand."""

import pytest

from cors.reviews.tests.reading_grade import grade, syllables


@pytest.mark.parametrize(
    ("text", "words", "sentences", "sounds"),
    [
        ("The cat sat on the mat.", 6, 1, 6),
        (
            "This sentence, taken as a reading passage unto itself,"
            " is being used to prove a point.",
            16, 1, 23,
        ),
        (
            "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
            13, 1, 24,
        ),
        ("You began at 2 out of 10. Now you say 7.", 11, 2, 13),
        ("We look back again on 15 February 2027.", 8, 1, 18),
    ],
)  # fmt: skip
def test_is_the_formula_of_kincaid(text: str, words: int, sentences: int, sounds: int) -> None:
    by_hand = 0.39 * words / sentences + 11.8 * sounds / words - 15.59
    assert grade(text) == pytest.approx(by_hand)


def test_the_plainest_sentence_has_the_grade_that_is_told_of_it() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_an_office_asks_for_more_years_than_a_letter() -> None:
    office = "The implementation of your individualised accommodation strategy necessitates review."
    assert grade(office) > 20 > 6 > grade("You are going on with this.")


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("cat", 1), ("made", 1), ("table", 2), ("helped", 1), ("wanted", 2), ("comes", 1),
        ("sees", 1), ("changes", 2), ("together", 3), ("somebody", 3), ("we", 1), ("eye", 1),
        ("7", 2), ("0", 2), ("10", 1), ("21", 3), ("105", 4), ("2026", 5), ("1984", 5), ("2005", 5),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_said(word: str, sounds: int) -> None:
    assert syllables(word) == sounds


def test_a_text_without_words_has_no_grade() -> None:
    with pytest.raises(ValueError, match="no words"):
        grade("… !")
