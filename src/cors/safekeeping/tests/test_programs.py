"""PostgreSQL's programs: the oldest that fits the server, or a sentence."""

from pathlib import Path

import pytest

from cors.core.errors import Refused
from cors.safekeeping import programs
from cors.safekeeping.programs import ASKED, program, run


def made(folder: Path, says: str, *, name: str = "pg_dump", ends: int = 0) -> Path:
    """Write a program that says something and ends."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{says}' >&{2 if ends else 1}\nexit {ends}\n")
    path.chmod(0o700)
    return path


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[int, Path]:
    """Install versions 14, 15 and 18, and something of that name that does not run."""
    found = {
        version: made(tmp_path / str(version), f"pg_dump (PostgreSQL) {version}.3 (Debian 1)")
        for version in (18, 14, 15)
    }
    odd = [made(tmp_path / "odd", "no version"), tmp_path / "gone" / "pg_dump"]
    monkeypatch.setattr(programs, "_candidates", lambda name: [*found.values(), *odd])
    return found


@pytest.mark.parametrize(("server", "chosen"), [(13, 14), (14, 14), (15, 15), (16, 18), (18, 18)])
def test_the_oldest_that_fits_the_server_is_taken(
    installed: dict[int, Path], server: int, chosen: int
) -> None:
    assert program("pg_dump", for_server=server) == installed[chosen]


def test_one_that_is_too_old_is_named(installed: dict[int, Path]) -> None:
    with pytest.raises(Refused, match=r"of version 18, the server of version 19. Install pg_dump"):
        program("pg_dump", for_server=19)


def test_one_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ASKED, str(tmp_path))
    with pytest.raises(Refused, match=r"pg_dump is missing. Install PostgreSQL's client programs"):
        program("pg_dump", for_server=15)
    path = made(tmp_path, "pg_dump (PostgreSQL) 15.18")
    assert program("pg_dump", for_server=15) == path


def test_says_why_a_program_stopped(tmp_path: Path) -> None:
    stops = made(tmp_path, "pg_dump: error: no room", ends=1)
    with pytest.raises(Refused, match=r"^pg_dump stopped: pg_dump: error: no room.$"):
        run([stops], {})
    silent = made(tmp_path / "silent", "", ends=3)
    with pytest.raises(Refused, match="pg_dump stopped"):
        run([silent], {})
    run([made(tmp_path / "good", "done")], {})
