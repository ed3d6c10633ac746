import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.repository.tree import text, with_ending

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)


def project() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads(text(Path("pyproject.toml")))["project"]
    return found


def pins(kind: str) -> dict[str, str]:
    return dict(PIN.findall(text(Path("requirements", f"{kind}.txt"))))


def name_of(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None
    return found[0].lower()


def test_runtime_dependencies_are_few() -> None:
    assert len(project()["dependencies"]) <= 20


def test_every_dependency_says_why_it_is_here() -> None:
    lines = re.findall(
        r'^  "[A-Za-z][^"]*[<>=~][^"]*",.*$', text(Path("pyproject.toml")), re.MULTILINE
    )
    assert len(lines) >= len(project()["dependencies"])
    silent = [line for line in lines if not re.search(r"# .{4,}", line)]
    assert not silent, "\n".join(silent)


def test_every_runtime_dependency_is_locked() -> None:
    missing = {name_of(wanted) for wanted in project()["dependencies"]} - pins("runtime").keys()
    assert not missing


def test_a_test_environment_can_also_serve() -> None:
    test = pins("test")
    assert {name: test.get(name) for name in pins("runtime")} == pins("runtime")


@pytest.mark.parametrize("kind", ["runtime", "test", "uv"])
def test_every_pin_is_hashed(kind: str) -> None:
    lock = text(Path("requirements", f"{kind}.txt"))
    blocks = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert blocks
    assert not [block.split()[0] for block in blocks if "--hash=sha256:" not in block]


def test_the_licence_is_here_in_full() -> None:
    licence = text(Path("LICENSE"))
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


@pytest.mark.parametrize("path", with_ending(".json", ".toml"), ids=str)
def test_every_definition_can_be_read(path: Path) -> None:
    (json if path.suffix == ".json" else tomllib).loads(text(path))
