"""One cell of a table of scores: a value as it was meant, or a sentence that says what to do."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.exchange.score_cells import (
    CellMistake,
    read_code,
    read_day,
    read_number,
    read_person,
    shown,
)
from cors.exchange.tests.tables import total_of

TOTAL = total_of()  # 0 to 63, whole
FINE = replace(TOTAL, low=-4.0, high=4.0, decimals=2)
HIDDEN = {
    "a line feed": "H\n1",
    "a tab": "H\t1",
    "a mark that turns the line round": "H\u202e1",
    "a joiner of no width": "H\u200d1",
    "half of a pair": "H\ud8001",
}


def refusal(read: object, *words: object) -> str:
    assert callable(read)
    with pytest.raises(CellMistake) as mistake:
        read(*words)
    return str(mistake.value)


@given(st.integers(0, 63))
def test_a_whole_score_in_range_is_taken_as_it_stands(value: int) -> None:
    assert read_number(str(value), TOTAL) == value


@given(st.integers(-400, 400))
def test_a_score_with_decimals_is_neither_cut_nor_rounded(hundredths: int) -> None:
    cell = f"{hundredths / 100:.2f}"
    assert read_number(cell, FINE) == hundredths / 100


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_a_score_is_in_range_or_refused(value: float) -> None:
    cell = str(value)
    try:
        found = read_number(cell, TOTAL)
    except CellMistake:
        return
    assert TOTAL.low <= found <= TOTAL.high
    assert found == value


@given(st.text(max_size=12))
def test_no_other_words_are_taken_for_a_number(cell: str) -> None:
    try:
        found = read_number(cell, FINE)
    except CellMistake:
        return
    assert set(cell) <= set("-0123456789.")
    assert found == float(cell)


@pytest.mark.parametrize("cell", ["-0", "-0.0", "-0.00"])
def test_nought_has_no_sign(cell: str) -> None:
    assert f"{read_number(cell, FINE):g}" == "0"


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("12,5", '"12,5" has a comma: write 12.5.'),
        ("64", '"64" is outside 0 to 63.'),
        ("-1", '"-1" is outside 0 to 63.'),
        ("12.5", '"12.5" can\'t be: this score comes in whole numbers.'),
        ("1e1", '"1e1" is not a number: write digits such as 12 or 12.5.'),
        ("+5", '"+5" is not a number: write digits such as 12 or 12.5.'),
        (".5", '".5" is not a number: write digits such as 12 or 12.5.'),
        ("5.", '"5." is not a number: write digits such as 12 or 12.5.'),
        ("nan", '"nan" is not a number: write digits such as 12 or 12.5.'),
        ("1_0", '"1_0" is not a number: write digits such as 12 or 12.5.'),
        ("٣", '"٣" is not a number: write digits such as 12 or 12.5.'),
        ("1\n", '"1�" is not a number: write digits such as 12 or 12.5.'),
    ],
)
def test_says_what_to_do_with_a_cell_that_is_no_score(cell: str, sentence: str) -> None:
    assert refusal(read_number, cell, TOTAL) == sentence


def test_says_how_many_decimals_a_score_has() -> None:
    assert refusal(read_number, "1.234", FINE).endswith("this score comes in at most 2 decimals.")


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_day_is_taken_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "cell",
    [
        *("", "31/05/2024", "2024-5-1", "20240531", "2024-02-30", "2023-02-29", "2024-W22-5"),
        *("1899-12-31", "0000-01-01", "2024-05-31T00:00", "٢٠٢٤-٠٥-٣١"),
    ],
)
def test_no_day_is_guessed(cell: str) -> None:
    assert refusal(read_day, cell).endswith("is not a day: write it as 2024-05-31.")


@pytest.mark.parametrize("cell", ["007", "7", "HS-1", "Ärztin 3", "ن-١"])
def test_a_reference_keeps_its_noughts_and_letters(cell: str) -> None:
    assert read_person(cell) == cell


@pytest.mark.parametrize("sign", list("=+-@"))
def test_a_reference_that_would_run_in_a_spreadsheet_is_refused(sign: str) -> None:
    assert refusal(read_person, f"{sign}1").endswith(f"as a formula does: take {sign} away.")
    assert refusal(read_code, f"{sign}1", ()).endswith(f"take {sign} away.")


@pytest.mark.parametrize("cell", HIDDEN.values(), ids=HIDDEN.keys())
def test_a_reference_with_a_sign_that_nobody_sees_is_refused(cell: str) -> None:
    assert refusal(read_person, cell).endswith("holds a sign that can't be seen: take it out.")


def test_a_reference_is_at_most_forty_letters() -> None:
    assert read_person("x" * 40)
    assert refusal(read_person, "x" * 41).endswith("is longer than 40 letters.")


def test_an_empty_reference_says_what_is_wanted() -> None:
    assert refusal(read_person, "") == "is empty: give each person a number or a reference."


def test_a_code_is_one_of_those_of_the_map() -> None:
    assert read_code("A", ("A", "B")) == "A"
    assert refusal(read_code, "C", ("A", "B")) == '"C" is none of A, B.'
    assert refusal(read_code, "", ("A", "B")) == "is empty and must be one of A, B."
    assert refusal(read_code, "a", ("A", "B")) == '"a" is none of A, B.'


def test_a_map_without_codes_takes_any_or_none() -> None:
    assert read_code("anything", ()) == "anything"
    assert read_code("", ()) == ""


@given(st.text(max_size=200))
def test_a_cell_in_a_message_is_short_and_can_be_printed(cell: str) -> None:
    said = shown(cell)
    assert len(said) <= 42
    assert said.isprintable()
