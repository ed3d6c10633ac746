"""A database is served with its own master key or not at all."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from cors.config.environment import ROOT

PREPARE = "import django; django.setup(); from cors.config.prepare import prepare; prepare()"


def _start(place: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "CORS_VAR": str(place / "var"),
        "CORS_KEYS": str(place / "keys"),
        "CORS_STATIC": str(place / "static"),
        "CORS_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "cors.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    command = [sys.executable, "-c", PREPARE]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="a file")
def test_starts_with_its_own_key_and_refuses_another_a_damaged_and_none(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    assert _start(tmp_path).returncode == 0
    key = tmp_path / "keys" / "master.key"
    right = key.read_bytes()
    assert _start(tmp_path).returncode == 0
    for wrong in (base64.b64encode(os.urandom(32)), base64.b64encode(os.urandom(31)), b"x", b""):
        key.write_bytes(wrong)
        refused = _start(tmp_path)
        assert refused.returncode != 0
        assert right.decode().strip() not in refused.stderr
    key.unlink()
    refused = _start(tmp_path)
    assert refused.returncode != 0
    assert not key.exists()
    key.write_bytes(right)
    assert _start(tmp_path).returncode == 0
