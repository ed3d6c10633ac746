"""`./cors faults` runs the fault tests and tells what came of them."""

import argparse
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cors.config.commands import faults

ROW = {"fault": "server killed", "tried": "20 rounds", "came": "0 lost"}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return what pytest is asked, in place of running it."""
    found: dict[str, Any] = {"code": 0}

    def run(words: list[str], **how: Any) -> subprocess.CompletedProcess[str]:
        found["words"], found["told"] = words, how["env"]
        Path(how["env"]["CORS_FAULTS_TABLE"]).write_text(json.dumps(ROW) + "\n")
        return subprocess.CompletedProcess(words, found["code"])

    monkeypatch.setattr(subprocess, "run", run)
    return found


def _run(**given: bool) -> int:
    return faults.run(argparse.Namespace(**{"long": False, "json": False} | given))


@pytest.mark.parametrize(("long", "said"), [(True, "long"), (False, "short")])
def test_the_size_is_passed_on(asked: dict[str, Any], long: bool, said: str) -> None:
    assert _run(long=long) == 0
    assert asked["told"]["CORS_FAULTS"] == said
    assert asked["words"][3].endswith("tests/faults")


def test_the_tests_are_not_led_to_the_real_records(
    asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "cors.config.settings")
    _run()
    assert "DJANGO_SETTINGS_MODULE" not in asked["told"]


def test_the_table_is_printed(asked: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    _run()
    assert "| server killed | 20 rounds | 0 lost |" in capsys.readouterr().out


def test_as_json_nothing_else_stands_there(
    asked: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    _run(json=True)
    assert json.loads(capsys.readouterr().out) == [ROW]


def test_a_fault_that_was_not_withstood_is_told_by_the_exit_code(asked: dict[str, Any]) -> None:
    asked["code"] = 1
    assert _run() == 1


def test_without_a_checkout_it_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(faults, "ROOT", tmp_path)
    assert _run() == 2
    assert "checkout" in capsys.readouterr().err
