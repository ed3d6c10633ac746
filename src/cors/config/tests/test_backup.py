"""A backup is one sealed file that proves itself; a folder that takes nothing is named."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from cors.config.tests.lived_in import backed_up, everything
from cors.config.tests.place import SERVER, Place

pytestmark = pytest.mark.slow
CANARIES = (b"Hana", b"front door", b"harbour.example", b"access_user", b"SQLite format")


def refused(place: Place, sentence: str, *words: str, **changes: str) -> None:
    """Assert that a command ends in one sentence."""
    done = place.run(*words, **changes)
    assert done.returncode == 2, done.stderr
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_is_one_file_of_its_owner_alone_that_says_nothing(lived_in: Place) -> None:
    before = everything(lived_in.var)
    path = backed_up(lived_in)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.name.startswith("cors-20")
    assert path.name.endswith("Z.backup")
    assert path.stat().st_mode & 0o777 == 0o600
    assert not [word for word in CANARIES if word in path.read_bytes()]
    key = (lived_in.keys / "master.key").read_bytes()
    assert key not in path.read_bytes()
    assert everything(lived_in.var).keys() - before.keys() <= {
        "cors.sqlite3-wal",
        "cors.sqlite3-shm",
        "safekeeping.json",  # when the last one was made
    }


def test_proves_itself(lived_in: Place) -> None:
    path = backed_up(lived_in)
    done = lived_in.run("backup", "--verify", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{path.name} is good: all " in done.stdout
    assert not list(lived_in.var.glob(".safekeeping-*"))


def test_a_damaged_one_does_not(lived_in: Place) -> None:
    path = backed_up(lived_in)
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(body)
    refused(lived_in, "is damaged or was cut short.", "backup", "--verify", str(path))


def test_a_backup_that_holds_something_else_does_not(lived_in: Place) -> None:
    """The seal is right and so are the hashes of members, but a row is not as it was."""
    done = lived_in.python("-c", FORGES, str(lived_in.folder / "forged"))
    assert done.returncode == 0, done.stderr
    (path,) = (lived_in.folder / "forged").iterdir()
    refused(
        lived_in, "does not hold what it was made from: plans_goal.", "backup", "--verify",
        str(path),
    )  # fmt: skip


FORGES = """
import sys, os
os.environ["DJANGO_SETTINGS_MODULE"] = "cors.config.settings"
import django
django.setup()
from dataclasses import replace
from pathlib import Path
from django.utils import timezone
from cors.safekeeping import backup
from cors.safekeeping.tables.digest import TableDigest

def lies(database, into, take=backup.take):
    found = take(database, into)
    return replace(found, tables=found.tables | {"plans_goal": TableDigest(1, "other")})

backup.take = lies
backup.make_backup(Path(sys.argv[1]), at=timezone.now())
"""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Name the folder into which the backup is written"),
        (("{file}/below",), "can't be written to (Not a directory). Make room there"),
        (("--verify", "{file}"), "is no backup made by CORS."),
        (("--verify", "{file}-gone"), "can't be read (No such file or directory)."),
    ],
)
def test_says_what_is_wrong(lived_in: Place, words: tuple[str, ...], sentence: str) -> None:
    file = lived_in.folder / "file"
    file.write_text("no backup")
    refused(lived_in, sentence, "backup", *(word.format(file=file) for word in words))


def test_there_is_nothing_to_back_up_before_the_first_start(bare: Place) -> None:
    bare.keys.mkdir(parents=True)
    refused(bare, "There is no master key in", "backup", str(bare.folder / "backups"))
    (bare.keys / "master.key").write_bytes(b"A" * 43 + b"=\n")
    refused(bare, "There is nothing to back up yet", "backup", str(bare.folder / "backups"))
    assert not (bare.folder / "backups").exists()


@pytest.mark.skipif(bool(SERVER), reason="a dump is smaller than a file")
def test_a_full_disk_is_named_and_nothing_is_left(lived_in: Place) -> None:
    """A limit on the size of files stands for the disk."""
    folder = lived_in.folder / "backups"
    done = subprocess.run(
        [sys.executable, "-m", "cors.config.command_line", "backup", str(folder)],
        env=lived_in.environment(), preexec_fn=lambda: limit(1_000_000), cwd=lived_in.folder,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "The database can't be copied to" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not folder.exists()
    assert not list(lived_in.var.glob(".safekeeping-*"))
    assert backed_up(lived_in).exists()


def limit(room: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))


def test_a_dump_needs_a_program_of_the_servers_version(lived_in: Place, tmp_path: Path) -> None:
    if not SERVER:
        pytest.skip("SQLite needs no program")
    old = tmp_path / "old"
    old.mkdir()
    folder = str(tmp_path / "backups")
    way = {"CORS_POSTGRESQL_PROGRAMS": str(old)}
    refused(lived_in, "pg_dump is missing. Install PostgreSQL's client", "backup", folder, **way)
    (old / "pg_dump").write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.1'\n")
    (old / "pg_dump").chmod(0o700)
    refused(lived_in, "pg_dump is of version 9, the server of version", "backup", folder, **way)
    assert backed_up(lived_in).exists()
