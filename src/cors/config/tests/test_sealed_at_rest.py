"""A stolen disk does not read as a list of people: no word about a client stands in clear."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from cors.config.environment import ROOT

SCRIPT = Path(__file__).parent / "a_day_of_work.py"
CANARIES = (
    "Hana", "Novak", "1984-05-02", "07700 900123", "After 16:00", "front door", "Deposit is the",
    "letting agent", "Missed the viewing", "ringing her sister", "No deposit", "Ask the council",
    "get this far",
)  # fmt: skip


def _work(place: Path, *words: str) -> None:
    environment = os.environ | {
        "CORS_VAR": str(place / "var"),
        "CORS_KEYS": str(place / "keys"),
        "CORS_STATIC": str(place / "static"),
        "CORS_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "cors.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    (place / "static").mkdir()
    command = [sys.executable, str(SCRIPT), *words]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)


def _found(place: Path) -> set[tuple[str, str]]:
    files = [path for path in (place / "var").rglob("*") if path.is_file()]
    assert any(path.stat().st_size > 100_000 for path in files)
    return {
        (path.name, word)
        for path in files
        for word in CANARIES
        if word.encode() in path.read_bytes() or word.encode("utf-16-le") in path.read_bytes()
    }


@pytest.mark.slow
@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="a file")
def test_no_word_about_a_client_stands_in_the_file_its_log_or_the_sessions(tmp_path: Path) -> None:
    _work(tmp_path)
    assert _found(tmp_path) == set()


@pytest.mark.slow
@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="a file")
def test_data_and_keys_are_their_owners_alone(tmp_path: Path) -> None:
    _work(tmp_path, "erase")
    for path in [*(tmp_path / "var").glob("*[!y]"), *(tmp_path / "keys").iterdir()]:
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.slow
@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="a file")
def test_an_erased_key_has_left_the_file_and_its_log(tmp_path: Path) -> None:
    _work(tmp_path, "erase")
    wrapped = (tmp_path / "var" / "erased.key").read_bytes()
    assert len(wrapped) > 32
    left = [
        path.name
        for path in (tmp_path / "var").iterdir()
        if path.name.startswith("cors.sqlite3") and wrapped in path.read_bytes()
    ]
    assert left == []
