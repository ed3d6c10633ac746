"""Sealed bytes: AES-256-GCM under one person's key, bound to the place where they stand.

Format, version 1: `0x01 | subject (16) | nonce (12) | ciphertext and tag`. The subject says whose
key opens it. Associated data are version, organisation, subject, table, primary key and column, so
nothing can be moved to another row, column, person or organisation.
"""

import os
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from cors.core.errors import SealError

VERSION = b"\x01"
KEY_BYTES = 32
NONCE_BYTES = 12
HEADER_BYTES = 1 + 16 + NONCE_BYTES
TAG_BYTES = 16


@dataclass(frozen=True)
class Place:
    """Where a sealed text stands: organisation, whose it is, table, row and column."""

    organisation: UUID
    subject: UUID
    table: str
    row: UUID
    column: str

    def associated_data(self) -> bytes:
        """Return the bytes that the seal is bound to."""
        names = f"{self.table}\x00{self.column}".encode()
        return VERSION + self.organisation.bytes + self.subject.bytes + self.row.bytes + names


def new_key() -> bytes:
    """Return 32 random bytes."""
    return os.urandom(KEY_BYTES)


def seal(text: str, *, key: bytes, place: Place) -> bytes:
    """Seal a text for its place."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), place.associated_data())
    return VERSION + place.subject.bytes + nonce + sealed


def subject_of(blob: bytes) -> UUID:
    """Say whose key opens these bytes, or raise SealError when they are not sealed bytes."""
    if len(blob) < HEADER_BYTES + TAG_BYTES or blob[:1] != VERSION:
        raise SealError("These bytes are damaged or were not sealed by this system.")
    return UUID(bytes=blob[1:17])


def unseal(blob: bytes, *, key: bytes, place: Place) -> str:
    """Open sealed bytes; SealError when the key, the bytes or the place are not the right ones."""
    if subject_of(blob) != place.subject:
        raise SealError("This text belongs to another person and was not opened.")
    nonce = blob[17:HEADER_BYTES]
    try:
        return AESGCM(key).decrypt(nonce, blob[HEADER_BYTES:], place.associated_data()).decode()
    except InvalidTag:
        raise SealError(
            "This text does not open: wrong key, damaged, or moved from another row."
        ) from None


def wrap(key: bytes, *, under: bytes, organisation: UUID, subject: UUID) -> bytes:
    """Wrap a key under another one, bound to whose key it is."""
    nonce = os.urandom(NONCE_BYTES)
    bound_to = b"key" + VERSION + organisation.bytes + subject.bytes
    return VERSION + nonce + AESGCM(under).encrypt(nonce, key, bound_to)


def unwrap(wrapped: bytes, *, under: bytes, organisation: UUID, subject: UUID) -> bytes:
    """Unwrap a key; SealError when the key above it is another one or the bytes are damaged."""
    bound_to = b"key" + VERSION + organisation.bytes + subject.bytes
    if wrapped[:1] != VERSION:
        raise SealError("This key was wrapped by a version that is not known here.")
    try:
        return AESGCM(under).decrypt(wrapped[1:13], wrapped[13:], bound_to)
    except InvalidTag:
        raise SealError("This key does not unwrap: the key above it is another one.") from None


class ColumnOpener:
    """Opens one column of clients' own rows, many in a row: what all share is made once.

    Bound to its place like `unseal`, and SealError as there. Each text costs a third of what a
    record with its ring of keys does.
    """

    def __init__(self, *, under: bytes, organisation: UUID, table: str, column: str) -> None:
        self._under = AESGCM(under)
        self._key_of = b"key" + VERSION + organisation.bytes
        self._before = VERSION + organisation.bytes
        self._after = f"{table}\x00{column}".encode()

    def text(self, subject: UUID, *, wrapped: bytes, blob: bytes) -> str:
        """Open what stands on the row of this client, whose key is wrapped like this."""
        whose = subject.bytes
        if wrapped[:1] != VERSION or blob[:17] != VERSION + whose:
            raise SealError("This text belongs to another person and was not opened.")
        try:
            key = self._under.decrypt(wrapped[1:13], wrapped[13:], self._key_of + whose)
            place = self._before + whose + whose + self._after
            text = AESGCM(key).decrypt(blob[17:HEADER_BYTES], blob[HEADER_BYTES:], place)
        except InvalidTag:
            raise SealError(
                "This text does not open: wrong key, damaged, or moved from another row."
            ) from None
        return text.decode()
