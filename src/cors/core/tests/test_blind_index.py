"""Names are found by the start of a word, whatever case, accents or hyphens; by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.core.blind_index import fold, name_tokens, prefixes, search_tokens

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
