"""Change on each measure in a period: first and latest score, paired, with who is missing."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from statistics import fmean
from uuid import UUID

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.measure import HigherIs, MeasureDefinition, ReliableChange, Score
from cors.facts.tests.plain_facts import ScoreFact
from cors.measures.limits import limit_of
from cors.reports.figure import Base, Figure
from cors.reports.measure_words import beside
from cors.reports.pairs import Pairs
from cors.reports.tests.plain_figure import Material, people


def measure_figures(given: Material, catalogue: Catalogue) -> Iterable[Figure]:
    """Return a figure for each score of each measure that somebody supported has taken."""
    for key in sorted({row.measure for row in given.facts.scores}):
        definition = catalogue.entry("measure", key)
        if not isinstance(definition, MeasureDefinition):
            continue
        for score in definition.scores:
            rows = _rows(given, key, score.key)
            if rows:
                label = catalogue.label("measure", key)
                yield _change(given, label, definition, score, rows)
                if limit := limit_of(score):
                    yield from _beyond(label, definition, limit, rows)


def _rows(given: Material, measure: str, key: str) -> dict[UUID, list[ScoreFact]]:
    """Return what each person supported said of themselves, up to the end of the period.

    Only scores that compare: those in the version of the measure that the person began with.
    """
    supported = {case.case for case in given.supported()}
    by_person: dict[UUID, list[ScoreFact]] = defaultdict(list)
    for row in given.facts.scores:
        fits = row.measure == measure and row.key == key and row.rater == "client"
        if fits and row.case in supported and row.on <= given.period.last:
            by_person[row.client].append(row)
    return {person: _that_compare(rows) for person, rows in by_person.items()}


def _that_compare(rows: Iterable[ScoreFact]) -> list[ScoreFact]:
    in_order = sorted(rows, key=lambda row: (row.on, row.written, row.value))
    return [row for row in in_order if row.version == in_order[0].version]


def _change(
    given: Material,
    label: str,
    definition: MeasureDefinition,
    score: Score,
    rows: dict[UUID, list[ScoreFact]],
) -> Figure:
    sign = 1 if score.higher_is == HigherIs.BETTER else -1
    paired = [scores for scores in rows.values() if len(scores) > 1]
    changes = [sign * (scores[-1].value - scores[0].value) for scores in paired]
    once = len(rows) - len(paired)
    supported = people(given.supported())
    name = label if len(definition.scores) == 1 else f"{label}, {score.label}"
    return Figure(
        key=f"change-{definition.key}-{score.key}",
        label=f"{name}: change from first to latest",
        counts="Mean difference between each person’s first and latest score, turned so that plus "
        "is good. Only people with two scores or more in the same version of the measure. No "
        "comparison group: it does not say why, and people who ask for help at their worst change "
        "by themselves too.",
        # no zero with a minus
        value=round(fmean(changes), 2) + 0.0 if len(changes) * 10 >= len(rows) * 3 else None,
        unit="points",
        cases=frozenset(row.case for scores in paired for row in scores),
        part=len(paired) if paired else None,
        bases=(
            Base("of everyone supported in the period", supported),
            Base("of those who were asked at least once", len(rows)),
        )
        if paired
        else (),
        missing=_missing(len(paired), once, supported - len(rows)),
        note=_note(len(paired), len(rows)),
        more=beside(_pairs(score, rows), limit_of(score), claims=_claims(len(paired), len(rows))),
    )


def _claims(paired: int, asked: int) -> bool:
    return paired > 0 and paired * 10 >= asked * 3


def _pairs(score: Score, rows: dict[UUID, list[ScoreFact]]) -> Pairs:
    twice = [(said[0].value, said[-1].value) for said in rows.values() if len(said) > 1]
    once = [said[0].value for said in rows.values() if len(said) == 1]
    return Pairs(score, Counter(twice), Counter(once))


def _beyond(
    label: str,
    definition: MeasureDefinition,
    limit: ReliableChange,
    rows: dict[UUID, list[ScoreFact]],
) -> Iterable[Figure]:
    """Count those who moved by the limit or more; of the measures drawn here, lower is better."""
    paired = [said for said in rows.values() if len(said) > 1]
    claims = _claims(len(paired), len(rows))
    ways = {
        "better": [said for said in paired if said[0].value - said[-1].value >= limit.value],
        "worse": [said for said in paired if said[-1].value - said[0].value >= limit.value],
    }
    within = len(paired) - sum(len(moved) for moved in ways.values())
    for way, moved in ways.items() if paired else ():
        yield Figure(
            key=f"{way}-{definition.key}-{definition.scores[0].key}",
            label=f"{label}: {way} by more than chance",
            counts=f"People whose latest score is {way} than their first by {limit.value:g} points "
            f"or more ({limit.source}).",
            value=len(moved) if claims else None,
            cases=frozenset(row.case for said in moved for row in said),
            bases=(
                Base("of those who were asked at least once", len(rows)),
                Base("of those with two scores", len(paired)),
            ),
            missing=f"{within} moved within what chance alone can do.",
            note="" if claims else _note(len(paired), len(rows)),
        )


def _note(paired: int, asked: int) -> str:
    if paired == 0:
        return "Nobody has two scores yet, so there is no change to work out."
    if paired * 10 < asked * 3:
        return (
            "Fewer than three in ten of those asked have two scores. No change is worked out: "
            "those who are missing may have done quite differently."
        )
    if paired * 2 < asked:
        return (
            "Fewer than half of those asked have two scores. Read it with care: those who are "
            "missing may have done differently."
        )
    return ""


def _missing(paired: int, once: int, never: int) -> str:
    return f"{paired} with two scores, {once} with one, {never} never asked."
