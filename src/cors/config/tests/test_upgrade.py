"""An upgrade brings all tables to the version, or leaves everything as it was."""

import os
import subprocess
from typing import Any

import pytest

from cors.config.tests.lived_in import going_on, manifest_of, recovery_file, told
from cors.config.tests.newer_version import newer_version
from cors.config.tests.place import Place
from cors.core.master_key import key_from_words

pytestmark = pytest.mark.slow


def upgrade(place: Place, **changes: str) -> "subprocess.CompletedProcess[str]":
    return place.run("upgrade", "--backup-to", str(place.folder / "backups"), **changes)


def backups(place: Place) -> list[Any]:
    return sorted((place.folder / "backups").glob("*.backup"))


def contents(place: Place) -> Any:
    """Return what a backup made now says of every table, and which migrations were done."""
    done = place.run("backup", str(place.folder / "looks"))
    assert done.returncode == 0, done.stderr
    path = place.folder / "looks" / os.path.basename(done.stdout.partition(": ")[0])
    manifest = manifest_of(path, key_from_words(recovery_file(place).read_text()))
    path.unlink()
    return manifest.migrations, manifest.tables


def test_brings_the_tables_to_the_version_after_a_backup(lived_in: Place) -> None:
    before, way = told(lived_in), newer_version(lived_in, breaks=False)
    done = upgrade(lived_in, **way)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 migrations are done. The backup from before is ")
    (backup,) = backups(lived_in)
    assert str(backup) in done.stdout
    assert told(lived_in) == before
    assert "newer.0002_lit" in contents(lived_in)[0]
    again = upgrade(lived_in, **way)
    assert again.stdout == "The tables are those of this version. Nothing had to be done.\n"
    assert len(backups(lived_in)) == 1


def test_a_migration_that_breaks_half_way_leaves_everything_as_it_was(lived_in: Place) -> None:
    before, life = contents(lived_in), told(lived_in)
    done = upgrade(lived_in, **newer_version(lived_in, breaks=True))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "The upgrade broke off (the lamp fell). The records are as they were" in done.stderr
    assert str(backups(lived_in)[0]) in done.stderr
    assert contents(lived_in) == before
    assert told(lived_in) == life
    assert not list(lived_in.var.glob(".safekeeping-*"))


def test_after_a_broken_upgrade_the_old_version_serves_and_a_mended_one_comes(
    lived_in: Place,
) -> None:
    assert upgrade(lived_in, **newer_version(lived_in, breaks=True)).returncode == 2
    assert lived_in.run("migrate").returncode == 0
    assert lived_in.run("doctor", "--json").stdout.count("triggers") == 0
    mended = upgrade(lived_in, **newer_version(lived_in, breaks=False))
    assert mended.stdout.startswith("2 migrations are done."), mended.stderr


def test_the_backup_from_before_can_be_proved(lived_in: Place) -> None:
    assert upgrade(lived_in, **newer_version(lived_in, breaks=True)).returncode == 2
    done = lived_in.run("backup", "--verify", str(backups(lived_in)[0]))
    assert done.returncode == 0, done.stderr


def test_is_refused_while_somebody_is_connected(lived_in: Place) -> None:
    way = newer_version(lived_in, breaks=False)
    with going_on(lived_in) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        done = upgrade(lived_in, **way)
        writer.kill()
    assert done.returncode == 2
    assert "Stop the server first, then upgrade." in done.stderr
    assert backups(lived_in) == []
    assert upgrade(lived_in, **way).returncode == 0


def test_is_refused_where_the_backup_can_not_be_written(lived_in: Place) -> None:
    before = contents(lived_in)
    (lived_in.folder / "backups").touch()
    done = upgrade(lived_in, **newer_version(lived_in, breaks=False))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert contents(lived_in) == before


def test_asks_where_the_backup_goes(ready: Place) -> None:
    done = ready.run("upgrade")
    assert done.returncode == 2
    assert "./cors upgrade --backup-to FOLDER" in done.stderr
    folder = str(ready.folder / "backups")
    assert ready.run("upgrade", CORS_BACKUPS=folder).returncode == 0


def test_nothing_is_made_where_nothing_was(bare: Place) -> None:
    if bare.database:
        pytest.skip("an empty database of PostgreSQL is there, and has nothing to back up")
    done = upgrade(bare)
    assert done.returncode == 2
    assert "There is nothing to upgrade" in done.stderr
    assert not bare.keys.exists()
