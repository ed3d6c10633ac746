"""The command of the bench, from an empty folder to its JSON, on a small house."""

import json
from pathlib import Path
from typing import Any

import pytest

from cors.config.bench_place import made_by, place
from cors.config.command_line import main

TASKS = {
    "save_contact",
    "today",
    "all_clients",
    "all_clients_middle",
    "find_name",
    "case_page",
    "figures_page",
}


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CORS_VAR", str(tmp_path))
    return tmp_path


def _bench(capfd: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert main(["bench", "--clients", "50", "--database", "sqlite", "--rounds", "2", *words]) == 0
    found: list[dict[str, Any]] = json.loads(capfd.readouterr().out)
    return found


@pytest.mark.slow
def test_prints_every_task_of_the_contract(var: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (found,) = _bench(capfd, "--json")
    assert (found["database"], found["clients"]) == ("sqlite", 50)
    assert found["tasks"].keys() == TASKS
    for each in found["tasks"].values():
        assert each.keys() == {"median_ms", "p99_ms", "queries", "ratio"}
        assert min(each.values()) > 0
    assert found["twenty_writers"]["saves"] == 200
    assert found["twenty_writers"]["failed"] == 0
    assert found["first_figures_ms"] > found["tasks"]["figures_page"]["median_ms"]
    assert found["memory_mib"]["worker"] > 20
    assert found["load_seconds"] > 0


def test_a_place_is_used_again_only_for_the_same_house(var: Path) -> None:
    with place("sqlite", 60) as here:
        here.clear()
        assert not here.is_loaded()
        here.mark_loaded()
        assert here.is_loaded()
    (here.home / "loaded.json").write_text('{"clients": 60, "by": "another loader", "on": ""}')
    assert not here.is_loaded()


def test_each_size_has_a_place_of_its_own(var: Path) -> None:
    with place("sqlite", 60) as small, place("sqlite", 70) as large:
        assert small.home != large.home
        assert str(small.home) in small.surroundings["CORS_KEYS"]


def test_no_setting_of_the_real_records_goes_along(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORS_DATABASE_URL", "postgresql://real@host/records")
    with place("sqlite", 60) as here:
        assert "CORS_DATABASE_URL" not in here.surroundings
    assert len(made_by()) == 64


@pytest.mark.parametrize("number", ["49", "many", "-5"])
def test_refuses_a_number_that_makes_no_house(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["bench", "--clients", number])
    assert "Give a number of people from 50." in capsys.readouterr().err
