"""What is in a backup: an archive of members, compressed and sealed, with the manifest at its end.

The ledger of erasures comes first, so that a restore can read it in every other backup at hand
without opening the rest.
"""

import contextlib
import fcntl
import gzip
import hashlib
import io
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from cors.core.errors import Refused
from cors.safekeeping.manifest import MANIFEST, Manifest, Member
from cors.safekeeping.sealed_file import SealedReader, SealingWriter
from cors.safekeeping.working_folder import cant_write, sweep, sync_folder

LEDGER = "erasures.jsonl"
DATABASE = "database"
ATTACHMENTS = "attachments"
PARTIAL = ".partial"
QUICK = 1  # most of it is sealed text, which does not get smaller


class Package:
    """Takes members in and remembers their hashes."""

    def __init__(self, archive: tarfile.TarFile) -> None:
        self._archive = archive
        self.members: dict[str, Member] = {}

    def add_file(self, name: str, path: Path) -> None:
        with path.open("rb") as file:
            reading = _Hashing(file)
            self._add(name, os.fstat(file.fileno()).st_size, reading)

    def add_bytes(self, name: str, body: bytes) -> None:
        self._add(name, len(body), _Hashing(io.BytesIO(body)))

    def add_folder(self, name: str, folder: Path) -> None:
        """Add every file below a folder that is there; one that goes meanwhile is left out."""
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                with contextlib.suppress(FileNotFoundError):
                    self.add_file(f"{name}/{path.relative_to(folder).as_posix()}", path)

    def _add(self, name: str, size: int, reading: "_Hashing") -> None:
        about = tarfile.TarInfo(name)
        about.size, about.mode = size, 0o600
        self._archive.addfile(about, reading)
        self.members[name] = Member(bytes=size, sha256=reading.sha256.hexdigest())


class _Hashing:
    """Hashes what is read through it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.sha256 = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        read = self._file.read(size)
        self.sha256.update(read)
        return read


@contextlib.contextmanager
def packing(path: Path, key: bytes) -> Iterator[Package]:
    """Write a package to a passing name; it gets its own name when it is whole and on the disk."""
    passing = path.with_name(f".{path.name}{PARTIAL}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(path.parent, f".*{PARTIAL}")
        with open(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            writer = SealingWriter(file, key)
            with _archive_to(writer) as archive:
                yield Package(archive)
            writer.finish()
            file.flush()
            os.fsync(file.fileno())
            passing.rename(path)
        sync_folder(path.parent)
    except OSError as error:
        raise cant_write(path.parent, error) from None
    finally:
        with contextlib.suppress(OSError):
            passing.unlink(missing_ok=True)


@contextlib.contextmanager
def _archive_to(writer: SealingWriter) -> Iterator[tarfile.TarFile]:
    sealed: Any = writer
    with (
        gzip.GzipFile(fileobj=sealed, mode="wb", compresslevel=QUICK, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as archive,
    ):
        yield archive


def unpack(path: Path, key: bytes, into: Path) -> Manifest:
    """Open a package into an empty folder; Refused unless every byte is as it was written."""
    found: dict[str, Member] = {}
    with _opened(path) as file:
        reader = SealedReader(file, key, path.name)
        with _archive_from(reader) as archive:
            for about in archive:
                found[about.name] = _take_out(archive, about, into)
        reader.read_out()
    manifest = Manifest.read(into / MANIFEST, path.name)
    found.pop(MANIFEST, None)
    if found != manifest.members:
        raise Refused(f"{path.name} is not whole. Use another copy of it.")
    return manifest


def read_whole(path: Path, key: bytes) -> None:
    """Refuse a package unless every byte is as it was written."""
    with _opened(path) as file:
        SealedReader(file, key, path.name).read_out()


def ledger_in(path: Path, key: bytes) -> bytes:
    """Return the ledger in a package, and read no further; nothing where it opens otherwise."""
    with _opened(path) as file:
        reader = SealedReader(file, key, path.name)
        with _archive_from(reader) as archive:
            first = archive.next()
            body = archive.extractfile(first) if first and first.name == LEDGER else None
            return body.read() if body else b""


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise Refused(f"{path} can't be read ({error.strerror}). Name another file.") from None
    with file:
        yield file


@contextlib.contextmanager
def _archive_from(reader: SealedReader) -> Iterator[tarfile.TarFile]:
    sealed: Any = reader
    with (
        gzip.GzipFile(fileobj=sealed, mode="rb") as packed,
        tarfile.open(fileobj=packed, mode="r|") as archive,
    ):
        yield archive


def _take_out(archive: tarfile.TarFile, about: tarfile.TarInfo, into: Path) -> Member:
    target = (into / about.name).resolve()
    body = archive.extractfile(about)
    if body is None or not target.is_relative_to(into.resolve()):
        raise Refused(f"The backup holds {about.name!r}, which is no file of CORS.")
    reading = _Hashing(body)  # type: ignore[arg-type]
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            while some := reading.read(1 << 20):
                file.write(some)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise cant_write(into.parent, error) from None
    return Member(bytes=about.size, sha256=reading.sha256.hexdigest())
