import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.journey.text import cut_short, isolated, lines_at_most, tidy, width, wrap


def test_a_wider_word_is_wider() -> None:
    assert width("mmm", 12) > width("iii", 12)
    assert width("Sam", 12, 700) > width("Sam", 12)
    assert width("Sam", 24) == pytest.approx(2 * width("Sam", 12))


def test_accents_take_no_room_of_their_own() -> None:
    assert width("é", 12) == width("e", 12)
    assert width("e\u0301", 12) == width("e", 12)


def test_letters_of_other_scripts_get_room_too() -> None:
    assert width("שלום", 12) > 20
    assert width("家", 12) > width("e", 12)


def test_what_cannot_be_drawn_is_left_out() -> None:
    assert tidy(" a\x00 b\n\tc\ufffe ") == "a b c"


def test_lines_are_as_even_as_their_number_allows() -> None:
    assert wrap("Have my own front door and keep it", 138, 15, 600) == [
        "Have my own front",
        "door and keep it",
    ]


def test_a_word_too_long_for_a_line_is_broken_not_cut() -> None:
    lines = wrap("Donaudampfschifffahrtsgesellschaftskapitän", 100, 15, 600)
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaftskapitän"
    assert all(width(line, 15, 600) <= 100 for line in lines)


def test_words_held_together_stay_on_one_line() -> None:
    assert wrap("Community, set\u00a08\u00a0Dec\u00a02025", 110, 12) == [
        "Community,",
        "set 8 Dec 2025",
    ]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", 100, 12) == [""]


@given(st.text(max_size=80), st.integers(60, 200))
def test_no_line_is_longer_than_it_may_be(text: str, most: int) -> None:
    assert all(width(line, 12) <= most + 0.001 for line in wrap(text, most, 12) if len(line) > 1)


@given(st.text("abc def", max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    assert "".join(wrap(text, 60, 12)).replace(" ", "") == text.replace(" ", "")


def test_what_fits_is_not_cut() -> None:
    assert cut_short("Evening group", 200, 12) == "Evening group"


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    cut = cut_short("Evening group at the community centre", 100, 12)
    assert cut.startswith("Evening")
    assert cut.endswith("…")
    assert width(cut, 12) <= 100


def test_left_out_lines_are_hinted_at() -> None:
    assert lines_at_most(["one", "two", "three"], 2, 100, 12) == ["one", "two three"]
    assert lines_at_most(["one"], 2, 100, 12) == ["one"]


def test_words_that_run_the_other_way_are_set_apart() -> None:
    assert isolated("Sam") == "Sam"
    assert isolated("ליאור") == "\u2068ליאור\u2069"
