"""Where things lie in a checkout."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
INSTALLER = REQUIREMENTS / "uv.txt"


def environment_folder() -> Path:
    """Return the folder of the environment: CORS_VENV, or .venv beside the script."""
    return Path(os.environ.get("CORS_VENV") or ROOT / ".venv").absolute()


def interpreter(venv: Path) -> Path:
    return venv / "bin" / "python"


def lock_file(kind: str) -> Path:
    """Return the hashed lock of a kind of environment: runtime or test."""
    return REQUIREMENTS / f"{kind}.txt"
