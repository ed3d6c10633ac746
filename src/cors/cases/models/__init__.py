"""One spell of support, from referral to ending, and who works on it."""

from cors.cases.models.assignment import Assignment
from cors.cases.models.case import Case, CaseQuerySet
from cors.cases.models.group_code import GroupCode
from cors.cases.models.state import Ending, Pause, ReOpening, Restriction

__all__ = [
    "Assignment",
    "Case",
    "CaseQuerySet",
    "Ending",
    "GroupCode",
    "Pause",
    "ReOpening",
    "Restriction",
]
