"""A backup is restored where nothing stands, by the recovery key, or nothing is touched."""

from pathlib import Path
from typing import Any

import pytest

from cors.config.tests.lived_in import (
    WAY,
    Kept,
    backed_up,
    everything,
    live,
    manifest_of,
    recovery_file,
    told,
)
from cors.config.tests.place import SERVER, Place
from cors.core.master_key import key_from_words

pytestmark = pytest.mark.slow
WORDS = "I want my own front door, and the key in my pocket."


def restore(bare: Place, path: Path, key: Path | None, **changes: str) -> Any:
    words = ("--recovery-key-file", str(key)) if key else ()
    return bare.run("restore", str(path), *words, **changes)


def refused(bare: Place, path: Path, key: Path | None, sentence: str, **changes: str) -> None:
    """Assert that one sentence says why, and that nothing was touched."""
    before = everything(bare.folder)
    done = restore(bare, path, key, **changes)
    assert done.returncode == 2, done.stderr
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    after = everything(bare.folder)
    assert {name: body for name, body in after.items() if body} == {
        name: body for name, body in before.items() if body
    }


def test_stands_again_on_an_empty_machine(kept: Kept, bare: Place) -> None:
    path, key = kept.path, kept.key
    done = restore(bare, path, key)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Restored, as it was at 20")
    assert told(bare) == kept.told
    assert kept.told["goal"] == WORDS
    master = bare.keys / "master.key"
    assert master.read_bytes() == (kept.key.parent / "keys" / "master.key").read_bytes()
    assert master.stat().st_mode & 0o777 == 0o600
    assert bare.run("migrate").returncode == 0


def test_can_be_backed_up_again_and_is_the_same(kept: Kept, bare: Place) -> None:
    path, key = kept.path, kept.key
    assert restore(bare, path, key).returncode == 0
    again = backed_up(bare)
    secret = key_from_words(key.read_text())
    assert manifest_of(again, secret).tables == manifest_of(path, secret).tables


def test_the_key_may_come_from_the_environment(kept: Kept, bare: Place) -> None:
    path, key = kept.path, kept.key
    refused(bare, path, None, "The recovery key is missing. Give it with --recovery-key-file or in")
    refused(bare, path, None, "A recovery key has 13 groups", CORS_RECOVERY_KEY="ABCD-EFGH")
    words = key.read_text()
    assert restore(bare, path, None, CORS_RECOVERY_KEY=words).returncode == 0


def test_another_key_opens_nothing(kept: Kept, bare: Place, tmp_path: Path) -> None:
    path, key = kept.path, kept.key
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("A" * 52)
    refused(bare, path, wrong, "was made with another key.")
    refused(bare, path, tmp_path, "can't be read. Name a file")
    assert restore(bare, path, key).returncode == 0


def test_a_damaged_file_touches_nothing(kept: Kept, bare: Place, tmp_path: Path) -> None:
    path, key = kept.path, kept.key
    whole = path.read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 3] ^= 8
    for body, sentence in (
        (bytes(flipped), "is damaged or was cut short."),
        (whole[:-1000], "is damaged or was cut short."),
        (whole[:17] + b"\x09" + whole[18:], "has a format that is not known here."),
    ):
        broken = tmp_path / "broken.backup"
        broken.write_bytes(body)
        refused(bare, broken, key, sentence)
    assert restore(bare, path, key).returncode == 0


def test_a_newer_version_is_named(lived_in: Place, bare: Place) -> None:
    done = lived_in.python("-c", FROM_A_NEWER, str(lived_in.folder / "newer"), **WAY)
    assert done.returncode == 0, done.stderr
    (path,) = (lived_in.folder / "newer").iterdir()
    key = recovery_file(lived_in)
    refused(bare, path, key, "which is newer than this one.")


FROM_A_NEWER = """
import sys, django
django.setup()
from dataclasses import replace
from pathlib import Path
from django.utils import timezone
from cors.safekeeping import backup

def later(database, into, take=backup.take):
    found = take(database, into)
    return replace(found, migrations=[*found.migrations, "plans.0099_later"])

backup.take = later
backup.make_backup(Path(sys.argv[1]), at=timezone.now())
"""


def test_stands_over_nobodys_records(kept: Kept, ready: Place) -> None:
    path, key = kept.path, kept.key
    sentence = "is not empty. Make an empty one" if SERVER else "is there already. Move it away"
    refused(ready, path, key, sentence)


def test_stands_beside_no_other_key(kept: Kept, bare: Place) -> None:
    path, key = kept.path, kept.key
    bare.keys.mkdir(mode=0o700)
    (bare.keys / "master.key").write_text("B" * 43 + "=\n")
    refused(bare, path, key, "There is another master key in")
    (bare.keys / "master.key").unlink()
    assert restore(bare, path, key).returncode == 0


def test_attachments_come_back(lived_in: Place, bare: Place) -> None:
    attached = lived_in.var / "attachments" / "2026" / "letter.pdf"
    attached.parent.mkdir(parents=True)
    attached.write_bytes(b"a letter")
    path = backed_up(lived_in)
    key = recovery_file(lived_in)
    there = bare.var / "attachments" / "2026" / "letter.pdf"
    (bare.var / "attachments").mkdir(parents=True)
    (bare.var / "attachments" / "mine").write_text("mine")
    refused(bare, path, key, "holds files. Move them away")
    (bare.var / "attachments" / "mine").unlink()
    assert restore(bare, path, key).returncode == 0
    assert there.read_bytes() == b"a letter"


@pytest.mark.parametrize("ledger", ["beside the data", "in a newer backup", "nowhere"])
def test_who_was_erased_stays_erased(lived_in: Place, bare: Place, ledger: str) -> None:
    path = backed_up(lived_in, "old")
    live(lived_in, "erase")
    key = recovery_file(lived_in)
    if ledger == "beside the data":
        bare.var.mkdir(exist_ok=True)
        (bare.var / "erasures.jsonl").write_bytes((lived_in.var / "erasures.jsonl").read_bytes())
    if ledger == "in a newer backup":
        newer = backed_up(lived_in, "new")
        newer.rename(path.parent / "cors-2099-01-01T00-00-00Z.backup")
    assert restore(bare, path, key).returncode == 0
    expected = WORDS if ledger == "nowhere" else "erased"
    assert told(bare)["goal"] == expected
    lines = (bare.var / "erasures.jsonl").read_text().splitlines()
    assert len(lines) == (0 if ledger == "nowhere" else 1)


def test_keeps_an_erasure_from_the_backup_and_one_from_here(lived_in: Place, bare: Place) -> None:
    live(lived_in, "erase")
    path = backed_up(lived_in)
    other = (
        '{"subject": "0190d9c6-0000-7000-8000-000000000001", '
        '"organisation": "0190d9c6-0000-7000-8000-000000000002", '
        '"at": "2026-11-23T10:00:00+00:00"}\n'
    )
    bare.var.mkdir(exist_ok=True)
    (bare.var / "erasures.jsonl").write_text(other)
    key = recovery_file(lived_in)
    assert restore(bare, path, key).returncode == 0
    assert told(bare)["goal"] == "erased"
    kept = (bare.var / "erasures.jsonl").read_text()
    assert other in kept
    assert (lived_in.var / "erasures.jsonl").read_text() in kept
    assert len(kept.splitlines()) == 2
