"""Places in which commands run: one where nothing is yet, one that was made ready."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cors.config.tests.lived_in import Kept, backed_up, live, recovery_file, told
from cors.config.tests.place import Place, leave, new_place


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Place]:
    """Return a place where nothing is yet."""
    place = new_place(tmp_path / "bare")
    yield place
    leave(place)


@pytest.fixture(scope="session")
def made_ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Make one place ready, for all tests to copy."""
    place = new_place(tmp_path_factory.mktemp("made-ready"))
    place.first_run = place.run("migrate")
    assert place.first_run.returncode == 0, place.first_run.stderr
    yield place
    leave(place)


@pytest.fixture
def ready(tmp_path: Path, made_ready: Place) -> Iterator[Place]:
    """Return a place with keys and tables, and nobody in it."""
    folder = tmp_path / "ready"
    shutil.copytree(made_ready.folder, folder)
    place = new_place(folder, like=made_ready.database)
    yield place
    leave(place)


@pytest.fixture(scope="session")
def lived_in_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Let people work in one place, for all tests to copy."""
    place = new_place(tmp_path_factory.mktemp("lived-in"))
    live(place, "begin")
    yield place
    leave(place)


@pytest.fixture
def lived_in(tmp_path: Path, lived_in_once: Place) -> Iterator[Place]:
    """Return a place in which Amina has worked with Hana."""
    folder = tmp_path / "lived-in"
    shutil.copytree(lived_in_once.folder, folder)
    place = new_place(folder, like=lived_in_once.database)
    yield place
    leave(place)


@pytest.fixture(scope="session")
def kept(lived_in_once: Place, recovery: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Return a backup of that place and its recovery key, which no test changes."""
    folder = tmp_path_factory.mktemp("kept")
    path = backed_up(lived_in_once, str(folder))
    return Kept(path, recovery, told(lived_in_once))


@pytest.fixture(scope="session")
def recovery(lived_in_once: Place) -> Path:
    """Return the file with the recovery key of that place."""
    return recovery_file(lived_in_once)
