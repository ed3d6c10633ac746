"""One step of the check and what came of it."""

import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cors.config.check.tally import Tally, read_tally

ROOT = Path(__file__).resolve().parents[4]


@dataclass(frozen=True)
class Step:
    """A command, and where its test report lies if it writes one."""

    name: str
    command: tuple[str, ...]
    surroundings: Mapping[str, str] = field(default_factory=dict)
    report: Path | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of a step; skipped holds the reason why it was not run."""

    name: str
    passed: bool
    seconds: float = 0
    skipped: str = ""
    tally: Tally = field(default_factory=Tally)


def take(step: Step) -> Outcome:
    """Run one step, showing what it prints as it prints it."""
    heading(step.name)
    began = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=ROOT,
        env=dict(step.surroundings),
        stdin=subprocess.DEVNULL,
        check=False,
    )
    tally = read_tally(step.report) if step.report else Tally()
    if step.report and done.returncode and not tally.failed:
        # Broke off before it could count: no tests at all, or a fault outside of any test.
        tally = Tally(tally.passed, tally.failed + 1, tally.skipped, tally.reasons)
    return Outcome(step.name, done.returncode == 0, time.monotonic() - began, tally=tally)


def pass_over(name: str, reason: str) -> Outcome:
    """Say that a step is not run and why."""
    heading(name)
    print(f"Skipped: {reason}")
    return Outcome(name, True, skipped=reason)


def heading(name: str) -> None:
    print(f"\n── {name} ".ljust(80, "─"), flush=True)


def python(*words: str) -> tuple[str, ...]:
    """Return the command that runs a module of this environment."""
    return (sys.executable, *words)
