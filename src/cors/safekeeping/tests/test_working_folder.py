"""What stands only while somebody works goes away, also after a crash."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cors.core.errors import Refused
from cors.safekeeping.working_folder import PREFIX, working_folder


def test_is_its_owners_alone_and_goes_away(tmp_path: Path) -> None:
    with working_folder(tmp_path) as folder:
        (folder / "snapshot").write_text("here")
        assert folder.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == []


def test_goes_away_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(Refused), working_folder(tmp_path):
        raise Refused("No.")
    assert list(tmp_path.iterdir()) == []


def test_leaves_alone_what_somebody_still_works_in(tmp_path: Path) -> None:
    with working_folder(tmp_path) as one, working_folder(tmp_path) as other:
        assert one.exists()
        assert one != other


def test_sweeps_away_what_a_killed_process_left(tmp_path: Path) -> None:
    dies = (
        "import os, pathlib; from cors.safekeeping.working_folder import working_folder\n"
        f"with working_folder(pathlib.Path({str(tmp_path)!r})) as folder:\n"
        "    (folder / 'snapshot').write_text('here')\n"
        "    os.kill(os.getpid(), 9)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", dies], env=environment, check=False).returncode < 0
    assert [path.name[: len(PREFIX)] for path in tmp_path.iterdir()] == [PREFIX]
    with working_folder(tmp_path) as folder:
        assert list(tmp_path.iterdir()) == [folder]


def test_says_where_it_may_not_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(Refused, match="can't be written to"), working_folder(tmp_path / "file/x"):
        pass
