"""The same thing sent eight times at the same moment happens once; nobody sees a server error."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from cors.config.environment import ROOT

SCRIPT = Path(__file__).parent / "at_once.py"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Run the script once, on a database file of its own."""
    place = tmp_path_factory.mktemp("at-once")
    (place / "static").mkdir()
    environment = os.environ | {
        "CORS_VAR": str(place / "var"),
        "CORS_KEYS": str(place / "keys"),
        "CORS_STATIC": str(place / "static"),
        "CORS_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "cors.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    command = [sys.executable, str(SCRIPT)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    found["errors"] = done.stderr
    return found


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="a file"),
]


def test_twenty_forms_sent_eight_times_each_are_twenty_contacts(told: dict[str, Any]) -> None:
    assert told["counts"]["contacts"] == 20
    assert told["counts"]["ratings"] == 20
    assert told["said"]["contacts"] == {"302": 160}


def test_two_ways_back_and_two_endings_are_one(told: dict[str, Any]) -> None:
    assert (told["counts"]["back"], told["counts"]["close"]) == (1, 1)


def test_an_invitation_taken_up_eight_times_is_one_member(told: dict[str, Any]) -> None:
    assert (told["counts"]["users"], told["counts"]["members"]) == (1, 1)


def test_nobody_who_pressed_at_the_same_time_sees_a_server_error(told: dict[str, Any]) -> None:
    statuses = {status for found in told["said"].values() for status in found}
    assert statuses <= {"200", "302", "404", "422"}, told["said"]
    assert "Traceback" not in told["errors"]
