"""The table as a file: opens the same everywhere, and no cell of it runs as a formula."""

import csv
import io
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.reports.csv_file import NUMBER, as_csv, harmless
from cors.reports.page import FiguresPage
from cors.reports.rows import COLUMNS
from cors.reports.tests.made_up_page import TWO, a_figure, a_page

FORMULA = "1+cmd|' /C calc'!A0"
SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
IN_FRONT = [
    "", " ", "   ", "\t", "\r", "\n", "\r\n", "\ufeff", "\u00a0", "\u2003", "\u3000", "\u200b",
    "\u2028", "\u00ad", "\u202e", "\x00", "\x0b", "\x1f", " \ufeff\t \u2009",
]  # fmt: skip


def lines_of(page: FiguresPage) -> list[list[str]]:
    text = as_csv(page).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("in_front", IN_FRONT, ids=ascii)
def test_quotes_what_could_start_a_formula(sign: str, in_front: str) -> None:
    cell = f"{in_front}{sign}{FORMULA}"
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["\tA", "\rA", "\nA", "\t", "\t12"])
def test_quotes_what_could_start_another_cell(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["-", "=", "@home", "-5 degrees", "+44 20 7946 0000", "- a", "-1e5"]
)
def test_quotes_signs_that_are_no_number(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["0", "12", "-3.5", "+2.25", "0.10", "1234567", "-0"])
def test_leaves_numbers_untouched(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize(
    "cell",
    ["", " ", "Move-on support", "a=b", "Hana’s goal", "2026-03-01", "3 with one.", "’=1",
     "éa", "nan", "inf", "1_000", "خطوة"],
)  # fmt: skip
def test_leaves_words_untouched(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.text(max_size=30))
def test_what_is_seen_first_never_starts_a_formula(cell: str) -> None:
    safe = harmless(cell)
    assert safe in (cell, f"'{cell}")
    seen = next((sign for sign in safe if category(sign)[0] not in "ZC"), "")
    assert seen not in SIGNS or NUMBER.fullmatch(safe)
    assert not safe.startswith(("\t", "\r", "\n"))


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_every_number_in_full_is_left_alone(number: float) -> None:
    cell = f"{number:.6f}"
    assert harmless(cell) == cell


def test_begins_with_the_mark_by_which_spreadsheets_know_utf_8() -> None:
    raw = as_csv(a_page(a_figure(1, label="Größe “x”")))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\xef\xbb\xbf") == 1
    assert "Größe “x”" in raw.decode()


def test_says_the_question_above_the_figures() -> None:
    lines = lines_of(a_page(a_figure(1)))
    assert lines[:4] == [
        ["Services", "Move-on, Work"],
        ["From", "2026-01-01"],
        ["To", "2026-03-31"],
        ["As of", "2026-04-01T09:05+00:00"],
    ]
    assert lines[4] == ["An empty value could not be worked out. It is not zero."]
    assert lines[6] == list(COLUMNS)


def test_keeps_commas_quotes_and_line_ends_within_their_cell() -> None:
    words = 'Worked out, "roughly",\r\nby hand; really'
    lines = lines_of(a_page(a_figure(2, counts=words, bases=TWO)))
    assert [line[7] for line in lines[7:]] == [words, words]
    assert [line[5] for line in lines[7:]] == ["20", "8"]


def test_guards_every_cell_that_somebody_could_have_named() -> None:
    evil = '=HYPERLINK("x")'
    page = a_page(a_figure(1, label=evil, counts=evil, missing=evil, unit=evil))
    page = FiguresPage((evil,), page.period, page.as_of, page.sections)
    cells = [cell for line in lines_of(page) for cell in line]
    assert cells.count(f"'{evil}") == 5
    assert not any(cell.startswith("=") for cell in cells)


def test_leaves_unknown_empty_and_negative_a_number() -> None:
    lines = lines_of(a_page(a_figure(None, note="Nobody."), a_figure(-3.5), a_figure(0)))
    assert [line[2] for line in lines[7:]] == ["", "-3.5", "0"]
