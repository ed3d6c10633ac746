"""A file sealed in chunks, so that any size is written and read in little memory.

Format, version 1: `CORS sealed file\\n | 0x01 | salt (32) | check (16) | sum (16)`, then chunks.
The key of a file is HKDF-SHA256 (RFC 5869) of the backup key and the salt. The check tells a wrong
key from damage; the sum is the beginning of the SHA-256 of what stands before it. Each chunk is
AES-256-GCM over 64 KiB, the last one over what is left, with the head as associated data. Its nonce
is its number (11 bytes) and whether it is the last one (1 byte), so nothing can be cut off, moved
or added.
"""

import hashlib
import hmac
import os
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from cors.core.errors import Refused

MAGIC = b"CORS sealed file\n"
VERSION = b"\x01"
SALT_BYTES = 32
CHECK_BYTES = SUM_BYTES = 16
HEAD_BYTES = len(MAGIC) + 1 + SALT_BYTES + CHECK_BYTES + SUM_BYTES
CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16


def _file_key(key: bytes, salt: bytes) -> bytes:
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=b"cors sealed file")
    return derive.derive(key)


def _check(file_key: bytes) -> bytes:
    return hmac.new(file_key, b"cors sealed file check", hashlib.sha256).digest()[:CHECK_BYTES]


def _sum(head: bytes) -> bytes:
    return hashlib.sha256(head).digest()[:SUM_BYTES]


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([is_last])


class SealingWriter:
    """Seals what is written to it; only `finish` makes the file whole."""

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        salt = os.urandom(SALT_BYTES)
        file_key = _file_key(key, salt)
        head = MAGIC + VERSION + salt + _check(file_key)
        self._head = head + _sum(head)
        self._file, self._sealer = file, AESGCM(file_key)
        self._waiting = bytearray()
        self._number = 0
        file.write(self._head)

    def write(self, data: bytes) -> int:
        self._waiting += data
        # One chunk stays behind: nobody knows yet whether it is the last one.
        while len(self._waiting) > CHUNK_BYTES:
            self._seal(bytes(self._waiting[:CHUNK_BYTES]), is_last=False)
            del self._waiting[:CHUNK_BYTES]
        return len(data)

    def finish(self) -> None:
        """Seal the last chunk, which may be empty."""
        self._seal(bytes(self._waiting), is_last=True)
        self._waiting.clear()

    def _seal(self, chunk: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._number, is_last=is_last)
        self._file.write(self._sealer.encrypt(nonce, chunk, self._head))
        self._number += 1


class SealedReader:
    """Opens what was sealed; Refused, in a sentence, at the first byte that is not as written."""

    def __init__(self, file: BinaryIO, key: bytes, name: str) -> None:
        self._file, self._name = file, name
        self._head = file.read(HEAD_BYTES)
        self._opener = AESGCM(self._checked_file_key(key))
        self._next = file.read(CHUNK_BYTES + TAG_BYTES)
        self._number = 0
        self._open = b""
        self._at_end = False

    def read(self, size: int = -1) -> bytes:
        """Return at most so many bytes; all of them where no size is given; none at the end."""
        while (size < 0 or len(self._open) < size) and not self._at_end:
            self._open += self._open_next()
        length = len(self._open) if size < 0 else size
        read, self._open = self._open[:length], self._open[length:]
        return read

    def read_out(self) -> None:
        """Read what is left, so that every byte of the file was checked."""
        while self.read(CHUNK_BYTES):
            pass

    def _checked_file_key(self, key: bytes) -> bytes:
        head, name = self._head, self._name
        if not head.startswith(MAGIC):
            raise Refused(f"{name} is no backup made by CORS. Choose another file.")
        if head[len(MAGIC) : len(MAGIC) + 1] != VERSION:
            raise Refused(f"{name} has a format that is not known here. Use a newer CORS.")
        if len(head) < HEAD_BYTES or _sum(head[:-SUM_BYTES]) != head[-SUM_BYTES:]:
            raise self._damaged()
        salt_at = len(MAGIC) + 1
        file_key = _file_key(key, head[salt_at : salt_at + SALT_BYTES])
        check = head[salt_at + SALT_BYTES : -SUM_BYTES]
        if not hmac.compare_digest(_check(file_key), check):
            raise Refused(f"{name} was made with another key. Give the recovery key it belongs to.")
        return file_key

    def _open_next(self) -> bytes:
        chunk, self._next = self._next, self._file.read(CHUNK_BYTES + TAG_BYTES)
        self._at_end = not self._next
        nonce = _nonce(self._number, is_last=self._at_end)
        try:
            opened = self._opener.decrypt(nonce, chunk, self._head)
        except InvalidTag:
            raise self._damaged() from None
        self._number += 1
        return opened

    def _damaged(self) -> Refused:
        return Refused(f"{self._name} is damaged or was cut short. Use another copy of it.")
