"""The units of deploy/ are sound, name commands that exist, and leave little open."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cors.config.command_line import _parser
from tests.deploy.proxies import DEPLOY

UNITS = ["cors.service", "cors-backup.service", "cors-backup.timer"]
LARGEST_EXPOSURE = 2.0
needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="no systemd-analyze on this machine"
)


def analyze(*words: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["systemd-analyze", *words], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units, with this Python in place of the one in /opt/cors."""
    for name in UNITS:
        text = (DEPLOY / name).read_text().replace("/opt/cors/.venv/bin/python", sys.executable)
        (tmp_path / name).write_text(text)
    return tmp_path


@needs_systemd
@pytest.mark.parametrize("name", UNITS)
def test_systemd_understands_every_line(units: Path, name: str) -> None:
    done = analyze("verify", "--man=no", f"./{name}", folder=units)
    said = [line for line in done.stderr.splitlines() if "cors" in line]
    assert (done.returncode, said) == (0, [])


@needs_systemd
@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_little_is_left_open(units: Path, name: str) -> None:
    done = analyze("security", "--offline=true", f"./{name}", folder=units)
    found = re.search(r"exposure level for \S+ (\d+\.\d)", done.stdout)
    assert found, done.stderr
    assert float(found[1]) <= LARGEST_EXPOSURE


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_the_command_is_one_that_there_is(name: str) -> None:
    started = re.search(r"^ExecStart=\S+ -P -m cors\.config\.command_line (.+)$", text(name), re.M)
    assert started
    args = _parser().parse_args(started[1].split())
    assert callable(args.run)


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_files_are_their_owners_alone_and_keys_lie_apart(name: str) -> None:
    assert "UMask=0077" in text(name)
    places = dict(re.findall(r"(CORS_\w+)=(\S+)", text(name)))
    assert not places["CORS_KEYS"].startswith(places["CORS_VAR"])
    assert "User=cors" in text(name)


def text(name: str) -> str:
    return (DEPLOY / name).read_text()
