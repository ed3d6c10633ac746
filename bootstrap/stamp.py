"""The environment's stamp: what it was made from, so that a second start can trust it."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from bootstrap.places import INSTALLER, interpreter, lock_file

NAME = "cors-environment.json"
# A test environment also serves: its lock holds every pin of the runtime's.
SERVES = {"runtime": ("runtime", "test"), "test": ("test",)}


def digest(kind: str) -> str:
    text = lock_file(kind).read_bytes() + INSTALLER.read_bytes()
    return hashlib.sha256(text).hexdigest()


def parts(venv: Path) -> int:
    """Count the installed parts; one that was removed by hand shows here."""
    return sum(1 for _ in venv.glob("lib/python3*/site-packages/*.dist-info"))


def holds_test_tools(venv: Path) -> bool:
    return any(venv.glob("lib/python3*/site-packages/pytest-*.dist-info"))


def read(venv: Path) -> dict[str, Any]:
    """Return the stamp, or {} where there is none that can be read."""
    try:
        stamp = json.loads((venv / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def mark_making(venv: Path) -> None:
    _write(venv, {"state": "making", "place": str(venv)})


def mark_ready(venv: Path, kind: str) -> None:
    _write(
        venv,
        {
            "state": "ready",
            "place": str(venv),
            "kind": kind,
            "digest": digest(kind),
            "interpreter": os.path.realpath(interpreter(venv)),
            "parts": parts(venv),
        },
    )


def _write(venv: Path, stamp: dict[str, Any]) -> None:
    draft = venv / f"{NAME}.{os.getpid()}"
    draft.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    draft.replace(venv / NAME)


def is_ready(venv: Path, kind: str) -> bool:
    """Tell whether the environment can run this kind of command as it stands."""
    stamp = read(venv)
    return (
        is_whole(venv)
        and stamp.get("kind") in SERVES[kind]
        and stamp.get("digest") == digest(stamp["kind"])
        and stamp.get("parts") == parts(venv)
    )


def is_whole(venv: Path) -> bool:
    """Tell whether it was made to the end, here, for the interpreter it still points to."""
    stamp = read(venv)
    return (
        stamp.get("state") == "ready"
        and stamp.get("place") == str(venv)
        and interpreter(venv).exists()
        and stamp.get("interpreter") == os.path.realpath(interpreter(venv))
    )
