"""A package holds its members whole, or stands under no name at all."""

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cors.core.errors import Refused
from cors.safekeeping.manifest import MANIFEST, Manifest
from cors.safekeeping.package import (
    LEDGER,
    Package,
    _archive_to,
    ledger_in,
    packing,
    unpack,
)
from cors.safekeeping.sealed_file import CHUNK_BYTES, SealingWriter

KEY = bytes(range(32))
LINE = b'{"subject": "somebody"}\n'


def manifest(members: dict[str, object]) -> bytes:
    return Manifest(
        created_at=datetime(2026, 11, 23, 10, tzinfo=UTC),
        version="1",
        database="SQLite",
        migrations=[],
        tables={},
        members=members,  # type: ignore[arg-type]
    ).written()


def pack(path: Path, body: bytes = b"rows", *, leave_out: bool = False) -> Path:
    """Write a package with a ledger, a database and one attachment."""
    attached = path.parent.parent / "attached" / "below"
    attached.mkdir(parents=True, exist_ok=True)
    (attached / "letter.pdf").write_bytes(b"a letter")
    with packing(path, KEY) as package:
        package.add_bytes(LEDGER, LINE)
        package.add_bytes("database", body)
        package.add_folder("attachments", attached.parent)
        members = dict(package.members)
        if leave_out:
            members.pop("database")
        package.add_bytes(MANIFEST, manifest(members))  # type: ignore[arg-type]
    return path


@contextmanager
def room_for(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_comes_out_as_it_went_in(tmp_path: Path) -> None:
    body = os.urandom(300_000)
    path = pack(tmp_path / "to" / "cors.backup", body)
    (tmp_path / "out").mkdir()
    found = unpack(path, KEY, tmp_path / "out")
    assert (tmp_path / "out" / "database").read_bytes() == body
    assert (tmp_path / "out" / "attachments/below/letter.pdf").read_bytes() == b"a letter"
    assert set(found.members) == {LEDGER, "database", "attachments/below/letter.pdf"}
    assert found.members["database"].bytes == 300_000
    files = [each for each in (tmp_path / "out").rglob("*") if each.is_file()]
    assert {each.stat().st_mode & 0o077 for each in files} == {0}


def test_the_ledger_is_read_without_the_rest(tmp_path: Path) -> None:
    path = pack(tmp_path / "to" / "cors.backup", os.urandom(300_000))
    body = bytearray(path.read_bytes())
    body[-100] ^= 1
    path.write_bytes(body)
    assert ledger_in(path, KEY) == LINE
    with pytest.raises(Refused, match="is damaged"):
        unpack(path, KEY, tmp_path / "out")


def test_a_manifest_that_says_something_else_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "to" / "cors.backup", leave_out=True)
    with pytest.raises(Refused, match=r"is not whole. Use another copy of it."):
        unpack(path, KEY, tmp_path / "out")


def test_no_member_may_stand_outside(tmp_path: Path) -> None:
    path = tmp_path / "to" / "cors.backup"
    with packing(path, KEY) as package:
        package.add_bytes("../escaped", b"!")
    with pytest.raises(Refused, match="which is no file of CORS"):
        unpack(path, KEY, tmp_path / "out")
    assert not (tmp_path / "escaped").exists()


def test_an_archive_without_a_manifest_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "to" / "cors.backup"
    with packing(path, KEY) as package:
        package.add_bytes("database", b"rows")
    with pytest.raises(Refused, match="has no manifest"):
        unpack(path, KEY, tmp_path / "out")


def test_a_manifest_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "to" / "cors.backup"
    with packing(path, KEY) as package:
        package.add_bytes(MANIFEST, manifest({}).replace(b'"format": 1', b'"format": 2'))
    with pytest.raises(Refused, match="has a format that is not known here"):
        unpack(path, KEY, tmp_path / "out")


@pytest.mark.parametrize("size", [50, 100_000])
def test_a_full_disk_leaves_no_half_file(tmp_path: Path, size: int) -> None:
    path = tmp_path / "to" / "cors.backup"
    body = os.urandom(1_000_000)
    with pytest.raises(Refused, match="can't be written to"), room_for(size):
        pack(path, body)
    assert list(path.parent.iterdir()) == []
    assert pack(path, body).exists()


def test_a_disk_that_does_not_answer_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    path = tmp_path / "to" / "cors.backup"
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Refused, match=r"can't be written to \(Input/output error\). Make room"):
        pack(path)
    monkeypatch.undo()
    assert list(path.parent.iterdir()) == []
    assert pack(path).exists()


def test_an_older_backup_is_not_written_over_by_half_a_new_one(tmp_path: Path) -> None:
    path = pack(tmp_path / "to" / "cors.backup")
    before = path.read_bytes()
    with pytest.raises(Refused), room_for(100_000):
        pack(path, os.urandom(1_000_000))
    assert path.read_bytes() == before


def test_an_attachment_that_goes_meanwhile_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "attached"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / name).write_bytes(b"a recording")
    add_file = Package.add_file

    def and_another_goes(package: Package, name: str, path: Path) -> None:
        add_file(package, name, path)
        (folder / "b").unlink(missing_ok=True)

    monkeypatch.setattr(Package, "add_file", and_another_goes)
    with packing(tmp_path / "cors.backup", KEY) as package:
        package.add_folder("attachments", folder)
        package.add_bytes(MANIFEST, manifest(dict(package.members)))
        assert sorted(package.members)[:-1] == ["attachments/a", "attachments/c"]


def test_what_stands_after_the_archive_is_read_too(tmp_path: Path) -> None:
    """The archive ends before the file does: a bit that turned there is damage as well."""
    path = tmp_path / "cors.backup"
    with path.open("wb") as file:
        writer = SealingWriter(file, KEY)
        with _archive_to(writer) as archive:
            package = Package(archive)
            package.add_bytes(LEDGER, LINE)
            package.add_bytes(MANIFEST, manifest(dict(package.members)))
        writer.write(bytes(3 * CHUNK_BYTES))
        writer.finish()
    whole = bytearray(path.read_bytes())
    (tmp_path / "good").mkdir()
    assert unpack(path, KEY, tmp_path / "good").version == "1"
    whole[-1] ^= 1
    path.write_bytes(whole)
    (tmp_path / "bad").mkdir()
    with pytest.raises(Refused, match="damaged or was cut short"):
        unpack(path, KEY, tmp_path / "bad")
