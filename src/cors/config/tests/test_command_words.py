"""What commands are told, what they refuse in a sentence, and what they print."""

import argparse
import contextlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cors.config import bench_place
from cors.config.command_line import _parser, main
from cors.config.commands import bench, lighthouse, soak
from cors.config.lighthouse import practice_server, scores, tools
from cors.config.lighthouse.scores import Score
from cors.config.soak import load, place, visitor
from cors.config.soak.load import Course
from cors.config.soak.watch import Reading
from cors.core.errors import Refused

CASE = "01a20673-2d8d-71b3-b614-d08a4e26ee3c"
Capture = pytest.CaptureFixture[str]
TIMED = {"median_ms": 12.0, "p99_ms": 30.5, "queries": 9, "ratio": 4.2}
FOUND: dict[str, Any] = {
    "database": "sqlite",
    "clients": 12_000,
    "tasks": {"today": TIMED},
    "besides": {"record_page": TIMED},
    "twenty_writers": {"failed": 1, "saves": 200, "locked": 0, "p99_to_median": 3.1},
    "first_figures_ms": 1040.4,
    "memory_mib": {"worker": 88.5},
}


def parsed(*words: str) -> argparse.Namespace:
    return _parser().parse_args(words)


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (("serve",), "host", "127.0.0.1"),
        (("serve", "--port", "81"), "port", 81),
        (("demo",), "few", False),
        (("worker", "--beside", "7", "--after", "0.5"), "after", 0.5),
        (("copy-to", "away"), "every", 60),
        (("copy-to", "away"), "folder", Path("away")),
        (("backup", "--verify", "x.backup"), "verify", Path("x.backup")),
        (("restore", "x", "--recovery-key-file", "k"), "recovery_key_file", Path("k")),
        (("bench", "--clients", "100,000"), "clients", 100_000),
        (("bench", "--clients", "2_000"), "clients", 2_000),
        (("soak", "--minutes", "0.5"), "minutes", 0.5),
        (("lighthouse",), "runs", 3),
        (("measure", "change", "phq-9", "--before", "9", "--after", "4"), "after", 4.0),
    ],
)
def test_words_are_taken_as_they_are_meant(words: tuple[str, ...], name: str, value: Any) -> None:
    assert getattr(parsed(*words), name) == value


