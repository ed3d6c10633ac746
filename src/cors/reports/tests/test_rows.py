"""Figures in words: for the page, the table and print alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.reports.figure import Base, Figure, Move
from cors.reports.rows import COLUMNS, in_words, plain, shown, table
from cors.reports.tests.made_up_page import TWO, a_figure, a_page


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0, "", "0"),
        (0, "days", "0 days"),
        (1, "days", "1 day"),
        (17.5, "days", "17.5 days"),
        (1234567, "", "1234567"),
        (123456.7, "hours", "123456.7 hours"),
        (None, "days", "Could not be worked out"),
    ],
)
def test_says_the_number_in_full_with_its_unit(value: float | None, unit: str, words: str) -> None:
    assert in_words(a_figure(value, unit=unit)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(2.5, "+2.5 points"), (1, "+1 point"), (0, "0 points"), (-1, "-1 point"), (-3, "-3 points")],
)
def test_a_change_bears_its_sign(value: float, words: str) -> None:
    assert in_words(a_figure(value, key="change-phq-9-total", unit="points")) == words


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_stays_what_it_is(number: int) -> None:
    assert plain(number) == str(number)
    assert plain(float(number)) == str(number)


@given(st.integers(-(10**8), 10**8), st.integers(0, 99))
def test_decimals_are_neither_lost_nor_made_up(whole: int, hundredths: int) -> None:
    number = round(whole + hundredths / 100, 2)
    assert float(plain(number)) == number
    assert "e" not in plain(number)


def test_draws_the_bases_to_one_scale() -> None:
    everyone, asked = shown(a_figure(5, bases=TWO))["bases"]
    assert everyone == {
        "words": "of everyone", "part": "5", "whole": 20, "share": 25, "width": 100.0, "got": 25.0,
    }  # fmt: skip
    assert (asked["whole"], asked["share"], asked["width"], asked["got"]) == (8, None, 40.0, 25.0)


def test_holds_the_part_against_the_bases_where_the_value_is_no_count() -> None:
    first, _ = shown(a_figure(-3.5, bases=TWO, part=5))["bases"]
    assert (first["part"], first["share"]) == ("5", 25)


def test_gives_an_empty_base_no_share() -> None:
    bases = (Base("of everyone", 14), Base("of those asked", 0))
    assert [base["share"] for base in shown(a_figure(0, bases=bases))["bases"]] == [0, None]


@pytest.mark.parametrize(("base", "share"), [(9, None), (10, 70)])
def test_gives_a_share_from_ten_people_on(base: int, share: int | None) -> None:
    (found,) = shown(a_figure(7, bases=(Base("of everyone", base),)))["bases"]
    assert (found["part"], found["whole"], found["share"]) == ("7", base, share)


@pytest.mark.parametrize(
    "figure", [a_figure(None, bases=TWO, note="No."), a_figure(0, bases=(Base("of none", 0),))]
)
def test_draws_no_bases_for_what_is_unknown_or_about_nobody(figure: Figure) -> None:
    assert shown(figure)["bases"] == []


def test_keeps_the_unknown_apart_from_zero() -> None:
    unknown = shown(a_figure(None, note="Nobody was asked.", missing="3 lost touch."))
    assert (unknown["unknown"], unknown["words"]) == (True, "Nobody was asked.")
    assert unknown["missing"] == "3 lost touch."
    zero = shown(a_figure(0))
    assert (zero["unknown"], zero["value"], zero["words"]) == (False, "0", "")


def test_leads_to_the_list_for_those_who_may_see_it() -> None:
    assert shown(a_figure(1), "/figures/reached/people/")["url"] == "/figures/reached/people/"
    assert shown(a_figure(1))["url"] == ""


def test_gives_a_row_for_each_base_and_one_where_there_is_none() -> None:
    rows = table(a_page(a_figure(2, bases=TWO, missing="5 were not asked."), a_figure(7)))
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert [row[2:6] for row in rows] == [
        ("2", "", "of everyone", "20"),
        ("2", "", "of those asked", "8"),
        ("7", "", "", ""),
    ]
    assert [row[6] for row in rows] == ["5 were not asked.", "5 were not asked.", ""]


def test_leaves_the_value_empty_and_says_why_where_it_is_unknown() -> None:
    (row,) = table(a_page(a_figure(None, note="Nobody was asked.", missing="3 lost touch.")))
    assert row[:4] == ("Goals", "Goals reached", "", "")
    assert row[6] == "Nobody was asked. 3 lost touch."


def test_says_what_stands_beside_the_number_in_every_row() -> None:
    figure = a_figure(2, note="With care.", more=("First 9.0.", "Latest 4.0."), missing="1 lost.")
    assert shown(figure)["more"] == ("First 9.0.", "Latest 4.0.")
    (row,) = table(a_page(figure))
    assert row[6] == "With care. First 9.0. Latest 4.0. 1 lost."


def test_gives_each_move_from_step_to_step_a_row_of_its_own() -> None:
    figure = a_figure(1, moves=(Move("a hostel", "a home", 3),))
    assert shown(figure)["moves"] == [{"first": "a hostel", "latest": "a home", "people": 3}]
    first, move = table(a_page(figure))
    assert move[:4] == ("Goals", "Goals reached: from “a hostel” to “a home”", "3", "")
    assert len(first) == len(move) == len(COLUMNS)
