"""What came of one measure: scores in words, change since the first, what a risk asks for."""

from typing import Any

from cors.catalogue.choices import catalogue_of
from cors.catalogue.schema.measure import HigherIs, MeasureDefinition, Score
from cors.measures.models import Assessment


def result_of(assessment: Assessment) -> dict[str, Any]:
    """Return the definition, the scores in words and the help for risk answers."""
    definition = catalogue_of(assessment.organisation_id).entry("measure", assessment.measure)
    if not isinstance(definition, MeasureDefinition):
        return {"definition": None, "scores": [], "risks": []}
    earlier = [row for row in Assessment.of(assessment.case) if _before(row, assessment)]
    first = earlier[0].scores() if earlier else {}
    values = assessment.scores()
    scores = [_in_words(score, values.get(score.key), first) for score in definition.scores]
    risks = [rule.says for rule in definition.risk_rules] if assessment.risk else []
    return {"definition": definition, "scores": scores, "risks": risks}


def _before(row: Assessment, assessment: Assessment) -> bool:
    same = row.measure == assessment.measure and row.rater == assessment.rater
    return same and row.pk != assessment.pk and row.happened_date <= assessment.happened_date


def _in_words(score: Score, value: float | None, first: dict[str, float]) -> dict[str, Any]:
    return {
        "label": score.label,
        "value": None if value is None else f"{value:g}",
        "range": f"{score.low:g} to {score.high:g}",
        "way": "higher is better" if score.higher_is == HigherIs.BETTER else "lower is better",
        "bands": [_band(scheme, value) for scheme in score.bands if value is not None],
        "change": _change(score, value, first.get(score.key)),
    }


def _band(scheme: Any, value: float) -> str:
    label = next((band.label for band in scheme.bands if band.low <= value <= band.high), "")
    checked = "" if scheme.verified else ", not yet checked against its source"
    return f"{label} ({scheme.name}{checked})"


def _change(score: Score, value: float | None, first: float | None) -> str:
    if value is None or first is None:
        return ""
    better = (value - first) * (1 if score.higher_is == HigherIs.BETTER else -1)
    moved = f"{abs(better):g} points {'better' if better > 0 else 'worse'} than at first"
    if better == 0:
        return "The same as at first"
    return f"{moved}{_reliably(score, abs(better))}"


def _reliably(score: Score, points: float) -> str:
    if not score.reliable_change or not score.individual_change:
        return ""
    needed = score.reliable_change[0]
    said = "more than chance" if points >= needed.value else "within what chance alone can do"
    checked = "" if needed.verified else "; this limit was not yet checked against its source"
    return f", {said} (from {needed.value:g} points{checked})"
