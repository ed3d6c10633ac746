"""Commands: figures on the command line, for people and as JSON."""

import argparse
import json
import sys

from cors.access.models import Membership
from cors.access.scope import within
from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.measure import MeasureDefinition, ReliabilityKind, Score
from cors.core.errors import Refused
from cors.reports.change_figures import ChangeFigures, ReliabilityNamed, change_figures
from cors.reports.change_people import people_and_waves
from cors.reports.change_table import table_of
from cors.reports.models import ReliabilityUsed
from cors.reports.system_member import system_member


def figures_change(args: argparse.Namespace) -> int:
    """Print the figures of change; 0, or 2 for a call that can't be answered."""
    try:
        member = system_member(args.organisation)
        with within(member.organisation_id, user=member.user_id):
            figures = figures_of(member, measure=args.measure, by=args.by)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return 2
    print(json.dumps(figures, indent=2, ensure_ascii=False) if args.json else table_of(figures))
    return 0


def figures_of(member: Membership, *, measure: str, by: str | None) -> ChangeFigures:
    """Return the figures of change of all that this member may see."""
    score = _score(member, measure)
    people, waves = people_and_waves(member, measure=measure, key=score.key, by=by)
    return change_figures(
        measure=measure,
        organisation=member.organisation.key,
        waves=waves,
        people=people,
        higher_is=score.higher_is,
        reliability=_reliability(member, measure, score),
    )


def _score(member: Membership, measure: str) -> Score:
    catalogue = catalogue_of(member.organisation_id)
    definition = catalogue.entry("measure", measure)
    if not isinstance(definition, MeasureDefinition):
        known = ", ".join(sorted(catalogue.known("measure")))
        raise Refused(f"There is no measure “{measure}”. Choose one of: {known}.", field="measure")
    main = definition.main_score
    if main is None:
        raise Refused(f"{definition.label} has no total to follow.", field="measure")
    return main


def _reliability(member: Membership, measure: str, score: Score) -> ReliabilityNamed | None:
    """Return what was chosen here, else what the definition holds, retest first."""
    used = ReliabilityUsed.of(member.organisation_id, measure)
    if used:
        return ReliabilityNamed(used.value, used.source)
    shipped = sorted(score.reliability, key=lambda each: each.kind is not ReliabilityKind.RETEST)
    return ReliabilityNamed(shipped[0].value, shipped[0].source) if shipped else None
