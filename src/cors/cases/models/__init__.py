"""One spell of support, from referral to ending, and who works on it."""

from cors.cases.models.assignment import Assignment
from cors.cases.models.case import Case, Ending, Pause, ReOpening, Restriction

__all__ = ["Assignment", "Case", "Ending", "Pause", "ReOpening", "Restriction"]
