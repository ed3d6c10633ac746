"""The master key: a file of its own, apart from the data, readable by its owner alone."""

import base64
import hashlib
import hmac
import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from cors.core.errors import SealError
from cors.core.sealing import KEY_BYTES, new_key

FILE_NAME = "master.key"


def make_master_key(folder: Path) -> bytes:
    """Write a new master key (mode 0600) and return it; an existing one is never overwritten."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = new_key()
    descriptor = os.open(folder / FILE_NAME, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(base64.b64encode(key) + b"\n")
    return key


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
