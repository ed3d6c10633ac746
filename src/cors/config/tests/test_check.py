from pathlib import Path

import psycopg
import pytest

from cors.config.check import browser, postgresql
from cors.config.check.step import Outcome, Step, pass_over, python, take
from cors.config.check.steps import in_browser, lint, read_arguments, sum_up, surroundings
from cors.config.check.tally import Tally, read_tally

REPORT = """<testsuites><testsuite>
<testcase classname="plans" name="test_sets_a_goal"/>
<testcase classname="plans" name="test_refuses"><failure>no</failure></testcase>
<testcase classname="plans" name="test_breaks"><error>no</error></testcase>
<testcase classname="plans" name="test_waits"><skipped message="no server here"/></testcase>
</testsuite></testsuites>"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.xml"
    path.write_text(REPORT)
    return path


def test_a_report_is_counted(report: Path) -> None:
    assert read_tally(report) == Tally(1, 2, 1, ("plans.test_waits: no server here",))


def test_a_missing_report_counts_as_a_failure(tmp_path: Path) -> None:
    assert read_tally(tmp_path / "none.xml").failed == 1


def test_a_step_that_fails_is_noted(capfd: pytest.CaptureFixture[str]) -> None:
    assert take(Step("A step", python("-c", "print('said')"), {})).passed
    assert not take(Step("A step", python("-c", "raise SystemExit(3)"), {})).passed
    assert "said" in capfd.readouterr().out


def test_a_run_without_any_test_counts_as_a_failure(tmp_path: Path) -> None:
    empty = tmp_path / "report.xml"
    empty.write_text("<testsuites/>")
    outcome = take(Step("Tests", python("-c", "raise SystemExit(5)"), {}, empty))
    assert (outcome.passed, outcome.tally.failed) == (False, 1)


def test_the_sum_is_the_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    good = Outcome("Tests on SQLite", True, 2.0, tally=Tally(7, 0, 1, ("a: no server",)))
    assert sum_up([good]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "7 passed, 0 failed, 1 skipped"
    assert "Skipped: a: no server" in said


def test_a_failed_lint_shows_in_the_sum(capsys: pytest.CaptureFixture[str]) -> None:
    assert sum_up([Outcome("Lint (ruff)", False), Outcome("Tests", True, tally=Tally(7))]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "7 passed, 1 failed, 0 skipped"


def test_what_is_passed_over_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert sum_up([pass_over("Tests on PostgreSQL", "no server here.")]) == 0
    assert "Skipped: Tests on PostgreSQL: no server here." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "parts", "for_pytest"),
    [
        ([], ["lint", "sqlite", "postgresql", "browser"], []),
        (["--fast"], ["sqlite"], []),
        (["--only", "lint"], ["lint"], []),
        (["--only", "sqlite", "--", "-k", "goal"], ["sqlite"], ["-k", "goal"]),
    ],
)
def test_options_choose_the_parts(
    words: list[str], parts: list[str], for_pytest: list[str]
) -> None:
    asked = read_arguments(words)
    assert (asked.parts, asked.pytest) == (parts, for_pytest)


def test_tests_never_see_real_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORS_VAR", "/real")
    monkeypatch.setenv("CORS_DATABASE_URL", "postgresql://real")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "cors.config.settings")
    told = surroundings(tmp_path)
    assert told["CORS_VAR"] == str(tmp_path / "var")
    assert not {"CORS_DATABASE_URL", "DJANGO_SETTINGS_MODULE"} & told.keys()


def test_every_tool_is_asked() -> None:
    asked = " ".join(word for _, command in lint() for word in command)
    assert all(tool in asked for tool in ("ruff check", "format --check", "mypy", "djlint"))


def test_a_machine_without_a_server_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "version_in", lambda folder: 0)
    with pytest.raises(postgresql.NoServerError, match="no PostgreSQL 15 or newer"):
        postgresql.find_programs()


def test_the_newest_server_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [Path("/old/9/bin"), Path("/usr/17/bin"), Path("/usr/15/bin")]
    monkeypatch.setattr(postgresql, "system_folders", lambda: iter(folders))
    monkeypatch.setattr(postgresql, "version_in", lambda folder: int(folder.parent.name))
    assert postgresql.find_programs() == Path("/usr/17/bin")


def test_a_server_runs_and_leaves_nothing_behind() -> None:
    try:
        with postgresql.server() as url, psycopg.connect(url) as connection:
            home = Path(connection.info.host)
            assert connection.execute("SELECT 1").fetchone() == (1,)
    except postgresql.NoServerError as reason:
        pytest.skip(str(reason))
    assert not home.exists()


def test_a_named_browser_goes_before_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "browser"
    own.write_text("")
    own.chmod(0o755)
    monkeypatch.setenv("CORS_CHROMIUM", str(own))
    assert browser.find_chromium() == str(own)


def test_journeys_without_a_browser_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cors.config.check.steps.find_chromium", lambda: None)
    assert "no Chromium" in in_browser(read_arguments([]), tmp_path).skipped
