"""Finds an installer and has it install a lock: uv where it can be had, pip where not."""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from bootstrap.index import configured_index, environment_for_uv, offline_arguments
from bootstrap.places import INSTALLER, interpreter, lock_file
from bootstrap.stop import Stop, stop_for_output
from bootstrap.wheel import fetch_installer, pinned

QUIETLY = ("--disable-pip-version-check", "--no-input", "--retries", "2", "-q")


def install(venv: Path, kind: str) -> None:
    """Make the environment hold what the lock of this kind names, and nothing else."""
    uv = find_uv(venv)
    if uv is not None:
        sync = [str(uv), "pip", "sync", "--require-hashes", "--python", str(interpreter(venv))]
        # Once here saves it at every start where nobody may write next to the parts.
        compiled = ["--compile-bytecode"] if kind == "runtime" else []
        done = run([*sync, *compiled, *offline_arguments(), str(lock_file(kind))])
    else:
        done = run(pip(venv, "--require-hashes", "-r", str(lock_file(kind))))
    if done.returncode:
        raise stop_for_output(done.stdout, "A part of CORS")


def find_uv(venv: Path) -> Path | None:
    """Return uv: the one in the environment, fetched by pip, the machine's own, or by hand.

    Returns None where pip is here but holds no uv for this machine; raises Stop without any.
    """
    program = venv / "bin" / "uv"
    if program.exists() and any(venv.glob(f"lib/*/site-packages/uv-{pinned()[0]}.dist-info")):
        return program
    if pip_program() is not None:
        return uv_from_pip(venv)
    own = shutil.which("uv")
    if own:
        return Path(own)
    index = configured_index()
    if index:
        return fetch_installer(index, venv / "bin")
    raise Stop(
        "This Python has no pip: install it (Debian, Ubuntu: sudo apt install python3-venv; "
        "Fedora: sudo dnf install python3-pip), or name a package index in PIP_INDEX_URL."
    )


def uv_from_pip(venv: Path) -> Path | None:
    done = run(
        pip(venv, "--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(INSTALLER))
    )
    if done.returncode == 0:
        return venv / "bin" / "uv"
    if "no matching distribution" in done.stdout.lower() and "retry" not in done.stdout.lower():
        return None
    raise stop_for_output(done.stdout, "The installer")


def pip(venv: Path, *arguments: str) -> list[str]:
    """Return the command by which this machine's pip installs into the environment."""
    return [str(interpreter(venv)), str(pip_program()), "install", *QUIETLY, *arguments]


def pip_program() -> Path | None:
    """Return a pip that the environment's interpreter can run: the installed or the bundled one."""
    found = importlib.util.find_spec("pip")
    if found and found.submodule_search_locations:
        return Path(next(iter(found.submodule_search_locations)))
    folders = [Path(sysconfig.get_config_var("WHEEL_PKG_DIR") or os.devnull)]
    bundled = importlib.util.find_spec("ensurepip")
    if bundled and bundled.submodule_search_locations:
        folders += [Path(place, "_bundled") for place in bundled.submodule_search_locations]
    wheels = [wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"))]
    return wheels[-1] / "pip" if wheels else None


def run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    """Run an installer and keep all that it says, in one text."""
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment_for_uv() | {"PYTHONUTF8": "1"},
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Stop(f"{command[0]} can't be run: {error.strerror}.") from error


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
