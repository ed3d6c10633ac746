"""Writes the hashed locks anew from pyproject.toml."""

from pathlib import Path

from bootstrap.installer import find_uv, run, say
from bootstrap.places import INSTALLER, REQUIREMENTS, ROOT
from bootstrap.stop import Stop, stop_for_output
from bootstrap.wheel import pinned

COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--generate-hashes"),
    *("--python-version", "3.11", "--custom-compile-command", "./cors lock"),
)


def write_locks(venv: Path, arguments: list[str]) -> int:
    """Write the locks; the arguments (such as --upgrade) go to the resolver."""
    uv = find_uv(venv)
    if uv is None:
        raise Stop("Locks are written with uv, and there is none for this machine.")
    runtime = str(REQUIREMENTS / "runtime.txt")
    project = str(ROOT / "pyproject.toml")
    compile_ = [str(uv), *COMPILE, *arguments, project]
    _run([*compile_, "-o", runtime])
    _run([*compile_, "--extra", "test", "-c", runtime, "-o", str(REQUIREMENTS / "test.txt")])
    wanted = REQUIREMENTS / "uv.in"
    wanted.write_text(f"uv=={pinned()[0]}\n", encoding="utf-8")
    try:
        _run([str(uv), *COMPILE, "--no-annotate", str(wanted), "-o", str(INSTALLER)])
    finally:
        wanted.unlink()
    say("The locks are written. ./cors test shows whether everything still holds.")
    return 0


def _run(command: list[str]) -> None:
    done = run(command)
    if done.returncode:
        raise stop_for_output(done.stdout, "A lock")
