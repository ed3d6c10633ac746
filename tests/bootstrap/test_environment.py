import errno
import queue
import shutil
import sys
import threading
from pathlib import Path

import pytest

from bootstrap import environment, stamp
from bootstrap.environment import alone, create, ready_environment
from bootstrap.places import interpreter
from bootstrap.stop import Stop
from tests.bootstrap.conftest import Installer


@pytest.fixture
def made(venv: Path, installer: Installer) -> Path:
    """Return an environment that was made for serving, with a mark in it."""
    ready_environment("runtime")
    (venv / "mark").touch()
    return venv


def is_kept(venv: Path) -> bool:
    return (venv / "mark").exists()


def test_makes_an_environment_that_runs(venv: Path, installer: Installer) -> None:
    assert ready_environment("runtime") == venv
    assert environment.runs(interpreter(venv))
    assert installer.installed == ["runtime"]


def test_makes_it_once(made: Path, installer: Installer) -> None:
    ready_environment("runtime")
    assert installer.installed == ["runtime"]


def test_a_serving_environment_takes_in_the_test_tools(made: Path, installer: Installer) -> None:
    ready_environment("test")
    assert installer.installed == ["runtime", "test"]
    assert is_kept(made)


def test_a_test_environment_also_serves(venv: Path, installer: Installer) -> None:
    ready_environment("test")
    ready_environment("runtime")
    assert installer.installed == ["test"]


def test_a_changed_lock_is_installed_into_it(
    made: Path, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamp, "digest", lambda kind: "another")
    ready_environment("runtime")
    assert installer.installed == ["runtime", "runtime"]
    assert is_kept(made)


def test_a_part_removed_by_hand_is_noticed(made: Path, installer: Installer) -> None:
    (packages,) = made.glob("lib/python3*/site-packages")
    (packages / "thing-1.0.dist-info").mkdir()
    ready_environment("runtime")
    assert installer.installed == ["runtime", "runtime"]


@pytest.mark.parametrize("stopped_by", [KeyboardInterrupt(), Stop("no network")])
def test_a_half_made_one_is_made_anew(
    made: Path, installer: Installer, stopped_by: BaseException
) -> None:
    installer.error = stopped_by
    with pytest.raises(type(stopped_by)):
        ready_environment("test")
    installer.error = None
    ready_environment("runtime")
    assert not is_kept(made)


def test_one_whose_interpreter_is_gone_is_made_anew(made: Path) -> None:
    interpreter(made).unlink()
    interpreter(made).symlink_to(made / "gone")
    ready_environment("runtime")
    assert not is_kept(made)
    assert environment.runs(interpreter(made))


def test_one_that_was_moved_is_made_anew(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = made.parent.parent / "elsewhere"
    shutil.move(made, moved)
    monkeypatch.setenv("CORS_VENV", str(moved))
    ready_environment("runtime")
    assert not is_kept(moved)


def test_a_broken_stamp_counts_as_none(made: Path, installer: Installer) -> None:
    (made / stamp.NAME).write_text("{")
    ready_environment("runtime")
    assert installer.installed == ["runtime", "runtime"]


def test_one_made_by_hand_is_taken_over(venv: Path, installer: Installer) -> None:
    create(venv)
    (venv / stamp.NAME).unlink()
    (venv / "mark").touch()
    ready_environment("test")
    assert is_kept(venv)


def test_tools_installed_by_hand_are_not_taken_away(venv: Path, installer: Installer) -> None:
    create(venv)
    (venv / stamp.NAME).unlink()
    (packages,) = venv.glob("lib/python3*/site-packages")
    (packages / "pytest-9.dist-info").mkdir()
    ready_environment("runtime")
    assert installer.installed == ["test"]


def test_a_folder_with_other_files_is_left_alone(venv: Path, installer: Installer) -> None:
    venv.mkdir(parents=True)
    (venv / "letters.txt").touch()
    with pytest.raises(Stop, match="holds other files"):
        ready_environment("runtime")
    assert (venv / "letters.txt").exists()


def test_nothing_is_left_of_the_old_one(made: Path) -> None:
    interpreter(made).unlink()
    ready_environment("runtime")
    assert [path.name for path in made.parent.iterdir() if "old" in path.name] == []


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EROFS, "can't be written to"),
        (errno.EACCES, "can't be written to"),
        (errno.ENOSPC, "disk is full"),
        (errno.EIO, "can't be prepared"),
    ],
)
def test_a_refusing_disk_gets_one_sentence(
    venv: Path, installer: Installer, number: int, sentence: str
) -> None:
    installer.error = OSError(number, "no")
    with pytest.raises(Stop, match=sentence):
        ready_environment("runtime")


def test_a_folder_of_the_system_gets_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORS_VENV", "/dev/null/.venv")
    with pytest.raises(Stop, match="can't be prepared"):
        ready_environment("runtime")


def test_a_python_without_venv_gets_one_sentence(
    venv: Path, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "venv", None)
    with pytest.raises(Stop, match="has no venv module"):
        ready_environment("runtime")


def test_a_second_start_waits_for_the_first(
    venv: Path, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Handed over by a queue: what another thread prints while it is read can be lost.
    said: queue.Queue[str] = queue.Queue()
    monkeypatch.setattr(environment, "say", said.put)
    second = threading.Thread(target=ready_environment, args=("runtime",))
    with alone(venv):
        second.start()
        assert "Another start" in said.get(timeout=30)
        assert installer.installed == []
    second.join(timeout=30)
    assert installer.installed == ["runtime"]
