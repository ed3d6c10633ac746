"""The sealed bytes: one format, one place, one key; anything else is refused."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.core.errors import SealError
from cors.core.sealing import (
    HEADER_BYTES,
    TAG_BYTES,
    ColumnOpener,
    Place,
    new_key,
    seal,
    subject_of,
    unseal,
    unwrap,
    wrap,
)

KEY = bytes(range(32))
PLACE = Place(
    organisation=UUID(int=1), subject=UUID(int=2), table="plans_goal", row=UUID(int=3), column="w"
)


@given(st.text())
def test_gives_back_every_text_letter_for_letter(text: str) -> None:
    assert unseal(seal(text, key=KEY, place=PLACE), key=KEY, place=PLACE) == text


def test_the_bytes_are_version_subject_nonce_ciphertext_and_tag() -> None:
    blob = seal("hello", key=KEY, place=PLACE)
    assert blob[0] == 1
    assert blob[1:17] == PLACE.subject.bytes
    assert len(blob) == HEADER_BYTES + len("hello") + TAG_BYTES
    assert subject_of(blob) == PLACE.subject


def test_the_same_text_never_looks_the_same() -> None:
    assert seal("hello", key=KEY, place=PLACE) != seal("hello", key=KEY, place=PLACE)


def test_opens_what_an_earlier_release_sealed() -> None:
    """The format is fixed: these bytes were sealed once and must open for ever."""
    blob = bytes.fromhex(
        "0100000000000000000000000000000002000102030405060708090a0b"
        "0a7bf674b28be26ce233f3f831488ec6ee7e360b34fd4361165dd3bd"
    )
    assert unseal(blob, key=KEY, place=PLACE) == "My own words"


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, organisation=uuid4()),
        replace(PLACE, table="plans_moment"),
        replace(PLACE, row=uuid4()),
        replace(PLACE, column="words"),
        replace(PLACE, subject=uuid4()),
    ],
)
def test_refuses_to_open_anywhere_else(elsewhere: Place) -> None:
    blob = seal("hello", key=KEY, place=PLACE)
    with pytest.raises(SealError):
        unseal(blob, key=KEY, place=elsewhere)


def test_refuses_another_key() -> None:
    with pytest.raises(SealError, match="wrong key"):
        unseal(seal("hello", key=KEY, place=PLACE), key=new_key(), place=PLACE)


@given(st.data())
def test_refuses_when_any_bit_was_changed(data: st.DataObject) -> None:
    blob = bytearray(seal("hello", key=KEY, place=PLACE))
    bit = data.draw(st.integers(0, len(blob) * 8 - 1))
    blob[bit // 8] ^= 1 << bit % 8
    with pytest.raises(SealError):
        unseal(bytes(blob), key=KEY, place=PLACE)


@given(st.binary(max_size=60))
def test_refuses_bytes_that_were_never_sealed(blob: bytes) -> None:
    with pytest.raises(SealError):
        unseal(blob, key=KEY, place=PLACE)


@pytest.mark.parametrize("length", [0, 1, 16, 28, 44])
def test_refuses_bytes_that_were_cut_off(length: int) -> None:
    with pytest.raises(SealError):
        unseal(seal("hello", key=KEY, place=PLACE)[:length], key=KEY, place=PLACE)


def test_a_wrapped_key_opens_only_under_the_key_above_and_for_its_owner() -> None:
    above, key, organisation, subject = new_key(), new_key(), uuid4(), uuid4()
    wrapped = wrap(key, under=above, organisation=organisation, subject=subject)
    assert unwrap(wrapped, under=above, organisation=organisation, subject=subject) == key
    for wrong in (
        {"under": new_key(), "organisation": organisation, "subject": subject},
        {"under": above, "organisation": uuid4(), "subject": subject},
        {"under": above, "organisation": organisation, "subject": uuid4()},
    ):
        with pytest.raises(SealError):
            unwrap(wrapped, **wrong)  # type: ignore[arg-type]


OWN_ROW = replace(PLACE, subject=UUID(int=3))
WRAPPED_FOR = {"organisation": PLACE.organisation, "subject": OWN_ROW.row}


def open_in_bulk(
    blob: bytes, *, place: Place = OWN_ROW, under: bytes = KEY, wrapped: bytes | None = None
) -> str:
    if wrapped is None:
        wrapped = wrap(bytes(32), under=KEY, **WRAPPED_FOR)
    opener = ColumnOpener(
        under=under, organisation=place.organisation, table=place.table, column=place.column
    )
    return opener.text(place.subject, wrapped=wrapped, blob=blob)


@given(st.text())
def test_a_column_opens_as_each_of_its_texts_does(text: str) -> None:
    assert open_in_bulk(seal(text, key=bytes(32), place=OWN_ROW)) == text


@pytest.mark.parametrize(
    "other",
    [
        replace(OWN_ROW, organisation=uuid4()),
        replace(OWN_ROW, table="plans_moment"),
        replace(OWN_ROW, column="v"),
        replace(OWN_ROW, subject=uuid4()),
    ],
)
def test_a_column_opens_nothing_that_was_moved(other: Place) -> None:
    with pytest.raises(SealError):
        open_in_bulk(seal("x", key=bytes(32), place=OWN_ROW), place=other)


def test_a_column_opens_nothing_of_another_row_or_with_a_key_of_somebody_else() -> None:
    of_another_row = replace(OWN_ROW, row=uuid4())
    with pytest.raises(SealError):
        open_in_bulk(seal("x", key=bytes(32), place=of_another_row))
    blob = seal("x", key=bytes(32), place=OWN_ROW)
    theirs = wrap(bytes(32), under=KEY, organisation=PLACE.organisation, subject=uuid4())
    for wrong in (theirs, b"\x02" + wrap(bytes(32), under=KEY, **WRAPPED_FOR)[1:]):
        with pytest.raises(SealError):
            open_in_bulk(blob, wrapped=wrong)
    with pytest.raises(SealError):
        open_in_bulk(blob, under=bytes(31) + b"\x01")
    with pytest.raises(SealError):
        open_in_bulk(blob[:-1] + bytes([blob[-1] ^ 1]))
