"""Lighthouse: what is missing is said, points are medians, and too few of them are no success."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cors.config.commands.lighthouse import pages
from cors.config.environment import ROOT
from cors.config.lighthouse import tools
from cors.config.lighthouse.scores import Score, look_at, score_of
from cors.config.lighthouse.tools import PROGRAM, Tools, find_tools
from cors.core.errors import Refused

CASE = "01a20673-2d8d-71b3-b614-d08a4e26ee3c"
URL = "http://127.0.0.1:1/"


def report(fast: float = 1, access: float = 1, url: str = URL) -> dict[str, Any]:
    """Return a report as Lighthouse writes it, with one audit in each category."""
    kinds = {"performance": ("paint", fast), "accessibility": ("contrast", access)}
    return {
        "finalDisplayedUrl": url,
        "categories": {
            name: {"score": score, "auditRefs": [{"id": audit, "weight": 1}]}
            for name, (audit, score) in kinds.items()
        },
        "audits": {
            audit: {"title": audit.title(), "displayValue": "3.1 s", "score": score}
            for audit, score in kinds.values()
        },
    }


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which everything is installed."""
    (tmp_path / PROGRAM).parent.mkdir(parents=True)
    (tmp_path / PROGRAM).touch()
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(tools, "find_chromium", lambda: "/usr/bin/chromium")
    return tmp_path


def test_finds_what_is_installed(installed: Path) -> None:
    found = find_tools(installed)
    assert found == Tools(str(installed / PROGRAM), "/usr/bin/chromium")
    assert found.environment()["CHROME_PATH"] == "/usr/bin/chromium"


def test_says_that_node_is_missing(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(Refused, match="needs Node 18 or newer"):
        find_tools(installed)


def test_says_that_lighthouse_is_missing(installed: Path) -> None:
    (installed / PROGRAM).unlink()
    with pytest.raises(Refused, match="Run npm ci in"):
        find_tools(installed)


def test_says_that_chromium_is_missing(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "find_chromium", lambda: None)
    with pytest.raises(Refused, match="needs Chromium"):
        find_tools(installed)


def test_the_version_is_pinned_to_one_that_an_older_node_runs() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    assert package["devDependencies"]["lighthouse"].split(".")[0] == "12"


def test_the_median_of_the_runs_counts() -> None:
    score = score_of("Today", [report(0.7), report(0.98), report(0.96)])
    assert score.points == {"performance": 96, "accessibility": 100}
    assert score.is_good
    assert score.lost == ()


def test_too_few_points_are_not_good_and_what_cost_them_is_named() -> None:
    score = score_of("Today", [report(0.94, 0.8)])
    assert not score.is_good
    assert score.lost == ("Paint 3.1 s", "Contrast 3.1 s")
    assert not Score("Today", {"performance": 100, "accessibility": 94}).is_good


def test_what_weighs_nothing_costs_nothing() -> None:
    told = report(0.5)
    told["categories"]["performance"]["auditRefs"][0]["weight"] = 0
    assert score_of("Today", [told]).lost == ()


def stand_in(monkeypatch: pytest.MonkeyPatch, said: str, fault: str = "") -> list[list[str]]:
    """Let Lighthouse say this; return how it was called."""
    calls: list[list[str]] = []

    def run(command: list[str], **_: Any) -> "subprocess.CompletedProcess[str]":
        calls.append(command)
        return subprocess.CompletedProcess(command, 0, said, fault)

    monkeypatch.setattr(subprocess, "run", run)
    return calls


def test_looks_as_somebody_who_is_signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = stand_in(monkeypatch, json.dumps(report()))
    score = look_at("Today", URL, Tools("lighthouse", "chromium"), "cors_session=x", runs=2)
    assert score.is_good
    assert len(calls) == 2
    assert '--extra-headers={"Cookie": "cors_session=x"}' in calls[0]
    assert "--only-categories=performance,accessibility" in calls[0]


def test_a_page_that_led_elsewhere_has_no_points(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, json.dumps(report(url=f"{URL}sign-in/login/")))
    with pytest.raises(Refused, match="was led from"):
        look_at("Today", URL, Tools("lighthouse", "chromium"), "", runs=1)


@pytest.mark.parametrize(
    ("fault", "why"), [("a\nno browser", "no browser"), ("", "it said nothing")]
)
def test_says_why_it_could_not_look(monkeypatch: pytest.MonkeyPatch, fault: str, why: str) -> None:
    stand_in(monkeypatch, "", fault)
    with pytest.raises(Refused, match=f"could not look at {URL}: {why}"):
        look_at("Today", URL, Tools("lighthouse", "chromium"), "", runs=1)


def test_looks_at_today_record_and_a_case() -> None:
    assert pages(f'<a href="/people/x/">x</a><a class="x" href="/cases/{CASE}/">') == {
        "Today": "/",
        "Record": f"/record/{CASE}/",
        "Case": f"/cases/{CASE}/",
    }
    with pytest.raises(Refused, match="leads to no case"):
        pages("<p>Nobody yet</p>")
