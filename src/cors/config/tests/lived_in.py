"""A place with people in it, whose life goes on by itself."""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cors.config.environment import ROOT
from cors.config.tests.place import Place
from cors.core.master_key import backup_key
from cors.safekeeping.manifest import Manifest
from cors.safekeeping.package import unpack


@dataclass(frozen=True)
class Kept:
    """A backup, the file with its recovery key, and what stood in the place."""

    path: Path
    key: Path
    told: dict[str, Any]


SCRIPT = Path(__file__).parent / "working_life.py"
WAY = {
    "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
    "DJANGO_SETTINGS_MODULE": "cors.config.settings",
}


def live(place: Place, word: str) -> str:
    """Let something happen in a place and return what was said."""
    done = place.python(str(SCRIPT), word, **WAY)
    assert done.returncode == 0, done.stderr
    return done.stdout


def told(place: Place) -> dict[str, Any]:
    """Return what stands in a place."""
    found: dict[str, Any] = json.loads(live(place, "tell"))
    return found


def going_on(place: Place) -> "subprocess.Popen[str]":
    """Let Amina write in a place until she is stopped."""
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), "go-on"],
        env=place.environment() | WAY,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def backed_up(place: Place, folder: str = "backups") -> Path:
    """Make a backup of a place and return its file."""
    done = place.run("backup", str(place.folder / folder))
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.partition(": ")[0])


def recovery_file(place: Place) -> Path:
    """Write the recovery key of a place down."""
    path = place.folder / "recovery.txt"
    command = (
        "import base64, pathlib, sys; from cors.core.master_key import recovery_words\n"
        "key = base64.b64decode(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "print(recovery_words(key))"
    )
    done = place.python("-c", command, str(place.keys / "master.key"), **WAY)
    path.write_text(done.stdout)
    return path


def manifest_of(path: Path, key: bytes) -> Manifest:
    """Return what a backup says of itself."""
    with tempfile.TemporaryDirectory() as folder:
        return unpack(path, backup_key(key), Path(folder))


def everything(folder: Path) -> dict[str, bytes]:
    """Return each file below a folder, to see that nothing was touched."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }
