"""Outcomes, scores and reviews of a case as rows of plain words."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.urls import reverse

from cors.casefile.case_record import CaseRecord
from cors.casefile.journey_of import main_score
from cors.core.plain_days import plain_day
from cors.measures.models import Assessment


def outcome_rows(record: CaseRecord) -> list[dict[str, Any]]:
    """Return what happened and what is aimed at, aims that were reached left out."""
    reached = {row.outcome_type for row in record.outcomes}
    rows = [
        {
            "mark": "flag",
            "words": record.catalogue.label("outcome_type", row.outcome_type),
            "detail": _day_and_lasted(row, record.today),
            "url": reverse("outcomes:check", args=[row.pk]),
            "label": "Did it last?",
        }
        for row in reversed(record.outcomes)
    ]
    aims = [row for row in record.aims if row.to_date is None and row.outcome_type not in reached]
    return rows + [
        {
            "mark": "rung",
            "words": record.catalogue.label("outcome_type", row.outcome_type),
            "detail": f"Aimed at since {plain_day(row.from_date, record.today)}",
        }
        for row in aims
    ]


def _day_and_lasted(row: Any, today: date) -> str:
    day = plain_day(row.happened_date, today).capitalize()
    said = [f"{check.get_result_display()} at {check.weeks} weeks" for check in row.checks()]
    return ". ".join([day, ", ".join(said)]) + "." if said else day


def score_rows(record: CaseRecord) -> list[dict[str, Any]]:
    """Return each measure with its first and latest score and the way that is good."""
    taken: dict[str, list[Assessment]] = defaultdict(list)
    for row in record.assessments:
        taken[row.measure].append(row)
    return [found for key, rows in taken.items() if (found := _score(record, key, rows))]


def _score(record: CaseRecord, key: str, rows: list[Assessment]) -> dict[str, Any] | None:
    score = main_score(record, key)
    if score is None:
        return None
    said = [(row, row.scores()[score.key]) for row in rows if score.key in row.scores()]
    if not said:
        return None
    (first, then), (latest, now) = said[0], said[-1]
    return {
        "name": record.catalogue.label("measure", key),
        "way": f"{'higher' if score.higher_is == 'better' else 'lower'} is better",
        "range": f"{score.low:g} to {score.high:g}",
        "then": f"{then:g}",
        "then_day": plain_day(first.happened_date, record.today),
        "now": f"{now:g}" if len(said) > 1 else "",
        "now_day": plain_day(latest.happened_date, record.today),
    }


def review_rows(record: CaseRecord) -> list[dict[str, Any]]:
    """Return the reviews, the latest first."""
    return [
        {
            "mark": "review",
            "words": row.client_words or "Looked back together.",
            "detail": plain_day(row.held_date, record.today).capitalize(),
            "url": reverse("casefile:letter", args=[row.pk]),
            "label": "Open the letter",
        }
        for row in reversed(record.reviews)
    ]
