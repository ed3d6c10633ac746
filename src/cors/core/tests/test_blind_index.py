"""Names are found by the start of a word, whatever case, accents or hyphens; by nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.core.blind_index import fold, name_tokens, prefixes, search_tokens, token

KEY, OTHER = b"k" * 32, b"o" * 32


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Zoë O'Neill", "zoe oneill"),
        ("  Ana-María   LÓPEZ ", "ana maria lopez"),
        ("STRAẞE", "strasse"),
        ("Nguyễn", "nguyen"),
        ("محمد", "محمد"),
        ("", ""),
    ],
)
def test_folds_to_plain_letters(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_finds_by_three_letters_and_by_more() -> None:
    tokens = name_tokens("Hana Novak", key=KEY)
    for typed in ("han", "hana", "nov", "NOVAK", "novak han"):
        assert set(search_tokens(typed, key=KEY)) <= tokens
    for typed in ("ana", "hanna", "ovak", "novakova"):
        assert not set(search_tokens(typed, key=KEY)) <= tokens


def test_short_names_are_found_whole() -> None:
    assert "li" in prefixes("Li Na")
    assert "l" not in prefixes("Li Na")


def test_another_organisation_has_other_tokens() -> None:
    assert not name_tokens("Hana", key=KEY) & name_tokens("Hana", key=OTHER)


@given(st.text(max_size=60))
def test_tokens_are_eight_bytes_and_every_name_finds_itself(name: str) -> None:
    tokens = name_tokens(name, key=KEY)
    assert all(len(token) == 8 for token in tokens)
    assert set(search_tokens(name, key=KEY)) <= tokens


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text("ZoëÉůäöüßçñ O'Neill-Łódź", min_size=1, max_size=30))
def test_a_name_is_found_however_its_accents_were_typed(name: str) -> None:
    whole, apart = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    assert name_tokens(whole, key=KEY) == name_tokens(apart, key=KEY)
    assert search_tokens(whole, key=KEY) == search_tokens(apart, key=KEY)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=30), st.integers(3, 30))
def test_a_name_is_found_by_its_first_letters_however_many(name: str, typed: int) -> None:
    assert set(search_tokens(name[:typed], key=KEY)) <= name_tokens(name, key=KEY)


@pytest.mark.parametrize("typed", ["HANA", "Ｈａｎａ", "ℋana", "Hána", " hana ", "«Hana»"])
def test_a_name_is_found_whatever_letters_were_at_hand(typed: str) -> None:
    assert set(search_tokens(typed, key=KEY)) == {token("hana", key=KEY)}


@pytest.mark.parametrize("nothing", ["", "   ", "-", "'’.", "\t\n", "!?"])
def test_nothing_that_is_a_letter_finds_nobody(nothing: str) -> None:
    assert search_tokens(nothing, key=KEY) == []
    assert name_tokens(nothing, key=KEY) == set()


def test_a_token_gives_the_name_away_to_nobody_without_the_key() -> None:
    assert b"hana" not in b"".join(name_tokens("Hana", key=KEY))
    assert token("hana", key=KEY) != token("hana", key=b"another key")
