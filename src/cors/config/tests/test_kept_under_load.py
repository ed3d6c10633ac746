"""While people write: a backup is one moment, and a copy loses no more than its interval."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from cors.config.tests.lived_in import backed_up, going_on, manifest_of, told
from cors.config.tests.place import SERVER, Place
from cors.core.master_key import key_from_words
from cors.safekeeping.copying import NAMES, newest_good

pytestmark = pytest.mark.slow
INTERVAL = 0.2


@dataclass
class Writing:
    """Somebody who writes, and when each save was acknowledged."""

    process: "subprocess.Popen[str]"
    saved: dict[int, datetime] = field(default_factory=dict)

    def listen(self) -> None:
        for line in self.process.stdout or ():
            self.saved[int(line)] = datetime.now(UTC)

    def before(self, moment: datetime) -> set[int]:
        return {number for number, at in dict(self.saved).items() if at < moment}


@contextmanager
def writing(place: Place) -> Iterator[Writing]:
    """Let Amina write, and kill her process at the end, in the midst of a write."""
    found = Writing(going_on(place))
    listening = threading.Thread(target=found.listen)
    listening.start()
    try:
        wait_until(lambda: len(found.saved) > 3)
        yield found
    finally:
        found.process.send_signal(signal.SIGKILL)
        found.process.wait()
        listening.join()
        if found.process.stdout:
            found.process.stdout.close()


@contextmanager
def copying(place: Place, folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Let a place be copied, and kill the process at the end, in the midst of a copy or not."""
    words = ["-m", "cors.config.command_line", "copy-to", str(folder), "--every", str(INTERVAL)]
    process = subprocess.Popen(
        [sys.executable, *words], env=place.environment(), stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        _, said = process.communicate()
        assert said == b""


def wait_until(holds: Callable[[], bool], *, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "It did not come about."
        time.sleep(0.02)


def copies(folder: Path) -> list[float]:
    paths = [folder / name for name in NAMES]
    return sorted(path.stat().st_mtime for path in paths if path.exists())


def test_a_backup_made_while_people_write_is_restored_with_equal_digests(
    lived_in: Place, bare: Place, recovery: Path
) -> None:
    with writing(lived_in) as one, writing(lived_in) as other:
        began = datetime.now(UTC)
        path = backed_up(lived_in)
        wait_until(lambda: len(one.before(datetime.now(UTC))) > len(one.before(began)) + 2)
    done = bare.run("restore", str(path), "--recovery-key-file", str(recovery))
    assert (done.returncode, done.stderr) == (0, "")
    key = key_from_words(recovery.read_text())
    again = backed_up(bare)
    assert manifest_of(again, key).tables == manifest_of(path, key).tables
    numbers = told(bare)["numbered"]
    assert set(numbers) >= one.before(began) | other.before(began)
    # One moment: nothing that came before something in it is missing.
    assert sorted(set(numbers)) == list(range(max(numbers) + 1))
    assert bare.run("backup", "--verify", str(again)).returncode == 0


@pytest.mark.skipif(bool(SERVER), reason="PostgreSQL copies itself by its log")
def test_the_newest_copy_opens_whatever_is_killed_and_whenever(
    lived_in: Place, bare: Place, recovery: Path, tmp_path: Path
) -> None:
    folder, key = tmp_path / "second", key_from_words(recovery.read_text())
    chance = random.Random(23)
    with writing(lived_in) as amina:
        for _ in range(3):
            seen = copies(folder)
            with copying(lived_in, folder):
                wait_until(partial(is_newer, folder, seen))
                time.sleep(chance.uniform(0, 2 * INTERVAL))
            newest = newest_good(folder, key=key)
            assert newest.name in NAMES
    made = manifest_of(newest, key)
    # The disk is gone: what is left is the folder of copies.
    done = bare.run("restore", str(folder), "--recovery-key-file", str(recovery))
    assert (done.returncode, done.stderr) == (0, "")
    assert set(told(bare)["numbered"]) >= amina.before(made.created_at)
    assert amina.before(made.created_at)


@pytest.mark.skipif(bool(SERVER), reason="PostgreSQL copies itself by its log")
def test_what_was_saved_an_interval_ago_is_in_the_copy(
    lived_in: Place, bare: Place, recovery: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "second"
    with copying(lived_in, folder):
        with writing(lived_in) as amina:
            wait_until(lambda: len(copies(folder)) == 2)
        seen = copies(folder)
        wait_until(partial(is_newer, folder, seen))
        wait_until(lambda: is_quiet(folder))
    done = bare.run("restore", str(folder), "--recovery-key-file", str(recovery))
    assert (done.returncode, done.stderr) == (0, "")
    assert set(told(bare)["numbered"]) >= set(amina.saved)
    assert not list(folder.glob(".*"))


def is_newer(folder: Path, seen: list[float]) -> bool:
    return copies(folder)[-1:] > seen[-1:]


def is_quiet(folder: Path) -> bool:
    """Say whether nothing is copied any more, since nothing changes."""
    before = copies(folder)
    time.sleep(2)
    return copies(folder) == before


def _hears_ctrl_c() -> None:
    """Undo what a shell does to all that it starts behind itself: Ctrl-C passes them by."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(bool(SERVER), reason="PostgreSQL copies itself by its log")
def test_a_second_place_that_is_gone_is_said_and_tried_again(
    lived_in: Place, tmp_path: Path
) -> None:
    folder = tmp_path / "second"
    folder.write_text("no folder")
    words = ["-m", "cors.config.command_line", "copy-to", str(folder), "--every", str(INTERVAL)]
    process = subprocess.Popen(
        [sys.executable, *words], env=lived_in.environment(), stderr=subprocess.PIPE, text=True,
        preexec_fn=_hears_ctrl_c,
    )  # fmt: skip
    try:
        assert process.stderr
        assert "can't be written to" in process.stderr.readline()
        folder.unlink()
        wait_until(lambda: bool(copies(folder)))
    finally:
        os.kill(process.pid, signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 0


def test_says_what_can_not_be_copied_so(ready: Place, bare: Place) -> None:
    sentences = [
        (ready, "20000", "PostgreSQL copies itself" if SERVER else "Copy at least every 900"),
        (ready, "0", "PostgreSQL copies itself" if SERVER else "Copy at least every 900"),
        (bare, "1", "PostgreSQL copies itself" if SERVER else "There is nothing to copy yet"),
    ]
    for place, every, sentence in sentences:
        done = place.run("copy-to", str(place.folder / "second"), "--every", every)
        assert done.returncode == 2
        assert sentence in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert not (place.folder / "second").exists()
