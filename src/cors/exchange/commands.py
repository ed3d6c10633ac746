"""Command: bring a table of scores in, or say what is to be mended first."""

import argparse
import json
import sys
from pathlib import Path

from cors.access.models import Membership
from cors.access.scope import within
from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.measure import MeasureDefinition, Score
from cors.core.errors import Refused
from cors.exchange import actions
from cors.exchange.import_report import ImportReport, report_of, words_of
from cors.exchange.scores_file import read_scores
from cors.exchange.scores_map import BrokenMap, ScoresMap, read_map
from cors.exchange.scores_plan import plan_import
from cors.reports.system_member import system_member

GOOD, BAD_ROWS, WRONG_CALL = 0, 1, 2
MOST_BYTES = 50_000_000


def import_scores(args: argparse.Namespace) -> int:
    """Bring the file in: 0; or 1 for bad rows, nothing written; or 2 for a wrong call."""
    try:
        mapping = read_map(Path(args.map))
        member = system_member(args.organisation)
        with within(member.organisation_id, user=member.user_id):
            raw = _read(Path(args.file))
            report = _import(member, raw, mapping, args)
    except (Refused, BrokenMap) as refused:
        print(refused, file=sys.stderr)
        return WRONG_CALL
    print(json.dumps(report, indent=2, ensure_ascii=False) if args.json else words_of(report))
    return BAD_ROWS if report["mistakes"] and not report["skipped_bad"] else GOOD


def _import(
    member: Membership, raw: bytes, mapping: ScoresMap, args: argparse.Namespace
) -> ImportReport:
    score = _score(member, mapping)
    reading = read_scores(raw, mapping, score, today=member.organisation.today())
    plan = plan_import(member, reading.rows, mapping)
    mistakes = sorted([*reading.mistakes, *plan.mistakes])
    skips = bool(args.skip_bad and reading.is_usable)
    may_write = not mistakes or skips
    if may_write and not args.dry_run:
        agreeing = [each.row for each in plan.rows]
        plan = actions.import_scores(rows=agreeing, mapping=mapping, by=member).plan
    return report_of(
        file=args.file,
        organisation=args.organisation,
        measure=mapping.measure,
        plan=plan,
        mistakes=mistakes,
        remarks=reading.remarks,
        dry_run=bool(args.dry_run),
        may_write=may_write,
    )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(f"{path} is larger than {MOST_BYTES // 1_000_000} MB: part it.")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} can't be read ({error.strerror}).") from None


def _score(member: Membership, mapping: ScoresMap) -> Score:
    found = catalogue_of(member.organisation_id).entry("measure", mapping.measure)
    if not isinstance(found, MeasureDefinition):
        raise Refused(f"The map names the measure “{mapping.measure}”, which is not known here.")
    main = found.main_score
    if main is None:
        raise Refused(f"{found.label} has no total, so its scores can't be brought in so.")
    return main
