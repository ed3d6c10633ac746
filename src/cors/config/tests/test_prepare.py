"""Making ready: keys, tables and the mark; what is wrong is one sentence and exit code 2."""

import os
import stat
from base64 import b64decode
from pathlib import Path

import pytest

from cors.config.tests.place import WEB_ROLE, Place
from cors.core.master_key import recovery_words


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refused(place: Place, sentence: str, **changes: str) -> None:
    """Assert that nothing is made ready, and that one sentence says why."""
    done = place.run("migrate", **changes)
    assert done.returncode == 2, done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_a_fresh_folder_gets_keys_and_tables_of_its_owner_alone(made_ready: Place) -> None:
    files = [*made_ready.keys.iterdir(), *made_ready.var.iterdir()]
    assert {path.name for path in files} >= {"master.key", "django.key"}
    assert {mode(path) for path in files} == {0o600}
    assert (mode(made_ready.keys), mode(made_ready.var)) == (0o700, 0o700)
    assert not list(made_ready.var.glob("*.key"))


def test_the_recovery_key_is_shown_and_is_the_key(made_ready: Place) -> None:
    assert made_ready.first_run
    key = b64decode((made_ready.keys / "master.key").read_bytes())
    assert recovery_words(key) in made_ready.first_run.stderr
    assert made_ready.first_run.stdout == ""


def test_a_second_call_changes_no_key_and_says_nothing(ready: Place) -> None:
    before = {path.name: path.read_bytes() for path in ready.keys.iterdir()}
    done = ready.run("migrate")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {path.name: path.read_bytes() for path in ready.keys.iterdir()} == before


def test_records_without_their_key_are_not_touched(ready: Place, tmp_path: Path) -> None:
    away = tmp_path / "away"
    (ready.keys / "master.key").rename(away)
    refused(ready, f"There are records but no master key in {ready.keys}. Set CORS_KEYS")
    assert not (ready.keys / "master.key").exists()
    away.rename(ready.keys / "master.key")
    assert ready.run("migrate").returncode == 0


def test_another_master_key_is_told_from_the_right_one(ready: Place) -> None:
    path = ready.keys / "master.key"
    right = path.read_bytes()
    path.write_bytes(right.swapcase())
    refused(ready, f"The master key in {ready.keys} is not the one of this database.")
    path.write_bytes(right)
    assert ready.run("migrate").returncode == 0


@pytest.mark.parametrize("damaged", [b"", b"not base64", b"c2hvcnQ="])
def test_a_damaged_master_key_is_named(ready: Place, damaged: bytes) -> None:
    (ready.keys / "master.key").write_bytes(damaged)
    refused(ready, "master.key is damaged. Put the master key back from its copy.")


def test_a_lost_secret_of_cookies_is_made_anew_and_the_master_key_is_kept(ready: Place) -> None:
    master, secret = ready.keys / "master.key", ready.keys / "django.key"
    before, old = master.read_bytes(), secret.read_bytes()
    secret.unlink()
    done = ready.run("migrate")
    assert (done.returncode, done.stderr) == (0, "")
    assert master.read_bytes() == before
    assert secret.read_bytes() not in (b"", old)
    assert mode(secret) == 0o600


def test_a_folder_that_can_not_be_made_is_named(bare: Place) -> None:
    (bare.folder / "file").write_text("no folder")
    for name, words in (("CORS_VAR", "can't be made"), ("CORS_KEYS", "can't be written")):
        path = bare.folder / "file" / "below"
        refused(bare, words, **{name: str(path)})


@pytest.mark.skipif(os.geteuid() == 0, reason="this user may write everywhere")
def test_a_read_only_folder_is_named_on_disk(bare: Place) -> None:
    bare.var.mkdir(mode=0o500)
    refused(bare, f"{bare.var} is read-only. Set CORS_VAR to a folder you may write to.")


def test_a_database_that_does_not_answer_is_named(bare: Place) -> None:
    url = "postgresql://nobody@127.0.0.1:1/none"
    refused(
        bare, "The database does not answer", CORS_DATABASE_URL=url, CORS_OWNER_DATABASE_URL=url
    )
    assert not bare.keys.exists()


def test_a_role_that_is_not_there_is_named_with_its_address(bare: Place) -> None:
    if not bare.database:
        pytest.skip("a file has no roles")
    url = bare.environment()["CORS_DATABASE_URL"].replace(WEB_ROLE, "cors_nobody")
    for changes in ({"CORS_NO_POOL": "0"}, {"CORS_NO_POOL": "1"}):
        words = "CORS_DATABASE_URL: connection failed"
        refused(bare, words, CORS_DATABASE_URL=url, **changes)
    assert 'role "cors_nobody" does not exist' in bare.run("migrate", CORS_DATABASE_URL=url).stderr
    assert not bare.keys.exists()
    assert bare.run("migrate").returncode == 0


def test_a_database_file_that_can_not_be_written_is_named(bare: Place) -> None:
    path = str(bare.folder / "no-such-folder" / "cors.sqlite3")
    refused_with_keys = bare.run("migrate", CORS_SQLITE=path, CORS_DATABASE_URL="")
    assert refused_with_keys.returncode == 2
    assert "Set CORS_SQLITE to a file you may write." in refused_with_keys.stderr


def test_practice_is_not_switched_on_over_real_records(ready: Place) -> None:
    refused(ready, "Practice can't be switched on over real records.", CORS_PRACTICE="1")
    assert ready.run("migrate").returncode == 0


def test_a_switch_that_is_neither_on_nor_off_is_named(bare: Place) -> None:
    refused(bare, "CORS_PRACTICE is 'yes'. Set it to 1 (on) or 0 (off).", CORS_PRACTICE="yes")
