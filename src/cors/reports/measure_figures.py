"""Change on each measure in a period: first and latest score, paired, with who is missing."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import mean
from uuid import UUID

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.measure import HigherIs, MeasureDefinition, Score
from cors.facts.tables import ScoreFact
from cors.reports.figure import Base, Figure, Material


def measure_figures(given: Material, catalogue: Catalogue) -> Iterable[Figure]:
    """Return a figure for each score of each measure that was taken in the period."""
    for key in sorted({row.measure for row in given.facts.scores}):
        definition = catalogue.entry("measure", key)
        if not isinstance(definition, MeasureDefinition):
            continue
        for score in definition.scores:
            rows = _rows(given, key, score.key)
            if rows:
                yield _change(given, catalogue.label("measure", key), definition, score, rows)


def _rows(given: Material, measure: str, key: str) -> dict[UUID, list[ScoreFact]]:
    """Return the client's own scores of the supported cases, up to the end of the period."""
    supported = {case.case for case in given.supported()}
    by_case: dict[UUID, list[ScoreFact]] = defaultdict(list)
    for row in given.facts.scores:
        fits = row.measure == measure and row.key == key and row.rater == "client"
        if fits and row.case in supported and row.on <= given.period.last:
            by_case[row.case].append(row)
    return {case: sorted(rows, key=lambda row: row.on) for case, rows in by_case.items()}


def _change(
    given: Material,
    label: str,
    definition: MeasureDefinition,
    score: Score,
    rows: dict[UUID, list[ScoreFact]],
) -> Figure:
    sign = 1 if score.higher_is == HigherIs.BETTER else -1
    changes = {
        case: sign * (scores[-1].value - scores[0].value)
        for case, scores in rows.items()
        if len(scores) > 1
    }
    once = len(rows) - len(changes)
    supported = len(given.supported())
    name = label if len(definition.scores) == 1 else f"{label}, {score.label}"
    return Figure(
        key=f"change-{definition.key}-{score.key}",
        label=f"{name}: change from first to latest",
        counts="Mean difference between each person’s first and latest score, turned so that plus "
        "is good. Only people with two scores or more. No comparison group: it does not say why.",
        value=round(mean(changes.values()), 2) if changes else None,
        unit="points",
        cases=frozenset(changes),
        bases=(
            Base("of everyone supported in the period", supported),
            Base("of those who were asked at least once", len(rows)),
        )
        if changes
        else (),
        missing=_missing(len(changes), once, supported - len(rows)),
        note="" if changes else "Nobody has two scores yet, so there is no change to work out.",
    )


def _missing(paired: int, once: int, never: int) -> str:
    return f"{paired} with two scores, {once} with one, {never} never asked."
