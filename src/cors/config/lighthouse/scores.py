"""What Lighthouse says of a page."""

import json
import statistics
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cors.config.lighthouse.tools import Tools
from cors.core.errors import Refused

CATEGORIES = ("performance", "accessibility")
LEAST = 95


@dataclass(frozen=True)
class Score:
    """Points out of 100 for one page, each the median of some runs, and what cost points."""

    page: str
    points: dict[str, int]
    lost: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        return all(points >= LEAST for points in self.points.values())


def look_at(page: str, url: str, tools: Tools, cookies: str, runs: int) -> Score:
    """Look at a page several times, as on a slow phone with an empty cache."""
    return score_of(page, [_report(url, tools, cookies) for _ in range(runs)])


def score_of(page: str, reports: Sequence[dict[str, Any]]) -> Score:
    """Return the median of each category; what cost points is the last report's."""
    points = {
        name: round(100 * statistics.median(each["categories"][name]["score"] for each in reports))
        for name in CATEGORIES
    }
    return Score(page, points, tuple(_lost(reports[-1])))


def _lost(report: dict[str, Any]) -> list[str]:
    audits = report["audits"]
    weighty = [
        reference["id"]
        for name in CATEGORIES
        for reference in report["categories"][name]["auditRefs"]
        if reference["weight"]
    ]
    return [
        f"{audits[name]['title']} {audits[name].get('displayValue', '')}".strip()
        for name in weighty
        if (score := audits[name]["score"]) is not None and score < LEAST / 100
    ]


def _report(url: str, tools: Tools, cookies: str) -> dict[str, Any]:
    command = [
        tools.lighthouse, url, "--quiet", "--output=json", "--output-path=stdout",
        f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox",
        f"--extra-headers={json.dumps({'Cookie': cookies})}",
    ]  # fmt: skip
    done = subprocess.run(
        command, env=tools.environment(), capture_output=True, text=True, check=False
    )
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        why = (done.stderr.strip() or "it said nothing").splitlines()[-1]
        raise Refused(f"Lighthouse could not look at {url}: {why}") from None
    if report["finalDisplayedUrl"].rstrip("/") != url.rstrip("/"):
        raise Refused(f"Lighthouse was led from {url} to {report['finalDisplayedUrl']}.")
    return report
