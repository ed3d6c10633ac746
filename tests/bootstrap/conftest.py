"""An environment folder of its own, and an installer that only notes what it was asked."""

from pathlib import Path

import pytest

from bootstrap import environment

SETTINGS = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL", "PIP_NO_INDEX", "PIP_CERT")


class Installer:
    """Notes which locks were installed, and fails when told to."""

    def __init__(self) -> None:
        self.installed: list[str] = []
        self.error: BaseException | None = None

    def __call__(self, venv: Path, kind: str) -> None:
        if self.error:
            raise self.error
        self.installed.append(kind)


@pytest.fixture
def installer(monkeypatch: pytest.MonkeyPatch) -> Installer:
    noted = Installer()
    monkeypatch.setattr(environment, "install", noted)
    return noted


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the environment will lie; nothing is there yet."""
    place = tmp_path / "place" / ".venv"
    monkeypatch.setenv("CORS_VENV", str(place))
    return place


@pytest.fixture
def nothing_configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home without any settings of pip."""
    for name in (*SETTINGS, "PIP_CONFIG_FILE", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    return tmp_path
