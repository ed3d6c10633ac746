"""Counts what pytest reported."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Tally:
    """How many tests passed, failed and were skipped, and why those were."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reasons: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.reasons + other.reasons,
        )


def read_tally(report: Path) -> Tally:
    """Read a JUnit report; a missing one counts as one failure."""
    if not report.exists():
        return Tally(failed=1)
    tally = Tally()
    # The report was written by our own pytest a moment ago.
    for case in ElementTree.parse(report).getroot().iter("testcase"):  # noqa: S314
        tally += _of_case(case)
    return tally


def _of_case(case: ElementTree.Element) -> Tally:
    if case.find("failure") is not None or case.find("error") is not None:
        return Tally(failed=1)
    skipped = case.find("skipped")
    if skipped is None:
        return Tally(passed=1)
    name = f"{case.get('classname')}.{case.get('name')}"
    return Tally(skipped=1, reasons=(f"{name}: {skipped.get('message') or 'no reason given'}",))