@pytest.mark.parametrize(
    "words",
    [(), ("nothing",), ("serve", "--port", "http"), ("restore",), ("copy-to",), ("facts",),
     ("bench", "--database", "oracle"), ("measure", "score", "phq-9"), ("move-to", "postgresql")],
)  # fmt: skip
def test_words_that_mean_nothing_end_in_a_usage(words: tuple[str, ...], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage: cors" in capsys.readouterr().err


def test_each_command_says_what_it_is_for() -> None:
    told = _parser().format_help()
    for name in ("demo", "serve", "backup", "restore", "doctor", "soak", "faults", "worker"):
        (line,) = [each for each in told.splitlines() if each.split()[:1] == [name]]
        assert len(line.split()) > 3


def test_a_refusal_is_one_sentence_and_no_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def refuse() -> None:
        raise Refused("Install Lighthouse first.")

    monkeypatch.setattr(tools, "find_tools", refuse)
    assert main(["lighthouse"]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "Install Lighthouse first.\n")


def test_the_style_sheet_needs_node(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert main(["style"]) == 2
    assert "needs Node and npm" in capsys.readouterr().err


@pytest.mark.parametrize("installs", [0, 3])
def test_the_style_sheet_is_not_built_with_tools_that_are_missing(
    installs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []

    def run(command: list[str], **_: Any) -> "subprocess.CompletedProcess[str]":
        ran.append(command[1])
        return subprocess.CompletedProcess(command, installs if command[1] == "ci" else 0)

    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)
    assert main(["style"]) == installs
    assert ran == (["ci"] if installs else ["ci", "run"])


class TestSoak:
    """A soak without a server: what it is asked, and how it ends."""

    @pytest.fixture
    def steady(self, monkeypatch: pytest.MonkeyPatch) -> Course:
        """Return the course that every soak takes."""
        readings = [Reading(minute / 4, 100, 30, 4, 1) for minute in range(33)]
        course = Course([(20.0, 200)] * 100, readings)
        here = argparse.Namespace(port=1)
        monkeypatch.setattr(place, "place", lambda: contextlib.nullcontext(here))
        monkeypatch.setattr(load, "keep_up", lambda *_: course)
        monkeypatch.setattr(load, "wake", lambda _: None)
        monkeypatch.setattr(visitor, "Visitor", lambda port, person: (port, person))
        return course

    @pytest.mark.parametrize("minutes", ["0", "-1", "1441", "nan"])
    def test_a_time_that_is_none_is_refused(
        self, steady: Course, minutes: str, capsys: Capture
    ) -> None:
        assert soak.run(parsed("soak", "--minutes", minutes)) == 2
        assert "Give a number of minutes, such as --minutes 8." in capsys.readouterr().err

    def test_a_steady_one_ends_well_and_prints_its_table(
        self, steady: Course, capsys: Capture
    ) -> None:
        assert soak.run(parsed("soak")) == 0
        assert "| requests | 100 in 8 minutes |" in capsys.readouterr().out

    def test_one_that_failed_is_told_by_the_exit_code_and_in_json(
        self, steady: Course, capsys: Capture
    ) -> None:
        steady.took.append((20.0, 500))
        assert soak.run(parsed("soak", "--json")) == 1
        told = json.loads(capsys.readouterr().out)
        assert (told["failed"], told["is_good"]) == (1, False)


class TestLighthouse:
    """Lighthouse without Lighthouse: which pages, how often, and how it ends."""

    @pytest.fixture
    def looked(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
        """Return what was looked at; a case has too few points."""
        found: list[tuple[Any, ...]] = []

        class Guest:
            cookies = "cors_session=x"

            def __init__(self, url: str) -> None:
                self.url = url

            def signs_in(self) -> None:
                found.append(("signed in",))

            def opens(self, path: str) -> str:
                return f'<a href="/cases/{CASE}/">'

        def look_at(name: str, url: str, tools: Any, cookies: str, runs: int) -> Score:
            found.append((name, url, cookies, runs))
            points = 90 if name == "Case" else 99
            return Score(name, {"performance": points}, ("Paint 3.1 s",) if points < 95 else ())

        monkeypatch.setattr(tools, "find_tools", lambda: None)
        server = contextlib.nullcontext("http://127.0.0.1:1")
        monkeypatch.setattr(practice_server, "practice_server", lambda: server)
        monkeypatch.setattr(practice_server, "Guest", Guest)
        monkeypatch.setattr(scores, "look_at", look_at)
        return found

    def test_each_page_is_looked_at_by_who_is_signed_in(
        self, looked: list[tuple[Any, ...]], capsys: Capture
    ) -> None:
        assert lighthouse.run(parsed("lighthouse", "--runs", "0")) == 1
        assert looked[0] == ("signed in",)
        assert looked[1] == ("Today", "http://127.0.0.1:1/", "cors_session=x", 1)
        assert [each[0] for each in looked[1:]] == ["Today", "Record", "Case"]
        told = capsys.readouterr().out.splitlines()
        assert told[0] == "Today    performance 99"
        assert told[-2:] == ["Case     performance 90", "    Paint 3.1 s"]

    def test_as_json_nothing_else_is_printed(
        self, looked: list[tuple[Any, ...]], capsys: Capture
    ) -> None:
        lighthouse.run(parsed("lighthouse", "--json"))
        assert [each["page"] for each in json.loads(capsys.readouterr().out)] == [
            "Today", "Record", "Case",
        ]  # fmt: skip


class TestBench:
    """The bench without a database: what is loaded again, and what is printed."""

    @pytest.fixture
    def steps(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Return the steps that were taken."""
        found: list[str] = []

        @contextlib.contextmanager
        def place(database: str, clients: int) -> Iterator[bench_place.Place]:
            yield bench_place.Place(clients, tmp_path / database, {})

        def run(command: list[str], **_: Any) -> "subprocess.CompletedProcess[str]":
            found.append(command[3])
            if command[5] == "7":
                return subprocess.CompletedProcess(command, 1, "")
            told = {"load_seconds": 1.5} if command[3] == "load" else FOUND
            return subprocess.CompletedProcess(command, 0, f"a word before\n{json.dumps(told)}\n")

        monkeypatch.setattr(bench_place, "place", place)
        monkeypatch.setattr(subprocess, "run", run)
        return found

    def test_loads_once_if_it_is_asked_again(self, steps: list[str], capsys: Capture) -> None:
        words = ("bench", "--database", "sqlite", "--again")
        assert bench.run(parsed(*words)) == bench.run(parsed(*words)) == 0
        assert steps == ["load", "measure", "measure"]
        assert bench.run(parsed("bench", "--database", "sqlite")) == 0
        assert steps[3:] == ["load", "measure"]

    def test_only_loads_if_that_is_all_that_is_asked(
        self, steps: list[str], capsys: Capture
    ) -> None:
        assert bench.run(parsed("bench", "--database", "sqlite", "--load-only")) == 0
        assert steps == ["load"]
        assert capsys.readouterr().out == ""

    def test_one_that_broke_off_is_loaded_anew_the_next_time(self, steps: list[str]) -> None:
        with pytest.raises(Refused, match=r"The bench broke off: .* \(load\)\."):
            bench.run(parsed("bench", "--database", "sqlite", "--rounds", "7"))
        bench.run(parsed("bench", "--database", "sqlite", "--again"))
        assert steps == ["load", "load", "measure"]

    def test_the_table_holds_each_task_and_what_twenty_writers_did(
        self, steps: list[str], capsys: Capture
    ) -> None:
        bench.run(parsed("bench", "--database", "sqlite"))
        told = capsys.readouterr().out
        assert told.startswith("sqlite, 12,000 people\n")
        for name in ("today", "record_page"):
            (line,) = [each for each in told.splitlines() if each.startswith(f"{name} ")]
            assert line.split()[1:] == ["12.0", "ms", "30.5", "ms", "9", "4.2"]
        assert "twenty writers: 1 of 200 failed, 0 locked, p99 3.1 × median" in told
        assert "figures, the first in a process: 1040 ms" in told
        assert "memory of the worker: 88.5 MiB" in told

    def test_json_says_how_long_loading_took(self, steps: list[str], capsys: Capture) -> None:
        bench.run(parsed("bench", "--database", "sqlite", "--json"))
        (told,) = json.loads(capsys.readouterr().out)
        assert told == FOUND | {"load_seconds": 1.5}
