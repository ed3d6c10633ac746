"""Measures taken, what came of them, and what a service wants asked when."""

from cors.measures.models.assessment import (
    Asked,
    Assessment,
    Rater,
    Response,
    Score,
    TakenRow,
)
from cors.measures.models.schedule import Schedule

__all__ = ["Asked", "Assessment", "Rater", "Response", "Schedule", "Score", "TakenRow"]
