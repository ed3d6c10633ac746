import ast
import importlib.util
import os
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bootstrap import door
from bootstrap.places import ROOT, interpreter
from bootstrap.stop import Stop


@pytest.fixture
def script() -> ModuleType:
    """Return the script at the root as a module."""
    loader = SourceFileLoader("script", str(ROOT / "cors"))
    spec = importlib.util.spec_from_loader("script", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture
def entered(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return what would have been run in an environment that is ready."""
    calls: list[Any] = []
    monkeypatch.setattr(os, "execve", lambda *words: calls.append(words))
    monkeypatch.setattr(door, "ready_environment", lambda kind: Path("/made", kind))
    return calls


def stop(kind: str) -> Path:
    raise Stop("The disk is full.")


def interrupt(kind: str) -> Path:
    raise KeyboardInterrupt


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 4)])
def test_an_old_python_is_told_so_in_one_sentence(
    script: ModuleType,
    version: tuple[int, int, int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert script.main() == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"needs Python 3.11 or newer and this is 3.{version[1]}" in said


def test_an_old_python_can_read_the_script() -> None:
    text = (ROOT / "cors").read_text(encoding="utf-8")
    assert ast.parse(text, feature_version=(3, 6))


@pytest.mark.parametrize(
    ("command", "kind"), [("demo", "runtime"), ("test", "test"), ("faults", "test")]
)
def test_a_command_runs_in_its_environment(entered: list[Any], command: str, kind: str) -> None:
    door.open_door([command, "--fast"])
    ((program, words, surroundings),) = entered
    assert program == str(interpreter(Path("/made", kind)))
    assert words[1:] == ["-P", "-m", "cors.config.command_line", command, "--fast"]
    assert surroundings["PYTHONPATH"] == str(ROOT / "src")


def test_data_and_keys_stay_where_the_person_put_them(
    entered: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORS_VAR", "/data")
    monkeypatch.setenv("CORS_KEYS", "/keys")
    door.open_door(["serve"])
    surroundings = entered[0][2]
    assert (surroundings["CORS_VAR"], surroundings["CORS_KEYS"]) == ("/data", "/keys")


def test_what_stands_in_the_way_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(door, "ready_environment", stop)
    assert door.open_door(["demo"]) == 2
    assert capsys.readouterr().err == "The disk is full.\n"


def test_ctrl_c_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(door, "ready_environment", interrupt)
    assert door.open_door(["demo"]) == 130
    assert capsys.readouterr().err == ""
