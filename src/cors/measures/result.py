"""What came of one measure: scores in words, change since the first, what a risk asks for."""

from typing import Any

from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.measure import Basis, HigherIs, MeasureDefinition, Score
from cors.measures.change import Movement, movement_of
from cors.measures.limits import shown_limit
from cors.measures.models import SET_ASIDE, Assessment


def result_of(assessment: Assessment) -> dict[str, Any]:
    """Return the definition, the scores in words and the help for risk answers."""
    definition = catalogue_of(assessment.organisation_id).entry("measure", assessment.measure)
    if not isinstance(definition, MeasureDefinition):
        return {"definition": None, "scores": [], "risks": []}
    first = _first(assessment)
    values = assessment.scores()
    scores = [_in_words(score, values.get(score.key), first) for score in definition.scores]
    risks = _risks(assessment, definition)
    return {"definition": definition, "scores": scores, "scored": bool(values), "risks": risks}


def _first(assessment: Assessment) -> dict[str, float]:
    """Return each score as it was first, of earlier assessments that compare with this one."""
    first: dict[str, float] = {}
    for row in Assessment.of(assessment.case):
        if row.late not in SET_ASIDE and _before(row, assessment):
            first = row.scores() | first
    return first


def _before(row: Assessment, assessment: Assessment) -> bool:
    compared = ("measure", "version", "rater")
    same = all(getattr(row, name) == getattr(assessment, name) for name in compared)
    when = (assessment.happened_date, assessment.created_at)
    return same and row.pk != assessment.pk and (row.happened_date, row.created_at) <= when


def _risks(assessment: Assessment, definition: MeasureDefinition) -> list[str]:
    """Return what to do about each answer that raised a flag; rather too much than nothing."""
    if not assessment.risk:
        return []
    answers = assessment.answers()
    raised = [
        rule.says for rule in definition.risk_rules if (answers.get(rule.item) or 0) > rule.above
    ]
    return raised or [rule.says for rule in definition.risk_rules]


def _in_words(score: Score, value: float | None, first: dict[str, float]) -> dict[str, Any]:
    return {
        "label": score.label,
        "value": None if value is None else f"{value:g}",
        "range": f"{score.low:g} to {score.high:g}",
        "way": "higher is better" if score.higher_is == HigherIs.BETTER else "lower is better",
        "bands": [] if value is None else [_band(scheme, value) for scheme in score.bands],
        "change": _change(score, value, first.get(score.key)),
    }


def _band(scheme: Any, value: float) -> str:
    label = next((band.label for band in scheme.bands if band.low <= value <= band.high), "")
    checked = "" if scheme.verified else ", not yet checked against its source"
    return f"{label} ({scheme.name}{checked})"


def _change(score: Score, value: float | None, first: float | None) -> str:
    """Say how far somebody came; nothing of scores that are too rough to speak of one person."""
    if value is None or first is None or not score.individual_change:
        return ""
    better = (value - first) * (1 if score.higher_is == HigherIs.BETTER else -1)
    points = "point" if abs(better) == 1 else "points"
    moved = f"{abs(better):g} {points} {'better' if better > 0 else 'worse'} than at first"
    if better == 0:
        return "The same as at first"
    return f"{moved}{_reliably(score, abs(better))}"


def _reliably(score: Score, points: float) -> str:
    needed = shown_limit(score)
    if needed is None:
        return ""
    published = needed.basis is Basis.PUBLISHED
    moved = movement_of(points, needed.value, at_threshold=published)
    said = "within what chance alone can do" if moved is Movement.NO_CHANGE else "more than chance"
    checked = "" if needed.verified else "; this limit was not yet checked against its source"
    return f", {said} (from {needed.value:g} points{checked})"
