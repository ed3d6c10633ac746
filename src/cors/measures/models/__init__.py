"""Measures taken, what came of them, and what a service wants asked when."""

from cors.measures.models.assessment import (
    FORM,
    IN_COUNT,
    SET_ASIDE,
    Asked,
    Assessment,
    Late,
    Response,
    Score,
    TakenRow,
)
from cors.measures.models.schedule import Schedule
from cors.plans.models import Rater

__all__ = [
    "FORM",
    "IN_COUNT",
    "SET_ASIDE",
    "Asked",
    "Assessment",
    "Late",
    "Rater",
    "Response",
    "Schedule",
    "Score",
    "TakenRow",
]
