"""Definitions, scores and changes in the shape that the command line prints. Pure: no Django."""

from collections.abc import Mapping
from dataclasses import asdict
from math import isfinite
from typing import Any

from cors.catalogue.schema.measure import Basis, MeasureDefinition, Score
from cors.core.errors import Refused
from cors.measures.change import classify, distance_travelled, movement_of
from cors.measures.limits import shown_limit
from cors.measures.scoring import Scored, check_reported

Said = dict[str, Any]


def listed(definition: MeasureDefinition) -> Said:
    """Return one line of the list: what it is, whose, and what may be done with it here."""
    return {
        "key": definition.key,
        "label": definition.label,
        "name": definition.name,
        "version": definition.version,
        "pack": definition.pack,
        "licence_class": definition.licence.letter.value,
        "noncommercial": definition.licence.noncommercial,
        "wording_shipped": definition.is_worded,
        "score_only": definition.score_only,
        "validated": definition.validated,
        "items": len(definition.items),
        "scores": [score.key for score in definition.scores],
    }


def shown(definition: MeasureDefinition) -> Said:
    """Return everything that the file says; sourced facts bear whether they are verified."""
    return {
        **listed(definition),
        "hint": definition.hint,
        "licence": _plain(definition.licence),
        "language": definition.language,
        "wording_source": definition.wording_source,
        "population": _plain(definition.population),
        "intro": definition.intro,
        "about": definition.about,
        "recall": definition.recall,
        "recall_days": definition.recall_days,
        "min_interval_days": definition.min_interval_days,
        "comparability": definition.comparability,
        "main": definition.main_score.key if definition.main_score else None,
        "codes": dict(definition.codes),
        "items": [_item(definition, item.key) for item in definition.items],
        "skip_rules": [_plain(rule) for rule in definition.skip_rules],
        "risk_rules": [_plain(rule) for rule in definition.risk_rules],
        "scores": [_score(score) for score in definition.scores],
    }


def scored(definition: MeasureDefinition, found: Scored) -> Said:
    """Return the scores with their words, and the flags."""
    return {
        "measure": definition.key,
        "version": definition.version,
        "scores": {
            key: {
                "value": each.value,
                "answered": each.answered,
                "of": each.of,
                "pro_rated": each.pro_rated,
                "bands": dict(each.bands),
            }
            for key, each in found.scores.items()
        },
        "risk": [_plain(rule) for rule in found.risks],
        "complete": found.complete,
    }


def changed(definition: MeasureDefinition, key: str, before: float, after: float) -> Said:
    """Return what a change of one score means; `points` are turned so that plus is good.

    Raises Refused for a score that this measure doesn't have or that can't be reached.
    """
    score = _followed(definition, key)
    for value in (before, after):
        if not isfinite(value):
            raise Refused("Write both scores as numbers.", field=score.key)
        check_reported(definition, score.key, value)
    points = distance_travelled(before, after, score.higher_is)
    return {
        "measure": definition.key,
        "version": definition.version,
        "score": score.key,
        "before": before,
        "after": after,
        "points": points,
        "higher_is": score.higher_is.value,
        "validated": definition.validated,
        "speaks_of_one_person": score.individual_change,
        **_meaning(score, before, after),
        "minimal_change": [_plain(each) for each in score.minimal_change],
    }


def _meaning(score: Score, before: float, after: float) -> Said:
    """Sort the change by the limit that is shown and the first cut-off, where there are any."""
    limit = shown_limit(score)
    cut = score.cut_offs[0] if score.cut_offs else None
    if limit is None:
        why = "No reliable change is known for this score: nothing says what chance alone can do."
        return {"reliable_change": None, "reliable": None, "class": None, "note": why}
    published = limit.basis is Basis.PUBLISHED
    points = distance_travelled(before, after, score.higher_is)
    return {
        "reliable_change": _plain(limit),
        "reliable": movement_of(points, limit.value, at_threshold=published) != "no_change",
        "class": classify(
            before,
            after,
            threshold=limit.value,
            cutoff=cut.at if cut else None,
            higher_is=score.higher_is,
            at_threshold=published,
        ),
        "cut_off": _plain(cut) if cut else None,
        "note": "" if limit.verified else "This limit was not yet checked against its source.",
    }


def _followed(definition: MeasureDefinition, key: str) -> Score:
    keys = [score.key for score in definition.scores]
    if key and key not in keys:
        raise Refused(
            f"{definition.label} has no score {key}. Choose one of: {', '.join(keys)}.", field=key
        )
    found = definition.score(key) if key else definition.main_score
    if found is None:
        raise Refused(f"Say which score with --score: {', '.join(keys)}.", field="score")
    return found


def _item(definition: MeasureDefinition, key: str) -> Said:
    item = definition.item(key)
    return {
        "key": item.key,
        "text": item.text or None,
        "reverse": item.reverse,
        "options": [
            {"value": each.value, "label": each.label, "counts": item.counted(each.value)}
            for each in item.options
        ],
    }


def _score(score: Score) -> Said:
    return {
        "key": score.key,
        "label": score.label,
        "method": score.method.value,
        "items": list(score.items),
        "range": [score.low, score.high],
        "decimals": score.decimals,
        "higher_is": score.higher_is.value,
        "individual_change": score.individual_change,
        "missing": _plain(score.missing) if score.missing else None,
        "without": list(score.without),
        "expression": score.expression.text if score.expression else None,
        "times": score.times,
        "table": list(score.table),
        "at_least": dict(score.at_least),
        "band_schemes": [_plain(each) for each in score.bands],
        "cut_offs": [_plain(each) for each in score.cut_offs],
        "reliability": [_plain(each) for each in score.reliability],
        "reliable_change": [_plain(each) for each in score.reliable_change],
        "minimal_change": [_plain(each) for each in score.minimal_change],
        "norms": [_plain(each) for each in score.norms],
        "codes": dict(score.codes),
    }


def _plain(fact: Any) -> Mapping[str, Any]:
    return asdict(fact)
