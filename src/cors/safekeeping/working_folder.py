"""Folders and files that stand only while somebody works; what a crash left is swept away."""

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cors.core.errors import Refused

PREFIX = ".safekeeping-"


@contextlib.contextmanager
def working_folder(parent: Path) -> Iterator[Path]:
    """Make a folder that its owner alone may read, and remove it at the end."""
    try:
        parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(parent, f"{PREFIX}*")
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
    except OSError as error:
        raise cant_write(parent, error) from None
    try:
        with _held(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let nobody else restore into a folder meanwhile: a kill lets go of it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise cant_write(folder, error) from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Refused(f"Another restore is at work in {folder}. Wait until it has ended.") from None
    finally:
        os.close(descriptor)


def sweep(folder: Path, pattern: str) -> None:
    """Remove what nobody holds any more: a crash left it."""
    for path in folder.glob(pattern):
        with contextlib.suppress(OSError):
            descriptor = os.open(path, os.O_RDONLY)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            finally:
                os.close(descriptor)


def cant_write(place: Path, error: OSError) -> Refused:
    """Return the sentence for a folder that takes nothing."""
    return Refused(
        f"{place} can't be written to ({error.strerror or error}). "
        "Make room there, or name a folder you may write to."
    )


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
