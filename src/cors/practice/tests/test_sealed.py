"""Practice seals as real life does: no word of a script stands in the file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from cors.practice.script import scripts

BUILD = """
from cors.config.commands.parts import set_up
set_up(practice=True)
from cors.practice.build import build_if_empty
assert build_if_empty()
"""


def _sentences(told: Any) -> Iterator[str]:
    """Return all that was written by hand: keys of the catalogue have no spaces."""
    if isinstance(told, str):
        yield from [told] if " " in told else []
    elif isinstance(told, dict):
        for each in told.values():
            yield from _sentences(each)
    elif isinstance(told, list):
        for each in told:
            yield from _sentences(each)


def _build(place: Path) -> bytes:
    """Build in a folder of its own, and return everything that lies there."""
    environment = os.environ | {
        "CORS_VAR": str(place / "var"),
        "CORS_KEYS": str(place / "keys"),
        "CORS_SQLITE": str(place / "var" / "practice.sqlite3"),
        "CORS_STATIC": str(place),
        "CORS_DATABASE_URL": "",
        "CORS_PRACTICE": "1",
        "DJANGO_SETTINGS_MODULE": "cors.config.settings",
    }
    command = [sys.executable, "-c", BUILD]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    return b"".join(path.read_bytes() for path in (place / "var").rglob("*") if path.is_file())


@pytest.mark.slow
@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="a file")
def test_no_sentence_of_a_script_stands_in_the_file(tmp_path: Path) -> None:
    sentences = set(_sentences(scripts()))
    assert len(sentences) > 300
    stored = _build(tmp_path)
    assert b"Harbour Street" in stored  # the organisation's name is no secret: the search works
    assert [each for each in sentences if each.encode() in stored] == []
