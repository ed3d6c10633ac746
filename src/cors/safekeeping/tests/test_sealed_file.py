"""A sealed file opens as it was written, or not at all."""

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors.core.errors import Refused
from cors.safekeeping.sealed_file import (
    CHUNK_BYTES,
    HEAD_BYTES,
    MAGIC,
    TAG_BYTES,
    SealedReader,
    SealingWriter,
)

KEY, OTHER_KEY = bytes(range(32)), bytes(32)
SEALED_CHUNK = CHUNK_BYTES + TAG_BYTES
BODY = os.urandom(3 * CHUNK_BYTES + 1_000)


def sealed(body: bytes, *, at_once: int = 100_000) -> bytes:
    file = io.BytesIO()
    writer = SealingWriter(file, KEY)
    for start in range(0, len(body), at_once):
        writer.write(body[start : start + at_once])
    writer.finish()
    return file.getvalue()


def opened(blob: bytes, key: bytes = KEY) -> bytes:
    reader = SealedReader(io.BytesIO(blob), key, "cors.backup")
    return reader.read()


SEALED = sealed(BODY)
CHUNKS = [SEALED[at : at + SEALED_CHUNK] for at in range(HEAD_BYTES, len(SEALED), SEALED_CHUNK)]


def read_into(read: bytearray, blob: bytes) -> None:
    reader = SealedReader(io.BytesIO(blob), KEY, "cors.backup")
    while some := reader.read(10_000):
        read += some


def refused(blob: bytes) -> None:
    """Assert that not all of it is read, and that what is read before is as it was written."""
    read = bytearray()
    with pytest.raises(Refused) as refusal:
        read_into(read, blob)
    assert BODY.startswith(bytes(read))
    assert str(refusal.value).startswith("cors.backup ")
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 200_000]
)
@pytest.mark.parametrize("at_once", [7_000, CHUNK_BYTES, 1_000_000])
def test_opens_as_it_was_written(size: int, at_once: int) -> None:
    body = os.urandom(size)
    blob = sealed(body, at_once=at_once)
    assert opened(blob) == body
    chunks = max(1, -(-size // CHUNK_BYTES))
    assert len(blob) == HEAD_BYTES + size + chunks * TAG_BYTES


@given(st.lists(st.integers(0, 90_000), max_size=8))
def test_reads_in_any_pieces(sizes: list[int]) -> None:
    reader = SealedReader(io.BytesIO(SEALED), KEY, "cors.backup")
    pieces = [reader.read(size) for size in sizes]
    assert [len(piece) for piece in pieces[:1]] == sizes[:1]
    assert b"".join(pieces) + reader.read() == BODY


@given(st.integers(0, len(SEALED) * 8 - 1))
def test_refuses_one_flipped_bit_anywhere(bit: int) -> None:
    damaged = bytearray(SEALED)
    damaged[bit // 8] ^= 1 << bit % 8
    refused(bytes(damaged))


def test_refuses_one_flipped_bit_in_each_place_of_the_head() -> None:
    for bit in range(HEAD_BYTES * 8):
        damaged = bytearray(SEALED)
        damaged[bit // 8] ^= 1 << bit % 8
        refused(bytes(damaged))


@given(st.integers(0, len(SEALED) - 1))
def test_refuses_what_was_cut_short(length: int) -> None:
    refused(SEALED[:length])


@pytest.mark.parametrize("kept", range(len(CHUNKS)))
def test_refuses_what_was_cut_between_chunks(kept: int) -> None:
    refused(SEALED[:HEAD_BYTES] + b"".join(CHUNKS[:kept]))


@given(st.permutations(range(len(CHUNKS))).filter(lambda order: order != sorted(order)))
def test_refuses_chunks_in_another_order(order: list[int]) -> None:
    refused(SEALED[:HEAD_BYTES] + b"".join(CHUNKS[at] for at in order))


@pytest.mark.parametrize("at", range(len(CHUNKS)))
def test_refuses_a_chunk_left_out_or_said_twice(at: int) -> None:
    head = SEALED[:HEAD_BYTES]
    refused(head + b"".join(CHUNKS[:at] + CHUNKS[at + 1 :]))
    refused(head + b"".join([*CHUNKS[: at + 1], *CHUNKS[at:]]))


def test_refuses_a_chunk_of_another_file() -> None:
    other = sealed(BODY)
    chunk = other[HEAD_BYTES : HEAD_BYTES + SEALED_CHUNK]
    refused(SEALED[:HEAD_BYTES] + chunk + b"".join(CHUNKS[1:]))
    refused(SEALED[:HEAD_BYTES] + other[HEAD_BYTES:])


@given(st.binary(min_size=1, max_size=200))
def test_refuses_what_was_added(more: bytes) -> None:
    refused(SEALED + more)


def test_tells_another_key_from_damage() -> None:
    damaged = bytearray(SEALED)
    damaged[len(MAGIC) + 5] ^= 1  # in the salt, from which the key of the file comes
    with pytest.raises(Refused, match=r"cors.backup is damaged or was cut short. Use another copy"):
        opened(bytes(damaged))
    with pytest.raises(Refused, match=r"cors.backup was made with another key. Give the recovery"):
        opened(SEALED, OTHER_KEY)
    with pytest.raises(Refused, match=r"cors.backup is damaged or was cut short. Use another copy"):
        opened(SEALED[:-1])
    assert opened(SEALED) == BODY


def test_names_what_is_no_backup_and_what_is_of_a_newer_format() -> None:
    with pytest.raises(Refused, match="is no backup made by CORS"):
        opened(b"SQLite format 3\x00" + SEALED)
    with pytest.raises(Refused, match=r"has a format that is not known here. Use a newer CORS."):
        opened(MAGIC + b"\x02" + SEALED[len(MAGIC) + 1 :])


def test_says_nothing_of_what_is_in_it() -> None:
    body = b"Hana Novak " * 10_000
    one, other = sealed(body), sealed(body)
    assert b"Hana" not in one
    assert one[HEAD_BYTES:] != other[HEAD_BYTES:]


def test_an_unfinished_file_does_not_open() -> None:
    file = io.BytesIO()
    SealingWriter(file, KEY).write(BODY)
    refused(file.getvalue())
