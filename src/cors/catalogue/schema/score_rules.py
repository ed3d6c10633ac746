"""What must hold for a score: it can be reached, and what is said of it lies in its range."""

from cors.catalogue.schema.measure import (
    BandScheme,
    MeasureDefinition,
    Method,
    Prorate,
    Score,
)
from cors.catalogue.schema.score_reach import check_reach
from cors.catalogue.schema.table import Table

NEEDS_EVERY_ITEM = (Method.LOOKUP, Method.EXPRESSION)


def check_score(file: Table, where: str, score: Score, definition: MeasureDefinition) -> None:
    """Note every rule that one score breaks."""
    check_reach(file, where, score, definition)
    if score.missing:
        _check_missing(file, f"{where}.missing", score)
    for at, scheme in enumerate(score.bands, start=1):
        _check_bands(file, f"{where}.bands[{at}]", score, scheme)
    for at, cut_off in enumerate(score.cut_offs, start=1):
        if not score.low < cut_off.at <= score.high:
            file.wrong(f"{where}.cut_offs[{at}].at", f"lies outside the range {_range(score)}")
    _check_facts(file, where, score)


def _check_facts(file: Table, where: str, score: Score) -> None:
    for at, found in enumerate(score.reliability, start=1):
        if not 0 < found.value < 1:
            file.wrong(f"{where}.reliability[{at}].value", "must lie between 0 and 1")
    _check_changes(file, where, score)
    for at, norm in enumerate(score.norms, start=1):
        if not score.low <= norm.mean <= score.high or norm.sd <= 0:
            file.wrong(f"{where}.norms[{at}].mean", f"lies outside the range {_range(score)}")


def _check_changes(file: Table, where: str, score: Score) -> None:
    widest = score.high - score.low
    if score.is_ladder and (score.reliable_change or score.norms):
        file.wrong(f"{where}.ladder", "steps are no amounts: no reliable change, no norms")
    for at, change in enumerate(score.reliable_change, start=1):
        if not 0 < change.value <= widest:
            file.wrong(f"{where}.reliable_change[{at}].value", "is no change that can happen")
        if change.confidence is not None and not 0.5 <= change.confidence < 1:
            file.wrong(f"{where}.reliable_change[{at}].confidence", "is a share, as in 0.95")
    for at, least in enumerate(score.minimal_change, start=1):
        if not 0 < least.value <= widest:
            file.wrong(f"{where}.minimal_change[{at}].value", "is no change that can happen")


def _check_missing(file: Table, where: str, score: Score) -> None:
    rule, items = score.missing, len(score.items)
    if rule is None:
        return
    if not 1 <= rule.min_answered <= items:
        file.wrong(f"{where}.min_answered", f"must lie between 1 and {items}")
    elif rule.prorate is Prorate.MEAN and rule.min_answered == items:
        file.wrong(f"{where}.prorate", "has nothing to fill in when every item is needed")
    elif rule.prorate is Prorate.NONE and rule.min_answered < items:
        file.wrong(f"{where}.prorate", "must be mean when an item may be skipped")
    if rule.prorate is Prorate.MEAN and score.method in NEEDS_EVERY_ITEM:
        file.wrong(
            f"{where}.prorate", f"what is worked out by {score.method.value} needs every item"
        )


def _check_bands(file: Table, where: str, score: Score, scheme: BandScheme) -> None:
    """Bands are compared in the smallest step of the score, so that 4.9 and 5.0 are neighbours."""
    scale = 10**score.decimals
    edges = [(round(band.low * scale), round(band.high * scale)) for band in scheme.bands]
    due = round(score.low * scale)
    for at, (low, high) in enumerate(edges, start=1):
        if low != due:
            said = "a gap before it" if low > due else "an overlap with the one before"
            file.wrong(f"{where}.of[{at}].from", f"leaves {said}; it must be {due / scale:g}")
        if high < low:
            file.wrong(f"{where}.of[{at}].to", "is lower than from")
        due = high + 1
    if due != round(score.high * scale) + 1:
        file.wrong(f"{where}.of", f"must end where the range ends, at {score.high:g}")


def _range(score: Score) -> str:
    return f"{score.low:g} to {score.high:g}"
