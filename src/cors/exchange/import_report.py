"""What an import did or would do, as one object and in words."""

from collections.abc import Sequence
from typing import TypedDict

from cors.exchange.scores_plan import Plan
from cors.exchange.table_lines import Mistake


class Counted(TypedDict):
    added: int
    already_there: int


class Said(TypedDict):
    line: int
    column: str
    reason: str


class ImportReport(TypedDict):
    """`added` is what was written; in a dry run, what would be."""

    file: str
    organisation: str
    measure: str
    dry_run: bool
    written: bool
    skipped_bad: bool
    rows: int
    people: Counted
    scores: Counted
    mistakes: list[Said]
    remarks: list[Said]


def report_of(
    *,
    file: str,
    organisation: str,
    measure: str,
    plan: Plan,
    mistakes: Sequence[Mistake],
    remarks: Sequence[Mistake],
    dry_run: bool,
    may_write: bool,
) -> ImportReport:
    """Return the report; with bad rows that nobody said to skip, nothing counts as added."""
    rows = plan.rows if may_write else ()
    new = sum(row.client is None for row in rows)
    return {
        "file": file,
        "organisation": organisation,
        "measure": measure,
        "dry_run": dry_run,
        "written": may_write and not dry_run,
        "skipped_bad": may_write and bool(mistakes),
        "rows": len(plan.rows),
        "people": {"added": new, "already_there": len(rows) - new},
        "scores": {
            "added": sum(len(row.scores) for row in rows),
            "already_there": sum(row.known_scores for row in rows),
        },
        "mistakes": [_said(each) for each in mistakes],
        "remarks": [_said(each) for each in remarks],
    }


def words_of(report: ImportReport) -> str:
    """Return the report as lines to read."""
    return "\n".join(
        [
            *(f"{_place(each)}: {each['reason']}" for each in report["remarks"]),
            *(f"{_place(each)}: {each['reason']}" for each in report["mistakes"]),
            f"{report['rows']} good rows, {len(report['mistakes'])} mistakes.",
            f"People: {_counted(report['people'])}. Scores: {_counted(report['scores'])}.",
            _ending(report),
        ]
    )


def _said(mistake: Mistake) -> Said:
    return {"line": mistake.line, "column": mistake.column, "reason": mistake.reason}


def _place(said: Said) -> str:
    column = f", column {said['column']}" if said["column"] else ""
    return f"line {said['line']}{column}"


def _counted(counted: Counted) -> str:
    return f"{counted['added']} new, {counted['already_there']} there already"


def _ending(report: ImportReport) -> str:
    if report["dry_run"]:
        return "This was a dry run: nothing was written."
    if not report["written"]:
        return "Nothing was written. Mend the file, or leave bad rows out with --skip-bad."
    return "Written, without the bad rows." if report["skipped_bad"] else "Written."
