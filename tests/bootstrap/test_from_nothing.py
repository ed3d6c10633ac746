"""The script in a fresh copy of the tree, with everything fetched and installed for real."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.repository.tree import ROOT, files

pytestmark = pytest.mark.bootstrap
NOWHERE = "http://127.0.0.1:9/simple"


def copy_of_the_tree(place: Path) -> Path:
    for path in files():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, place / path)
    return place


def surroundings(**told: str) -> dict[str, str]:
    mine = {name: value for name, value in os.environ.items() if not name.startswith("CORS_")}
    mine.pop("PYTHONPATH", None)
    return mine | told


def start(place: Path, **told: str) -> "subprocess.CompletedProcess[str]":
    # By the interpreter that this environment was made from, as a person would.
    python = getattr(sys, "_base_executable", sys.executable)
    return subprocess.run(
        [python, str(place / "cors"), "--help"],
        cwd=place,
        env=surroundings(**told),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the tree in which the first start went well."""
    place = copy_of_the_tree(tmp_path_factory.mktemp("made"))
    first = start(place)
    if "Connect to the internet" in first.stderr:
        pytest.skip("no package index can be reached from here")
    assert first.returncode == 0, first.stderr
    assert "usage: cors" in first.stdout
    return place


def test_a_second_start_takes_three_seconds_at_most(made: Path) -> None:
    def seconds() -> float:
        began = time.monotonic()
        second = start(made)
        assert (second.returncode, second.stderr) == (0, "")
        return time.monotonic() - began

    # The best of a few: what else the machine does must not fail a check.
    assert min(seconds() for _ in range(3)) <= 3


def test_a_ready_environment_needs_no_network(made: Path) -> None:
    assert start(made, PIP_INDEX_URL=NOWHERE).returncode == 0


def test_it_starts_from_any_folder(made: Path, tmp_path: Path) -> None:
    started = subprocess.run(
        [str(made / "cors"), "--help"], cwd=tmp_path, env=surroundings(), check=False
    )
    assert started.returncode == 0


def test_a_moved_folder_starts_again(made: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(made, moved, symlinks=True)
    again = start(moved)
    assert again.returncode == 0
    assert "Making the environment" in again.stderr


def test_a_killed_first_start_does_no_harm(made: Path, tmp_path: Path) -> None:
    place = copy_of_the_tree(tmp_path / "killed")
    first = subprocess.Popen(
        [sys.executable, str(place / "cors"), "--help"],
        env=surroundings(),
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not (place / ".venv" / "pyvenv.cfg").exists():
        assert first.poll() is None
        time.sleep(0.02)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    assert start(place).returncode == 0


@pytest.mark.parametrize("told", [{"PIP_INDEX_URL": NOWHERE}, {"UV_DEFAULT_INDEX": NOWHERE}])
def test_a_wrong_index_ends_in_one_sentence(tmp_path: Path, told: dict[str, str]) -> None:
    place = copy_of_the_tree(tmp_path / "copy")
    emptied = {"UV_CACHE_DIR": str(tmp_path / "cache"), "PIP_CACHE_DIR": str(tmp_path / "pip")}
    refused = start(place, **told, **emptied, PIP_EXTRA_INDEX_URL="")
    assert refused.returncode == 2
    assert refused.stderr.splitlines()[1:] == [
        line for line in refused.stderr.splitlines() if "Connect to the internet" in line
    ]


def test_a_folder_that_cannot_be_written_ends_in_one_sentence(tmp_path: Path) -> None:
    place = copy_of_the_tree(tmp_path)
    refused = start(place, CORS_VENV="/dev/null/.venv")
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
