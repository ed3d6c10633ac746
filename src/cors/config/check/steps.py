"""Takes the steps of the check one by one, and sums up."""

import argparse
import contextlib
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from cors.config.check.browser import find_chromium
from cors.config.check.postgresql import NoServerError, server
from cors.config.check.step import ROOT, Outcome, Step, pass_over, python, take
from cors.config.check.tally import Tally

PARTS = ("lint", "sqlite", "postgresql", "browser")
# A file's tests stay together, so that what they share is made once.
# In the order of the folders: few tests in a file does not mean that it is quick.
IN_ORDER = ("--dist", "loadfile", "--no-loadscope-reorder")
SHARED_OUT = ("-n", str(min(os.cpu_count() or 1, 4)), *IN_ORDER)
# What reads the tree, makes environments, has servers of its own or only draws is the same on every
# database.
ONCE = tuple(
    f"--ignore={place}"
    for place in (
        "tests/repository",
        "tests/bootstrap",
        "tests/faults",
        "tests/deploy",
        "src/cors/journey",
        "src/cors/catalogue/schema",
        "src/cors/config/tests/test_bench.py",
        "src/cors/config/tests/test_soak.py",
        "src/cors/config/tests/test_soak_visitor.py",
    )
)


def run(argv: Sequence[str]) -> int:
    """Run the check; returns 0 if every step passed, 1 if one failed, 2 if it can't be run."""
    asked = read_arguments(argv)
    if importlib.util.find_spec("pytest") is None or not (ROOT / "pyproject.toml").exists():
        print("The check runs in a checkout: ./cors test", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="cors-check-") as scratch:
        outcomes = list(steps(asked, Path(scratch)))
    return sum_up(outcomes)


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Read the options; what stands after -- goes to pytest."""
    words = list(argv)
    cut = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(
        prog="cors test", description="Check everything: lint, types, tests, journeys."
    )
    parser.add_argument("--fast", action="store_true", help="tests on SQLite only, no browser")
    parser.add_argument("--only", choices=PARTS, action="append", help="take this part only")
    asked = parser.parse_args(words[:cut])
    asked.parts = asked.only or (["sqlite"] if asked.fast else list(PARTS))
    asked.pytest = words[cut + 1 :]
    return asked


def steps(asked: argparse.Namespace, scratch: Path) -> Iterator[Outcome]:
    """Take the steps that were asked for; one that fails does not stop the next."""
    if "lint" in asked.parts:
        for name, command in lint():
            yield take(Step(name, command, surroundings(scratch)))
    if "sqlite" in asked.parts:
        marks = "not browser and not bootstrap" if asked.fast else "not browser"
        yield take(tests("Tests on SQLite", scratch, (*SHARED_OUT, "-m", marks, *asked.pytest)))
    if "postgresql" in asked.parts:
        yield on_postgresql(asked, scratch)
    if "browser" in asked.parts:
        yield in_browser(asked, scratch)


def lint() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "Lint (ruff)", python("-m", "ruff", "check", ".")
    yield "Format (ruff)", python("-m", "ruff", "format", "--check", ".")
    yield "Types (mypy)", python("-m", "mypy")
    order = "import sys; from importlinter.cli import lint_imports_command as go; go()"
    yield "Order of slices (import-linter)", python("-c", order, "--no-logo")
    yield "Sizes", python("-m", "tests.repository.sizes")
    yield "Templates (djlint)", python("-m", "djlint", "--lint", "--quiet", "src")


def tests(name: str, scratch: Path, words: Sequence[str], **told: str) -> Step:
    """Return a run of pytest that leaves a report."""
    report = scratch / f"{name}.xml"
    quietly = ("-q", "--no-header", "--continue-on-collection-errors", f"--junit-xml={report}")
    command = python("-m", "pytest", *quietly, *words)
    return Step(name, command, surroundings(scratch) | told, report)


def on_postgresql(asked: argparse.Namespace, scratch: Path) -> Outcome:
    name = "Tests on PostgreSQL"
    marks = ("-m", "not browser and not bootstrap")
    words = (*SHARED_OUT, *marks, *ONCE, *asked.pytest)
    with contextlib.ExitStack() as stack:
        try:
            url = stack.enter_context(server())
        except NoServerError as reason:
            return pass_over(name, f"{reason}.")
        return take(
            tests(
                name,
                scratch,
                words,
                CORS_TEST_DATABASE="postgresql",
                CORS_TEST_POSTGRESQL_URL=url,
                CORS_DATABASE_URL=url,
                CORS_NO_POOL="1",
            )
        )


def in_browser(asked: argparse.Namespace, scratch: Path) -> Outcome:
    name = "Journeys in a browser"
    chromium = find_chromium()
    if chromium is None:
        return pass_over(
            name, "no Chromium on this machine. Install one, or name it in CORS_CHROMIUM."
        )
    return take(tests(name, scratch, ("-m", "browser", *asked.pytest), CORS_CHROMIUM=chromium))


def surroundings(scratch: Path) -> dict[str, str]:
    """Return the variables for a step: this machine's, less whatever points at real data."""
    ours = ("CORS_", "DJANGO_")
    told = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return told | {
        "CORS_VAR": str(scratch / "var"),
        "CORS_KEYS": str(scratch / "var-keys"),
        "PYTHONPATH": str(ROOT / "src"),
    }


def sum_up(outcomes: Sequence[Outcome]) -> int:
    """Print what came of each step, what was skipped and why, and the sum."""
    print("\n── Summary ".ljust(80, "─"))
    for outcome in outcomes:
        word = "skipped" if outcome.skipped else "passed" if outcome.passed else "FAILED"
        print(f"{word:8} {outcome.seconds:6.1f} s  {outcome.name}")
    total = sum((outcome.tally for outcome in outcomes), Tally())
    reasons = [f"{outcome.name}: {outcome.skipped}" for outcome in outcomes if outcome.skipped]
    for reason in (*reasons, *total.reasons):
        print(f"Skipped: {reason}")
    failed = sum(1 for outcome in outcomes if not outcome.passed and not outcome.tally.failed)
    print(f"{total.passed} passed, {total.failed + failed} failed, {total.skipped} skipped")
    return 0 if all(outcome.passed for outcome in outcomes) else 1
