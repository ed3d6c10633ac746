"""Outcomes, reviews and what is to be asked of a case, as rows of plain words."""

from datetime import date
from typing import Any

from django.urls import reverse

from cors.casefile.case_record import CaseRecord
from cors.catalogue.schema.entries import OutcomeType
from cors.core.plain_days import as_heading, plain_day
from cors.measures.due import to_ask_now
from cors.measures.schedule import Course
from cors.outcomes.models import Outcome, SustainedCheck


def outcome_rows(record: CaseRecord) -> list[dict[str, Any]]:
    """Return what happened and what is aimed at, aims that were reached left out."""
    reached = {row.outcome_type for row in record.outcomes}
    aims = [row for row in record.aims if row.to_date is None and row.outcome_type not in reached]
    happened = [_outcome(record, row) for row in reversed(record.outcomes)]
    return happened + [
        {
            "mark": "goal",
            "words": record.catalogue.label("outcome_type", row.outcome_type),
            "detail": f"Aimed at since {plain_day(row.from_date, record.today)}",
        }
        for row in aims
    ]


def _outcome(record: CaseRecord, row: Outcome) -> dict[str, Any]:
    entry = record.catalogue.entry("outcome_type", row.outcome_type)
    known = entry if isinstance(entry, OutcomeType) else None
    can_last = known is not None and known.can_last
    return {
        "mark": "rung" if known and known.ladder else "flag",
        "words": record.catalogue.label("outcome_type", row.outcome_type),
        "detail": _day_and_lasted(row, record.today),
        "url": reverse("outcomes:check", args=[row.pk]) if can_last else "",
        "label": "Did it last?",
    }


def _day_and_lasted(row: Any, today: date) -> str:
    day = as_heading(plain_day(row.happened_date, today))
    said = [
        f"{SustainedCheck.Result(answer.result).label} at {weeks} weeks"
        for weeks, answer in row.answers().items()
    ]
    return ". ".join([day, *said]) + "." if said else day


def review_rows(record: CaseRecord) -> list[dict[str, Any]]:
    """Return the reviews, the latest first."""
    return [
        {
            "mark": "review",
            "words": row.client_words or "Looked back together.",
            "detail": as_heading(plain_day(row.held_date, record.today)),
            "url": reverse("sheets:letter", args=[row.pk]),
            "label": "Open the letter",
        }
        for row in reversed(record.reviews)
    ]


def measures_to_ask(record: CaseRecord) -> list[dict[str, str]]:
    """Return what the service wants asked now."""
    if not record.sees_all:
        return []
    ended = record.ending.ended_date if record.ending else None
    rests = any(row.covers(record.today) for row in record.pauses)
    course = Course(record.case.started_date, ended, rests=rests)
    return to_ask_now(record.case, course, record.asked, record.catalogue, record.today)
