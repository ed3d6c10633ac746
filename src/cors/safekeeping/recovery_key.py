"""Where the key comes from that opens a backup: a file, the environment, this machine, a person."""

import getpass
import os
import sys
from pathlib import Path

from django.conf import settings

from cors.core.errors import Refused
from cors.core.master_key import FILE_NAME, key_from_words, master_key

NAME = "CORS_RECOVERY_KEY"


def key_to_open(file: Path | None) -> bytes:
    """Return the master key; Refused says how to give the recovery key."""
    if file:
        try:
            return key_from_words(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            raise Refused(f"{file} can't be read. Name a file with the recovery key.") from None
    if words := os.environ.get(NAME):
        return key_from_words(words)
    if (Path(settings.CORS_KEYS) / FILE_NAME).exists():
        return master_key()
    if sys.stdin.isatty():
        return key_from_words(getpass.getpass("Recovery key: "))
    raise Refused(
        f"The recovery key is missing. Give it with --recovery-key-file or in {NAME}, or run "
        "this in a terminal."
    )
