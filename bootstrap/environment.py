"""Makes the environment once and knows when it has to be made again."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bootstrap import stamp
from bootstrap.installer import install, say
from bootstrap.places import environment_folder, interpreter
from bootstrap.stop import Stop, stop_for


def ready_environment(kind: str) -> Path:
    """Return the environment's folder, made or mended where needed."""
    venv = environment_folder()
    if not stamp.is_ready(venv, kind):
        try:
            with alone(venv):
                if not stamp.is_ready(venv, kind):
                    make(venv, kind)
        except OSError as error:
            raise stop_for(error, venv) from error
    return venv


@contextlib.contextmanager
def alone(venv: Path) -> Iterator[None]:
    """Hold the environment's lock, so that two first starts don't make it twice."""
    try:
        import fcntl
    except ImportError:
        raise Stop("CORS runs on Linux and macOS; on Windows, start it inside WSL.") from None
    venv.parent.mkdir(parents=True, exist_ok=True)
    with open(f"{venv}.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another start is making the environment; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make(venv: Path, kind: str) -> None:
    """Make the environment, or bring the one that is there up to date."""
    if stamp.read(venv).get("kind") == "test" or stamp.holds_test_tools(venv):
        # Serving must not take the tools away from whoever is testing.
        kind = "test"
    if not can_be_kept(venv):
        remove(venv)
        say("Making the environment. This happens once and fetches about 100 MB.")
        create(venv)
    else:
        say("Bringing the environment up to date.")
    stamp.mark_making(venv)
    install(venv, kind)
    stamp.mark_ready(venv, kind)


def can_be_kept(venv: Path) -> bool:
    """Tell whether the environment is whole, so that installing into it is enough."""
    if stamp.read(venv):
        return stamp.is_whole(venv)
    return (venv / "pyvenv.cfg").exists() and runs(interpreter(venv))


def runs(python: Path) -> bool:
    question = "import sys; sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)"
    try:
        return subprocess.run([str(python), "-c", question], check=False).returncode == 0
    except OSError:
        return False


def remove(venv: Path) -> None:
    """Remove what is left of an environment; never a folder that holds something else."""
    if not venv.is_symlink() and venv.is_dir() and any(venv.iterdir()):
        if not (venv / "pyvenv.cfg").exists() and not stamp.read(venv):
            raise Stop(f"{venv} holds other files: name an empty folder in CORS_VENV.")
        old = venv.with_name(f"{venv.name}.old-{os.getpid()}")
        venv.rename(old)
        shutil.rmtree(old, ignore_errors=True)
    elif venv.is_symlink() or venv.is_file():
        raise Stop(f"{venv} is not a folder: move it away, or name a folder in CORS_VENV.")


def create(venv: Path) -> None:
    try:
        import venv as standard
    except ImportError:
        raise Stop(
            "This Python has no venv module: install it "
            "(Debian, Ubuntu: sudo apt install python3-venv), then start again."
        ) from None
    venv.mkdir(parents=True, exist_ok=True)
    stamp.mark_making(venv)
    try:
        standard.create(venv, with_pip=False, symlinks=True)
    except subprocess.CalledProcessError as error:
        raise Stop(f"{venv} can't be made: {error}.") from error
    if not runs(interpreter(venv)):
        raise Stop(f"{interpreter(venv)} does not run: name a folder on another disk in CORS_VENV.")
