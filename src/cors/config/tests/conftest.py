"""Places in which commands run: one where nothing is yet, one that was made ready."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

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
