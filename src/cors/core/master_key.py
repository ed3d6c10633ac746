"""The master key: a file of its own, apart from the data, readable by its owner alone."""

import base64
import hashlib
import hmac
import os
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from cors.core.errors import Refused, SealError
from cors.core.sealing import KEY_BYTES, new_key

FILE_NAME = "master.key"
MISREAD = str.maketrans("018", "OIB")


def make_master_key(folder: Path) -> bytes:
    """Write a new master key (mode 0600) and return it; an existing one is never overwritten."""
    key = new_key()
    write_master_key(folder, key)
    return key


def write_master_key(folder: Path, key: bytes) -> None:
    """Write a master key (mode 0600); FileExistsError where one is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(folder / FILE_NAME, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(base64.b64encode(key) + b"\n")
        file.flush()
        os.fsync(file.fileno())


@lru_cache(maxsize=4)
def _read(path: Path) -> bytes:
    try:
        key = base64.b64decode(path.read_bytes().strip(), validate=True)
    except FileNotFoundError:
        raise SealError(
            f"There is no master key in {path.parent}. Set CORS_KEYS to the folder that holds it."
        ) from None
    except ValueError:
        raise SealError(f"{path} is damaged. Put the master key back from its copy.") from None
    if len(key) != KEY_BYTES:
        raise SealError(f"{path} is damaged. Put the master key back from its copy.")
    return key


def master_key() -> bytes:
    """Return the master key from the folder of keys; SealError says what is missing."""
    return _read(Path(settings.CORS_KEYS) / FILE_NAME)


def recovery_words(key: bytes) -> str:
    """Write the master key as groups of letters that a person can copy to paper."""
    letters = base64.b32encode(key).decode().rstrip("=")
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def key_from_words(words: str) -> bytes:
    """Read the master key from its recovery words, however they were typed; Refused says what for.

    The alphabet has no 0, 1 or 8, so those can only be meant as O, I and B.
    """
    letters = "".join(words.split()).replace("-", "").upper().translate(MISREAD)
    try:
        key = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise Refused("A recovery key has 13 groups of 4 letters. Type it as it was printed.")
    return key


def backup_key(key: bytes) -> bytes:
    """Derive the key under which backups are sealed (HKDF-SHA256, RFC 5869)."""
    derive = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"cors backup")
    return derive.derive(key)


def check_value(key: bytes) -> str:
    """Return a fingerprint that shows whether a database belongs to this master key."""
    return hmac.new(key, b"cors master key check", hashlib.sha256).hexdigest()


def one_time_code_key() -> bytes:
    """Derive the key that seals the secrets of one-time codes, in the form Fernet wants."""
    return _for_fernet(b"cors one-time codes")


def held_words_key() -> bytes:
    """Derive the key that seals what was typed when a session ended, in the form Fernet wants."""
    return _for_fernet(b"cors held words")


def _for_fernet(purpose: bytes) -> bytes:
    return base64.urlsafe_b64encode(hmac.new(master_key(), purpose, hashlib.sha256).digest())
